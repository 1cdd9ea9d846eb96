"""The Python interface: `from mltag_desktop import Tagger, Workspace, read_table, evaluate`."""
