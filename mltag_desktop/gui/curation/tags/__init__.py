"""Lists and sets of tags: picker, editor, and where the tags of a table come from."""
