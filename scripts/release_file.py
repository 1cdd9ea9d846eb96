"""Write the release.json of a release: `python -m scripts.release_file dist "What is new"`.

It contains the information of `SHA256SUMS` and of the file names in one file; Help › Check an update file…
reads both.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from mltag_desktop import __version__
from mltag_desktop.core.diagnostics.updates import FORMAT, Release, read_release
from mltag_desktop.core.filesystem import sha256_of


def write(folder: Path, version: str, notes: str) -> Release:
    """Write release.json for the files of `version` in `folder`, and return its content as read back."""
    files = {path.name: sha256_of(path) for path in sorted(folder.iterdir()) if version in path.name}
    values = {
        "format": FORMAT,
        "version": version,
        "date": datetime.now(UTC).date().isoformat(),
        "notes": notes,
        "files": files,
    }
    path = folder / "release.json"
    path.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return read_release(path)


if __name__ == "__main__":
    release = write(Path(sys.argv[1]), __version__, " ".join(sys.argv[2:]))
    sys.stdout.write(f"release.json: version {release.version}, {len(release.files)} files\n")
