"""The page to try the service: a single file without external assets."""

import base64
import hashlib
import re
from functools import cache
from typing import Final

from mltag_desktop.core.files import resource

_INLINE: Final = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


@cache
def page() -> str:
    """Return the HTML of the page."""
    return resource("service.html").read_text(encoding="utf-8")


def _policy() -> str:
    """Return a content security policy that allows the inline script and style and this service only."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, content in _INLINE.findall(page()):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    return (
        f"default-src 'none'; script-src {' '.join(hashes['script'])}; style-src {' '.join(hashes['style'])};"
        " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


PAGE_HEADERS: Final = {"content-security-policy": _policy(), "referrer-policy": "no-referrer"}
