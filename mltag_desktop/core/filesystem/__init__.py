"""Files on the disk: atomic writes, locks and temporary folders."""
