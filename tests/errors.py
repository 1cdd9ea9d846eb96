"""Errors for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from mltag_desktop.core.errors import MltagError


@contextmanager
def user_error(words: str = "") -> Iterator[pytest.ExceptionInfo[MltagError]]:
    """Check that there is an error for the user that matches `words` and says what to do."""
    with pytest.raises(MltagError, match=words or None) as caught:
        yield caught
    assert caught.value.hint
