"""What the program does, without a window, a command line or a network."""
