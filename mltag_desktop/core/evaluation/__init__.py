"""Evaluation of models: metrics, slices, paired comparisons, behavioural tests and reports."""
