"""Text classification: features, classifiers, rules, explanations, bundles and training."""
