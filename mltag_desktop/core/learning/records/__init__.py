"""Single records seen by a model: groups, surroundings of a record, and records that may be off topic."""
