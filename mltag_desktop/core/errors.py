"""The error that is shown to users, and the exception that cancels a job."""

from mltag_desktop.core.messages import message


class MltagError(Exception):
    """An error that the user can fix: `message` says what happened, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type["MltagError"], tuple[str, ...]]:
        return type(self), (self.message, self.hint)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


class OutOfMemoryError(MltagError):
    """A computation that did not fit into memory; the process may have half-loaded libraries."""

    def __init__(self) -> None:
        super().__init__(
            message("There is not enough memory for this computation."),
            message("Close other programs and try again."),
        )

    def __reduce__(self) -> tuple[type["OutOfMemoryError"], tuple[()]]:
        return type(self), ()


class StorageError(MltagError):
    """A workspace or a cache cannot be read or saved, for example because the disk is full."""


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """The user cancelled a long function; raised by `Progress.report`."""
