"""Development scripts: bundled model, guide, translations, packages; not part of the program."""
