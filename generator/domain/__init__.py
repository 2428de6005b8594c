"""What a plan, a deadline, a period and a result are. Knows no file, no Word and no clock."""
