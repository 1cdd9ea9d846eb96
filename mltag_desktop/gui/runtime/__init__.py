"""Background jobs, the decision writer, GC and heap control."""
