"""What the service keeps and what becomes of it: feedback, texts to review, and trials of a candidate."""
