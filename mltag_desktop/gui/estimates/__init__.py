"""Tags that no model knows: embeddings of the texts, and what the window says about the predictions."""
