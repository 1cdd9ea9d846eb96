"""MLTag Desktop: sort content by topic, offline, with a model that learns from corrections."""

__version__ = "0.1.0"
