"""The command line `mltag`."""
