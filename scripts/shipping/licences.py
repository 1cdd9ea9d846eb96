"""Write notice and SBOM of a build, from its collected files."""

from collections.abc import Iterable
from pathlib import Path

from scripts.shipping import notices, sbom
from scripts.shipping.component import BILL, NOTICE
from scripts.shipping.inventory import components
from scripts.shipping.trim import Entry


def write(collected: Iterable[Entry], root: Path, folder: Path) -> list[Entry]:
    """Write both into `folder`; return them as collected files.

    Raises `UnknownOwnerError` when a collected file has no known owner or a licence does not allow shipping.
    """
    found = components(collected, root)
    folder.mkdir(parents=True, exist_ok=True)
    notices.write(found, folder / NOTICE)
    sbom.write(found, folder / BILL)
    return [(f"licences/{name}", str(folder / name), "DATA") for name in (NOTICE, BILL)]
