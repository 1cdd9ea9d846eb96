"""Files in and out: encoding and dialect, reading, quarantine, writing back."""
