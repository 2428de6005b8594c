"""The checks, a module for each part of a document. Each says what holds, fails or cannot be told to a Judge."""
