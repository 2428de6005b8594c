"""Writing a workbook: a new one, rows of a month, and what comes back from Word."""
