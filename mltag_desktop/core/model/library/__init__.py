"""Models outside a workspace: the library, model files, and bundle folders."""
