"""The program without a window, a command line or a network."""
