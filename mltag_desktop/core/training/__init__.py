"""Everything that makes a model: fits, recipes and their choice, calibration, adaptation, candidates."""
