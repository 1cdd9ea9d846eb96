"""Policy for unsure predictions: what an export, a batch and the service write below the review threshold."""

from enum import StrEnum
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message


class UnsurePolicy(StrEnum):
    """Treatment of an unreviewed prediction below the review threshold, loosest first."""

    KEEP = "keep"
    """It is written like any other prediction."""
    FLAG = "flag"
    """It is written, and a column says which rows need review."""
    COLUMN = "column"
    """It is written to a separate column, and the tag stays empty; exports only."""
    EMPTY = "empty"
    """The tag stays empty."""
    REFUSE = "refuse"
    """Nothing is exported until somebody reviewed it; exports only."""

    @property
    def published(self) -> "UnsurePolicy":
        """The policy of a model that is published with this policy of its workspace.

        A model has no records that could be reviewed first, so it leaves the tag empty.
        """
        if self is UnsurePolicy.COLUMN or self is UnsurePolicy.REFUSE:
            return UnsurePolicy.EMPTY
        return self

    def chosen(self, wanted: "UnsurePolicy | None", owner: str) -> "UnsurePolicy":
        """Return the policy that applies if `wanted` is asked for under this policy.

        `wanted` may be stricter. Raises `MltagError` if it is looser; `owner` names whose policy this is.
        """
        if wanted is None:
            return self
        if _STRICTNESS.index(wanted) < _STRICTNESS.index(self):
            raise MltagError(
                message(
                    "{owner} does not allow “{wanted}” for unsure predictions: its policy is “{policy}”.",
                    owner=owner,
                    wanted=str(wanted),
                    policy=str(self),
                ),
                "Choose the same or a stricter policy, or change it where it was set.",
            )
        return wanted


_STRICTNESS: Final = tuple(UnsurePolicy)
