"""Records by compiled code, where it was built; csv.reader gives the same results without it."""
