"""Dialogs and pages beside the table: report, training, paste, export, crash, about, keys."""
