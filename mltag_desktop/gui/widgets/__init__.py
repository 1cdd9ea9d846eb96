"""Theme and reusable widgets."""
