"""Text of tables and file names that is safe to print on a terminal."""

from typing import Final

_CONTROLS: Final = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
    | {127: 0x2421}
    | dict.fromkeys(range(128, 160), 0xFFFD)
)
"""A terminal would obey them: move the cursor, change colours or its title. Each has a visible symbol."""


def printable(text: str) -> str:
    """Return a text with visible symbols in place of control characters; tabs and line ends stay."""
    return text.translate(_CONTROLS)
