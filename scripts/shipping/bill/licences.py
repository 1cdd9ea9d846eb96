"""Write notice and SBOM of a build, from its collected files."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from scripts.shipping.bill import notices, sbom
from scripts.shipping.bill.component import BILL, NOTICE
from scripts.shipping.bill.inventory import UnknownOwnerError, components
from scripts.shipping.trim import Entry

_PACKAGES: Final = ("pkg:pypi/", "pkg:cargo/")


def write(
    collected: Iterable[Entry], root: Path, folder: Path, replaced: Mapping[str, str] | None = None
) -> list[Entry]:
    """Write both into `folder`; return them as collected files.

    `replaced` has the files that are shipped in place of a source.

    Raises `UnknownOwnerError` when a collected file has no known owner, a licence does not allow shipping, or
    the hash of a package is not known.
    """
    found = components(collected, root, replaced)
    if unknown := [one.name for one in found if one.purl.startswith(_PACKAGES) and not one.sha256]:
        raise UnknownOwnerError(
            f"the hashes of {', '.join(unknown)}: scripts/environment did not install them; run `make clean`"
        )
    folder.mkdir(parents=True, exist_ok=True)
    notices.write(found, folder / NOTICE)
    sbom.write(found, folder / BILL)
    return [(f"licences/{name}", str(folder / name), "DATA") for name in (NOTICE, BILL)]
