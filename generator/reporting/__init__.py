"""What a report says: figures, sentences, table rows. Knows no Word and no file."""
