"""What people give us: workbooks and plans. Readers return values and every problem at once."""
