"""Does a stream still look like the training data."""
