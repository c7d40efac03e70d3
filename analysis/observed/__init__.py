"""What happened: the record that the model is held against, to the end of 2020.

The tables hold just the figures used, a line each: ``months.csv`` counts by month,
``years.csv`` figures by year and of whom, ``resolutions.csv`` the Council's answers and
what they answered, ``quantities.csv`` what each is, in which unit and on whose word.
Nothing after December 2020 is in them, so that nothing can be fitted to it.
"""
