"""Reading a workbook: values and every problem at once."""
