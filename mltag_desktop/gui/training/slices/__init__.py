"""The slices that a user defines."""
