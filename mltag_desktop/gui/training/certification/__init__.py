"""Certification: the dialog, the records to check, and the certificate."""
