"""What a model says about single records: groups, what surrounds a record, and what may be off topic."""
