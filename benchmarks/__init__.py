"""Speed as ratios: each figure compares contenders within one run on one machine."""
