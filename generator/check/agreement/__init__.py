"""Whether the figures of a document agree: in a sentence, between sentences, with tables, with what was made."""
