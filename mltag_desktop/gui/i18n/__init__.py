"""Translation, number formats, text direction."""
