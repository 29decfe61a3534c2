"""The second path: figures recomputed from the price files by TA-Lib and pandas.

It shares no code with `generator.market` nor with `generator.plain.figures`: it reads
the CSV files, the calendars and the rounding by itself, and knows each metric by its
documented meaning.
"""
