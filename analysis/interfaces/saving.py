"""Tables on disk: Parquet, CSV for R, DTA for Stata.

Numbers come back as they were: Parquet and DTA keep the bits; CSV writes the
shortest decimals that round back to them.
"""

from __future__ import annotations

import re
from csv import reader
from typing import TYPE_CHECKING, Literal, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    import pandas as pd
    import pyarrow as pa

__all__ = [
    "FORMATS",
    "Format",
    "Series",
    "Writer",
    "load",
    "load_row",
    "save",
    "stata_names",
    "writer",
]

Format = Literal["parquet", "csv", "dta"]
FORMATS: tuple[Format, ...] = ("parquet", "csv", "dta")
_WORDS = ("scenario", "outcome", "series", "month")
_STATA_LONGEST, _STATA_LABEL = 32, 80
_STATA_WORDS = frozenset(
    {"byte", "double", "float", "if", "in", "int", "long", "using", "with", "strL"}
    | {"_all", "_b", "_coef", "_cons", "_n", "_N", "_pi", "_pred", "_rc", "_skip"}
)


def save(
    table: pd.DataFrame,
    path: Path,
    form: Format,
    labels: dict[str, str] | None = None,
) -> None:
    """Write a table.

    Parameters
    ----------
    table : DataFrame
        Plain columns, no index that matters.
    path : Path
        Where, without its ending.
    form : {'parquet', 'csv', 'dta'}
        How.
    labels : dict, optional
        Column to its meaning, for formats that keep it.

    Notes
    -----
    Stata's names have 32 letters, digits and underscores: a column's own name
    becomes its variable label, with its meaning where there is one.
    """
    target = path.with_name(f"{path.name}.{form}")
    if form == "parquet":
        table.to_parquet(target, index=False, compression="zstd")
    elif form == "csv":
        _arrow_csv(table, target)
    else:
        names = stata_names(list(table.columns))
        known = labels or {}
        meaning = {
            names[column]: f"{column}: {known[column]}" if column in known else column
            for column in table.columns
        }
        table.rename(columns=names).to_stata(
            target,
            write_index=False,
            version=118,
            variable_labels={
                name: words[:_STATA_LABEL] for name, words in meaning.items()
            },
        )


def load(path: Path, form: Format) -> pd.DataFrame:
    """Return a table that :func:`save` wrote, under the names on disk."""
    import pandas as pd

    source = path.with_name(f"{path.name}.{form}")
    if form == "parquet":
        return pd.read_parquet(source)
    if form == "csv":
        return _read_csv(source)
    return pd.read_stata(source, convert_categoricals=True)


def load_row(path: Path, form: Format, scenario: str, row: int) -> pd.DataFrame:
    """Return one run's lines of a table with columns ``scenario`` and ``row``.

    Parameters
    ----------
    path : Path
        Where, without its ending.
    form : {'parquet', 'csv', 'dta'}
        How it was written.
    scenario : str
        Whose run.
    row : int
        Which run.

    Returns
    -------
    DataFrame
        Under the names on disk, in the order on disk; empty if there is none. The
        table is read piece by piece, as it may be far larger than the run.
    """
    import pandas as pd

    source = path.with_name(f"{path.name}.{form}")
    if form == "parquet":
        wanted = [("scenario", "==", scenario), ("row", "==", row)]
        return pd.read_parquet(source, filters=wanted)
    found, columns = [], pd.DataFrame()
    for piece in _csv_pieces(source) if form == "csv" else _stata_pieces(source):
        columns = piece.iloc[:0]
        mine = piece[(piece["scenario"] == scenario) & (piece["row"] == row)]
        if len(mine):
            found.append(mine)
        elif found:
            break  # a run's lines stand together
    return pd.concat(found, ignore_index=True) if found else columns


def _csv_pieces(source: Path) -> Iterator[pd.DataFrame]:
    import pyarrow as pa
    from pyarrow import csv

    with source.open(encoding="utf-8", newline="") as text:
        header = next(reader(text), [])
    kinds = dict.fromkeys(header, pa.float64())
    kinds |= dict.fromkeys(_WORDS, pa.string())
    kinds |= dict.fromkeys(("row", "luck_id"), pa.int64())
    options = csv.ConvertOptions(
        column_types=kinds, null_values=["", "nan"], strings_can_be_null=False
    )
    with csv.open_csv(source, convert_options=options) as pieces:
        for piece in pieces:
            yield piece.to_pandas()


def _stata_pieces(source: Path) -> Iterator[pd.DataFrame]:
    import pandas as pd

    with pd.read_stata(source, chunksize=_PIECE) as pieces:
        yield from pieces


