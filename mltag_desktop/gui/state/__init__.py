"""State that the parts of the window share: session, commands, shortcuts, settings."""
