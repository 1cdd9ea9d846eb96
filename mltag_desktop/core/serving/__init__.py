"""Data of the service: feedback, texts to review, and trials of a candidate."""
