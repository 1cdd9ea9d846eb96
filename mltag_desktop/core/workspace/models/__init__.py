"""The models and predictions inside a workspace."""
