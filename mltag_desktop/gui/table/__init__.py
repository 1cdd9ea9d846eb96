"""The record table (Qt model, view, painting, order)."""
