"""Files that nobody would write, given to every command: a bounded number in the suite, more with `make fuzz`."""
