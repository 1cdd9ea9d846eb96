"""Write the SBOM as CycloneDX 1.6 JSON, checked against its schema."""

import json
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from mltag_desktop import __version__
from scripts.shipping.component import Component

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
    )
