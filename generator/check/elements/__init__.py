"""Which paragraph is which element of a document, told by its text and its place, never by style names."""
