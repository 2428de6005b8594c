"""Reading any .docx as its reader sees it: text, effective formatting, tables, sections, drawn lines."""
