from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui.operations import Operations


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Operations]:
    runner = Operations()
    yield runner
    runner.end()