_PIECE = 20_000
"""Lines of a table that are read at a time."""


def stata_names(columns: list[str]) -> dict[str, str]:
    """Return a name that Stata takes for every column, no two alike.

    Parameters
    ----------
    columns : list of str
        Names such as ``felt_threat.ROK.NK``.

    Returns
    -------
    dict
        Column to a name of at most 32 letters, digits and underscores.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for column in columns:
        plain = re.sub(r"\W", "_", column, flags=re.ASCII)
        if not plain or plain[0].isdigit() or plain in _STATA_WORDS:
            plain = "_" + plain
        name, count = plain[:_STATA_LONGEST], 1
        while name in taken:
            count += 1
            end = f"_{count}"
            name = plain[: _STATA_LONGEST - len(end)] + end
        taken.add(name)
        names[column] = name
    return names


class Writer(Protocol):
    """Writes a table in pieces."""

    def write_table(self, table: pa.Table) -> None:
        """Write the next lines."""
        ...

    def close(self) -> None:
        """Write what is left, and let the file go."""
        ...


class Series:
    """The monthly series of several scenarios, written one scenario at a time.

    Parameters
    ----------
    path : Path
        Where, without its ending.
    form : {'parquet', 'csv', 'dta'}
        How. A DTA file is written at once, so it is held until the end.
    labels : dict
        Series to its meaning.
    """

    def __init__(self, path: Path, form: Format, labels: dict[str, str]) -> None:
        self._path, self._form, self._labels = path, form, labels
        self._writer: Writer | None = None
        self._held: list[pd.DataFrame] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._writer is not None:
            self._writer.close()
        if self._held and error is None:
            import pandas as pd

            whole = pd.concat(self._held, ignore_index=True)
            for column in ("scenario", "month"):
                whole[column] = whole[column].astype("category")
            save(whole, self._path, self._form, self._labels)

    def add(self, scenario: str, wide: pd.DataFrame) -> None:
        """Write one scenario's series.

        Parameters
        ----------
        scenario : str
            Its name, which becomes the first column.
        wide : DataFrame
            What :meth:`sim.history.History.wide` returns.
        """
        if self._form == "dta":
            wide.insert(0, "scenario", scenario)
            wide["month"] = wide["month"].astype(str)
            self._held.append(wide)
            return
        import pyarrow as pa

        columns = pa.Table.from_pandas(
            wide.assign(month=wide["month"].astype(str)), preserve_index=False
        )
        columns = columns.add_column(
            0, "scenario", pa.repeat(scenario, columns.num_rows)
        )
        if self._writer is None:
            self._writer = writer(self._path, self._form, columns.schema)
        self._writer.write_table(columns)


def writer(path: Path, form: Literal["parquet", "csv"], schema: pa.Schema) -> Writer:
    """Return what writes a table in pieces, so that it need not be held.

    Parameters
    ----------
    path : Path
        Where, without its ending.
    form : {'parquet', 'csv'}
        How.
    schema : pyarrow.Schema
        Its columns.
    """
    target = path.with_name(f"{path.name}.{form}")
    made: Writer
    if form == "csv":
        from pyarrow import csv

        made = csv.CSVWriter(target, schema)
        return made
    from pyarrow import parquet

    floats = [one.name for one in schema if str(one.type) == "float"]
    made = parquet.ParquetWriter(
        target,
        schema,
        compression="zstd",
        compression_level=1,
        use_dictionary=[one.name for one in schema if one.name not in floats],
        use_byte_stream_split=floats,
    )
    return made


def _arrow_csv(table: pd.DataFrame, target: Path) -> None:
    import pyarrow as pa
    from pyarrow import csv

    csv.write_csv(pa.Table.from_pandas(table, preserve_index=False), target)


def _read_csv(source: Path) -> pd.DataFrame:
    """Read a table back bit for bit; pandas' own reader rounds unless told not to."""
    import pyarrow as pa
    from pyarrow import csv

    # A scenario may be called "NA" or "2022" and must stay text.
    options = csv.ConvertOptions(
        column_types=dict.fromkeys(_WORDS, pa.string()),
        null_values=["", "nan"],
        strings_can_be_null=False,
    )
    read = csv.read_csv(source, convert_options=options)
    # A column without any number in it is still one of numbers.
    kinds = [
        one.with_type(pa.float64()) if pa.types.is_null(one.type) else one
        for one in read.schema
    ]
    found: pd.DataFrame = read.cast(pa.schema(kinds)).to_pandas()
    return found
