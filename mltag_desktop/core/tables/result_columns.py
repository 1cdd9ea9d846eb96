"""Names of the columns that exports, `mltag predict` and the Python interface add to a table."""

from typing import Final

TAG: Final = "tag"
PREDICTED_TAG: Final = "predicted_tag"
TABLE_TAG: Final = "table_tag"
"""The tag that the table had, in an export of corrections."""
CONFIDENCE: Final = "confidence"
"""Confidence of the predicted tag."""
MODEL_VERSION: Final = "model_version"
"""The model that predicted."""
NEEDS_REVIEW: Final = "needs_review"
"""Whether the prediction is below the review threshold and nobody reviewed it."""
UNSURE_TAG: Final = "unsure_tag"
"""A prediction below the review threshold, if these have a column of their own."""
STATUS: Final = "status"
FLAGGED: Final = "flagged"
SKIPPED: Final = "skipped"
UNSURE: Final = "unsure"
STALE: Final = "stale"
NOTE: Final = "note"
CURATOR: Final = "curator"
TIME: Final = "time"
OFF_TOPIC: Final = "off_topic"
"""Whether a curator marked the text as off topic, or it may be."""
ADDITIONAL_TAGS: Final = "additional_tags"
MARKS: Final = "marks"
PREFIX: Final = "mltag_"
"""Set before a name that the table has too."""

CHOICES: Final = (
    TAG,
    PREDICTED_TAG,
    CONFIDENCE,
    STATUS,
    FLAGGED,
    NOTE,
    CURATOR,
    TIME,
    ADDITIONAL_TAGS,
    MODEL_VERSION,
    SKIPPED,
    UNSURE,
    OFF_TOPIC,
)
"""The columns that an export can add, in the order in which they are written."""
NUMBERS: Final = frozenset({CONFIDENCE})
TRUTHS: Final = frozenset({FLAGGED, SKIPPED, UNSURE, OFF_TOPIC, NEEDS_REVIEW, STALE})
