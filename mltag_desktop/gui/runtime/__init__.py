"""Operations off the GUI thread, the worker process, and signals to exit."""
