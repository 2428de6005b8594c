"""What people write in Vietnamese: text keys, numbers, days, deadlines, targets and names of offices."""
