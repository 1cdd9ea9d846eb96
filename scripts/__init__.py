"""What builds the bundled model; not part of the program."""
