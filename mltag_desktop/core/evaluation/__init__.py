"""How good a model is: metrics, slices, paired comparison, behaviour and report."""
