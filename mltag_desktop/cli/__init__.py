"""The command `mltag`."""
