"""What makes the frozen program and its archives; not part of the program."""
