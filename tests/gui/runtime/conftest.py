from collections.abc import Iterator

import pytest

from mltag_desktop.gui.runtime.jobs import JobRunner


@pytest.fixture
def jobs(qapp) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.shut_down()
