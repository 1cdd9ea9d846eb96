"""A tagger of numbers: each row becomes a text with a word for each cell, for scikit-learn's own checks."""

from sklearn.utils.validation import validate_data

from mltag_desktop import Tagger


class NumberTagger(Tagger):
    """Reads rows of numbers in place of texts; everything else is the tagger's."""

    def fit(self, X, y, sample_weight=None, **more):  # noqa: N803
        validate_data(self, X, reset=True)
        return super().fit(X, y, sample_weight, **more)

    def _texts(self, values):
        rows = validate_data(self, values, reset=False)
        return [" ".join(f"c{place}v{cell:.2g}" for place, cell in enumerate(row)) for row in rows]

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array, tags.input_tags.one_d_array = True, False
        return tags
