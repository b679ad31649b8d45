"""One hash for what a plan says, so that two documents can be told apart by looking."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter
from pydantic_core import PydanticSerializationError

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
    adapters: dict[type[BaseModel], TypeAdapter[Any]] = {}
    for part in content:
        for record in [part] if isinstance(part, BaseModel) else part:
            kind = type(record)
            if kind not in adapters:
                adapters[kind] = TypeAdapter(kind)
            digest.update(_written(adapters[kind], record))
            digest.update(b"\n")
    return digest.hexdigest()[:LENGTH]


def _written(adapter: TypeAdapter[Any], record: BaseModel) -> bytes:
    """A record as JSON: its keys in the order of the format, those of its own mappings sorted by the model."""
    try:
        return adapter.dump_json(record, exclude_defaults=True)
    except PydanticSerializationError:  # a file's name may be no UTF-8, and is its task's id
        return json.dumps(record.model_dump(mode="json", exclude_defaults=True)).encode()
