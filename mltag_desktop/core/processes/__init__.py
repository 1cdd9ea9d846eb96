"""What concerns a process as a whole: its start and its memory."""
