"""The human-in-the-loop: question queue, retraining, judging, production metrics."""
