"""Which record to ask about next, and the simulation that compares query strategies."""
