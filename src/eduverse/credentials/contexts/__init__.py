"""The JSON-LD contexts that certificates are written in, as published; nothing is ever fetched.

`credentials-v2.json` is W3C's (Software and Document License), `open-badges-3.0.3.json` is 1EdTech's (as packaged by
the Digital Credentials Consortium, MIT).
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["bundled"]

_FILES = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "open-badges-3.0.3.json",
}


@cache
def bundled() -> Mapping[str, Any]:
    """URL -> context."""
    folder = files(__package__)
    return {url: json.loads(folder.joinpath(name).read_text("utf-8")) for url, name in _FILES.items()}
