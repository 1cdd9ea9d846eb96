"""What every part is given: session, commands, shortcuts, settings."""
