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


class Reports(CancelAbove):
    """Keeps the fractions and the steps that are reported; cancels above a fraction, by default never."""

    def __init__(self, fraction: float = 2.0) -> None:
        super().__init__(fraction)
        self.fractions: list[float] = []
        self.steps: list[str] = []

    def report(self, fraction: float, step: str = "") -> None:
        self.fractions.append(fraction)
        if step:
            self.steps.append(step)
        super().report(fraction, step)
