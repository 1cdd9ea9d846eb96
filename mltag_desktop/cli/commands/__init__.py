"""The commands of `mltag`, by what they are about; a module is imported when one of its commands runs."""
