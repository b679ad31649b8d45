"""One hash for what a plan says, so that two documents can be told apart by looking."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterable

LENGTH = 12
"""Hex digits that are shown: 48 bits tell the revisions of one plan apart."""


def fingerprint(*content: BaseModel | Iterable[BaseModel]) -> str:
    """Hash records by what they say.

    Keys that are left out and keys written with their default are the same; so are comments, key order, quoting
    and line endings, which the loaded records do not hold.
    """
    digest = hashlib.sha256()
    for part in content:
        for record in [part] if isinstance(part, BaseModel) else part:
            content_of = record.model_dump(mode="json", exclude_defaults=True)
            written = json.dumps(content_of, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            digest.update(written.encode("utf-8", "surrogatepass"))  # a file's name may be no UTF-8
            digest.update(b"\n")
    return digest.hexdigest()[:LENGTH]
