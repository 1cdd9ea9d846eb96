"""`make bench`: every benchmark in a process of its own, one after the other.

`python -m benchmarks NAME…` runs some, `python -m benchmarks slow` those with a million records: minutes.
"""

import os
import subprocess
import sys
from typing import Final

ALL: Final = ("prediction", "training", "learning", "start", "event_loop", "service")
SLOW: Final = ("workspace", "window")

ONE_CORE: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> int:
    """Run the named benchmarks, or all that are quick; return how many failed to run."""
    names = [name for given in sys.argv[1:] or ALL for name in (SLOW if given == "slow" else (given,))]
    failed = 0
    for name in names:
        environment = os.environ | (ONE_CORE if name in ("prediction", "learning") else {})
        failed += (
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], env=environment).returncode != 0
        )
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
