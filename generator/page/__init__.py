"""The page's side in Python: what its screens ask, answered from bytes and with values that JavaScript can show."""
