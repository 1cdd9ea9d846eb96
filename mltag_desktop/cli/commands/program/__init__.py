"""Commands that check or show the program itself."""
