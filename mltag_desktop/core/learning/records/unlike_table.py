"""Tells a table that is about something else than the model it would be tagged with."""

from typing import Final

import numpy as np

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import off_topic_filter
from mltag_desktop.core.workspace.workspace import Workspace

UNLIKE: Final = 0.6
"""Share of off-topic records from which a table is about something else.

Measured with the bundled model on the first 64 records: 0.02 on its holdout, 0.17 on machine learning texts
of another source (0.36 on their titles), 0.97 on descriptions of packages and 1.0 on the same in German.
"""
_FEWEST: Final = 50
"""Number of records from which a table is compared."""
_SAMPLE: Final = 64


def is_unlike(workspace: Workspace, model: LinearModel) -> bool:
    """Return whether an untouched table with the tags of `model` is about something else.

    A sample of the records is compared with the training data, in a few hundredths of a second.
    """
    names = {tag.name for tag in workspace.tag_set.tags}
    if workspace.journal.last or names != set(model.tags):
        return False
    states = workspace.states()
    rows = np.flatnonzero(~states.gone) if len(states.gone) else np.arange(states.count)
    if len(rows) < _FEWEST:
        return False
    count = min(_SAMPLE, len(rows))
    places = np.arange(count) * (len(rows) - 1) // (count - 1)  # np.unique would import numpy.ma
    detector = off_topic_filter(model)
    if detector is None:
        return False
    return float(detector.suspicion_of(workspace.table.texts(rows[places])).off_topic.mean()) >= UNLIKE
