"""What can be seen of a chart: its words, each with its place on the page."""

from matplotlib.text import Text


def boxes(figure):
    """Return the words that are seen, each with its box."""
    figure.canvas.draw()
    texts = list(figure.texts)
    for legend in figure.legends:
        texts += legend.get_texts()
    for axes in figure.axes:
        texts += [*axes.texts, axes.title, axes.xaxis.label, axes.yaxis.label]
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            shown = [one for one in axis.get_major_ticks() if one.label1.get_visible()]
            texts += [one.label1 for one in shown if low <= one.get_loc() <= high]
    renderer = figure.canvas.get_renderer()
    return [
        # Of a note with a leader its words only.
        (text.get_text(), Text.get_window_extent(text, renderer))
        for text in texts
        if text.get_text().strip()
    ]


def assert_words_stand_apart(figure):
    """Check that no words overlap or leave the page."""
    found = boxes(figure)
    page = figure.bbox
    for place, (one, box) in enumerate(found):
        assert box.x0 >= page.x0, one
        assert box.x1 <= page.x1, one
        assert box.y0 >= page.y0, one
        assert box.y1 <= page.y1, one
        for other, beside in found[place + 1 :]:
            wide = min(box.x1, beside.x1) - max(box.x0, beside.x0)
            high = min(box.y1, beside.y1) - max(box.y0, beside.y0)
            assert not (wide > 1 and high > 1), f"{one!r} over {other!r}"
