"""Source records, their texts, imports and merges."""
