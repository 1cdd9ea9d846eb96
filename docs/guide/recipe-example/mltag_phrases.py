"""Two recipes for MLTag Desktop: each function returns an untrained scikit-learn classifier of texts."""

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline


def phrases() -> Pipeline:
    """Return logistic regression on words and phrases of up to three words."""
    return make_pipeline(
        TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True),
        LogisticRegression(C=10, class_weight="balanced", max_iter=1000),
    )


def neighbours() -> Pipeline:
    """Return a vote of the five nearest texts; it is not linear, so it has no explanation."""
    return make_pipeline(TfidfVectorizer(), KNeighborsClassifier(n_neighbors=5, metric="cosine"))
