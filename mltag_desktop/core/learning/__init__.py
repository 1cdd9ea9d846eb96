"""Human in the loop: question queue, retraining, evaluation of candidates and production metrics."""
