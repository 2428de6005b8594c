"""The report counted again by another method: SQL over the workbook's cells, written from the design.

Nothing here uses the program: `cells.py` reads the sheets with openpyxl into SQLite, the .sql files judge and add up.
"""
