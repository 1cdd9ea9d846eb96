import ctypes
import subprocess
import sys

import pytest

FAULTS = """
import resource, sys
import numpy as np
from mltag_desktop.core.processes.heap import reuse_heap

if sys.argv[1] == "reuse":
    reuse_heap()
for number in range(30):
    if number == 10:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    arrays = [np.ones(4 << 17) for _ in range(4)]
    del arrays
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "gnu_get_libc_version"),
    reason="another C library keeps its memory in its own way",
)
def test_freed_memory_is_reused_without_page_faults() -> None:
    found = {}
    for heap in ("default", "reuse"):
        command = [sys.executable, "-c", FAULTS, heap]
        found[heap] = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert found["reuse"] < found["default"] / 10
