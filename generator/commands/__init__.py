"""One module a command: reads what was asked, calls the work, says what came out."""
