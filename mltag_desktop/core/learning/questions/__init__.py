"""The question queue, and the simulation that compares query strategies."""
