"""Write the SBOM as CycloneDX 1.6 JSON, checked against its schema.

The hash of a Python library is that of its wheel, as in `requirements/`; the hash of a Rust library that of
its crate. Libraries that are in no package of their own list their files with hashes, as they are shipped.
"""

import json
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from mltag_desktop import __version__
from scripts.shipping.bill.component import Component

_SPACE: Final = uuid.UUID("5b9a2c0e-6c9b-5c1d-9d51-3a2f0b6f3c11")
"""Namespace of the serial number, which is derived from the content, so that builds are reproducible."""


def write(components: Iterable[Component], path: Path) -> None:
    """Write the SBOM; raises `ValueError` when it does not match the schema."""
    content = bill(list(components))
    problems = JsonStrictValidator(SchemaVersion.V1_6).validate_str(content)
    if problems is not None:
        raise ValueError(f"the bill of materials does not fit CycloneDX 1.6: {problems}")
    path.write_text(content + "\n", encoding="utf-8")


def bill(components: list[Component]) -> str:
    """Return the SBOM as JSON."""
    program = Part(
        name="mltag-desktop",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="mltag-desktop",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    parts = [_part(one) for one in components]
    made = Bom(components=parts, serial_number=uuid.uuid5(_SPACE, repr(components)))
    made.metadata.component = program
    made.register_dependency(program, parts)
    written = json.loads(JsonV1Dot6(made).output_as_string())
    written["metadata"].pop("timestamp", None)  # builds must not differ by their time
    return json.dumps(written, indent=1, sort_keys=True, ensure_ascii=False)


def _part(one: Component) -> Part:
    homes = [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(one.home))] if one.home else []
    return Part(
        name=one.name,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{one.name}@{one.version}",
        licenses=[LicenseFactory().make_from_string(one.licence)],
        purl=PackageURL.from_string(one.purl) if one.purl else None,
        copyright=one.copyright or None,
        external_references=homes,
        hashes=_hashes(one.sha256),
        components=[
            Part(name=name, type=ComponentType.FILE, bom_ref=f"{one.name}/{name}", hashes=_hashes(sha256))
            for name, sha256 in one.files
        ],
    )


def _hashes(sha256: str) -> list[HashType]:
    return [HashType(alg=HashAlgorithm.SHA_256, content=sha256)] if sha256 else []
