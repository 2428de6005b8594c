"""Vietnamese administrative reports on cải cách hành chính, from an Excel workbook to a signed-ready Word file."""

__version__ = "0.2.0"
