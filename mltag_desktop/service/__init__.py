"""The service: predictions, explanations and feedback over HTTP."""
