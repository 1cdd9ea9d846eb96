"""Text to tag: features, classifier, rules, explanation, bundle and training."""
