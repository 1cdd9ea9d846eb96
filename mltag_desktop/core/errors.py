"""The errors that a user sees, and the one that ends a job in silence."""


class MltagError(Exception):
    """Something the user can mend: `message` says what happened, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type["MltagError"], tuple[str, str]]:
        return type(self), (self.message, self.hint)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


class Cancelled(Exception):  # noqa: N818 - it is an outcome, no error
    """The user asked a long function to stop; raised from `Progress.report`."""
