"""Looks and guidelines of the bundled model's tags."""

import functools
import tomllib

from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.workspace.types import TagInfo


@functools.cache
def bundled_tags() -> tuple[TagInfo, ...]:
    """Return the tags of the bundled model with their guidelines, in the model's order."""
    content = tomllib.loads(resource("tags.toml").read_text("utf-8"))
    return tuple(
        TagInfo(
            name=tag["name"],
            short=tag["short"],
            sign=tag["sign"],
            colour=tag["colour"],
            description=tag["description"].strip(),
            examples=tuple(tag["examples"]),
        )
        for tag in content["tags"]
    )
