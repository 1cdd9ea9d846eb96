"""A combo box with the policies for unsure predictions."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.gui.i18n.translation import tr

_POLICIES: Final = (
    (UnsurePolicy.KEEP, tr("Write like all predictions"), tr("Tags to review look like any other tag.")),
    (
        UnsurePolicy.FLAG,
        tr("Add a column needs_review"),
        tr("The column is true where a person should look at the tag."),
    ),
    (
        UnsurePolicy.COLUMN,
        tr("Write to a separate column"),
        tr("The tag stays empty, and the column unsure_tag has the prediction."),
    ),
    (
        UnsurePolicy.EMPTY,
        tr("Leave the tag empty"),
        tr("Records to review are exported without a tag."),
    ),
    (
        UnsurePolicy.REFUSE,
        tr("Refuse the export"),
        tr("Nothing is exported until all records to review are reviewed."),
    ),
)


class UnsurePolicyBox(QComboBox):
    """Lets the user choose what is exported for predictions below the review threshold."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Tags to review in exports"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(UnsurePolicy.KEEP)

    @property
    def policy(self) -> UnsurePolicy:
        """The chosen policy."""
        return UnsurePolicy(self.currentData())

    def choose(self, policy: UnsurePolicy) -> None:
        """Choose a policy without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(policy.value))
        self.blockSignals(False)

    def offer(self, least: UnsurePolicy) -> None:
        """Offer `least` and the stricter policies, and choose `least`."""
        self.blockSignals(True)
        self.clear()
        names = [policy for policy, _, _ in _POLICIES]
        for policy, words, hint in _POLICIES[names.index(least) :]:
            self.addItem(words, policy.value)
            self.setItemData(self.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(False)
        self.choose(least)
