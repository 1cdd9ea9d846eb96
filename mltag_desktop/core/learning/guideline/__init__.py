"""The guideline of a tag set as a file, with its rules and the curator's own behavioural tests."""
