"""A plan as a document: source -> blocks -> draft -> plan."""
