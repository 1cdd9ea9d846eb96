"""The lines about the prediction and the decision of a record."""

import pytest

from mltag_desktop.core.workspace.types import RecordView, Status
from mltag_desktop.gui.record.detail_panel import decision_text


@pytest.mark.parametrize(
    ("status", "predicted", "expected"),
    [
        (Status.ACCEPTED, "sailing", "Accepted as sailing"),
        (Status.ACCEPTED, "cooking", "Accepted as sailing"),
        (Status.CORRECTED, "cooking", "Corrected to sailing"),
        (Status.CORRECTED, None, "Corrected to sailing"),
        (Status.CORRECTED, "sailing", "Confirmed as sailing"),
    ],
)
def test_a_decision_is_not_called_a_correction_of_an_equal_prediction(
    status: Status, predicted: str | None, expected: str
) -> None:
    record = RecordView(0, ("x",), "x", None, predicted, 0.9, {}, False, status, "sailing", (), "")
    assert decision_text(record).splitlines()[-1] == expected
