"""Progress objects that cancel."""

from mltag_desktop.core.errors import Cancelled


class CancelAbove:
    """Cancels at the first report of more than a fraction, by default at the first one."""

    def __init__(self, fraction: float = -1.0) -> None:
        self._fraction = fraction

    def report(self, fraction: float, step: str = "") -> None:
        if fraction > self._fraction:
            raise Cancelled


class CancelAfter:
    """Cancels after a number of reports."""

    def __init__(self, reports: int) -> None:
        self._left = reports

    def report(self, fraction: float, step: str = "") -> None:
        self._left -= 1
        if self._left < 0:
            raise Cancelled
