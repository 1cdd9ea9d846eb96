"""Everything that writes a file for somebody else."""
