"""Many units, one report: who has sent what, their figures added up, and the superior's own plan beside them.

files -> `gathering` -> `register` (who counts) -> `figures` -> `sentences`, `tables` -> .docx and .xlsx. Every number
has a key (`keys`), by which `explaining` finds the units, tasks, files and rows that it is counted from.
"""
