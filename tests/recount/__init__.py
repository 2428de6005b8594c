"""The report counted again by another method: SQL over the workbook's cells, written from the design.

Nothing of `cells.py`, `recount.py` and the .sql files uses the program: the sheets are read with openpyxl into SQLite and
judged there; `printed.py` holds what comes of it against what the program printed.

A milestone that was done is open again when a later row on it says "Đang thực hiện" or "Chưa thực hiện" below the required
percentage: the latest row says what is so now. A percentage reached is not lost by "Đang thực hiện" without one. Confirmed,
it keeps the earliest day since it was last open.
"""
