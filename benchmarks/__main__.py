"""`make bench`: run the benchmarks one after the other, each in a separate process.

`python -m benchmarks NAME…` runs the named ones, `python -m benchmarks slow` those with a million records,
which take minutes.
"""

import os
import subprocess
import sys
from typing import Final

ALL: Final = (
    "prediction", "training", "learning", "live_predictions", "certification", "start", "event_loop",
    "service", "cache", "text_map", "keystrokes", "embedding", "own_tags", "compare",
)  # fmt: skip
SLOW: Final = ("workspace", "window", "growth", "import_command", "batch", "scale")

_ON_ONE_CORE: Final = ("prediction", "learning", "live_predictions", "cache", "own_tags")
ONE_CORE: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> int:
    """Run the named benchmarks, or all quick ones; return the number that failed."""
    names = [name for given in sys.argv[1:] or ALL for name in (SLOW if given == "slow" else (given,))]
    failed = 0
    for name in names:
        environment = os.environ | (ONE_CORE if name in _ON_ONE_CORE else {})
        failed += (
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], env=environment).returncode != 0
        )
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
