"""Controllers that open dialogs; each dialog is imported on first use."""
