"""Whose work is in the program: components, licences, the notice and the bill of materials."""
