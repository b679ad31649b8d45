"""A value that does not fit: which wording applies, chosen by what pydantic found and what was written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Fix, Place, Replacement, Route
from plancli.loading import misfits
from plancli.loading.annotations import choices
from plancli.loading.pruning import at, existing
from plancli.model.spoken import as_a_file_has_it
from plancli.source.text import STAND_IN
from plancli.source.yaml import Plain, Value

if TYPE_CHECKING:
    from pydantic import BaseModel

_EMPTY = {"", "~", "null", "Null", "NULL"}
_NONE = {"—", "——", "－", "-", "/", "／", "无", "无。"}
"""What a document's table has in a cell without units."""

_LIST_MARK = re.compile(
    r"[－—–•·●○■◆*【［〔「]|[0-9]{1,2}[、.．]|[一二三四五六七八九十][、.．]|[（(][0-9一二三四五六七八九十]{1,2}[）)]"
)
"""What people begin an entry of a list with, or a list, that YAML does not know."""

_NEEDED = frozenset({"title", "text", "name", "id", "indicator", "heading", "what", "kind"})
"""Keys that no record can be without, wherever they stand."""
_EXPECTED = {"string_type": "text", "tuple_type": "list", "model_type": "mapping", "dict_type": "mapping"}


def misfit(model: type[BaseModel], value: Value, path: str, kind: str, route: Route) -> Finding | None:
    """What to say of a value; nothing where a forbidden character in it is told already.

    Args:
        model: The file's record.
        value: The whole file.
        path: Which.
        kind: The type of pydantic's error.
        route: Where the value stands.
    """
    route = existing(value, route)
    given = at(value, route)
    if isinstance(given, str) and STAND_IN in given:
        return None
    case = _case(kind, given)
    if case in {"blank", "text-empty"} and route and route[-1] in _NEEDED:
        case = "blank-needed"
    if case == "mapping-colon":
        colon = given.index("：")
        return misfits.wrong_type(Place(path, route, chars=(colon, colon + 1)), case, given[:colon])
    if isinstance(given, str) and (meant := as_a_file_has_it(case, given)):
        return misfits.said_otherwise(Place(path, route), _shown(given), *meant)
    possible = tuple(str(choice) for choice in choices(model, route)) if case == "choice" else ()
    shown = _LIST_MARK.match(given) if case == "list-mark" else None
    finding = misfits.wrong_type(Place(path, route), case, shown[0] if shown else _shown(given), possible)
    return replace(finding, fix=_same(finding.place, given)) if case in {"text-plain", "number-quoted"} else finding


def _same(place: Place, given: Value) -> Fix:
    """The same characters with quotes or without: nobody who wrote `2025` where a text belongs could mean otherwise."""
    return Fix("safe", (Replacement(place, given.text if isinstance(given, Plain) else str(given)),))


def _case(kind: str, given: Value) -> str:
    if kind == "literal_error":
        return _of_choice(given)
    if kind in {"string_too_short", "string_pattern_mismatch"}:
        return "blank" if not given.strip() else "line" if "\n" in given else "code"
    case = _EXPECTED.get(kind, kind.replace("_", "-"))
    if case == "text" and isinstance(given, Plain):
        return "text-empty" if given.text in _EMPTY else "text-plain"
    if case == "list" and isinstance(given, str):
        return _of_list(given)
    if case == "mapping" and isinstance(given, str) and re.match(r"[^\s：]{1,40}：", given):
        return "mapping-colon"
    return "number-quoted" if case == "number" and isinstance(given, str) and _is_number(given) else case


def _of_choice(given: Value) -> str:
    if isinstance(given, Plain) and given.text in _EMPTY:
        return "text-empty"
    return "choice" if isinstance(given, (str, Plain)) else "text"


def _of_list(given: str) -> str:
    if given.strip() in _NONE:
        return "list-none"
    if re.match(r"-[^ -]", given):
        return "list-tight-dash"
    return "list-mark" if _LIST_MARK.match(given) else "list"


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and text.isascii()


def _shown(given: Value) -> str:
    """A value in a message: scalars only, and not at length."""
    text = given.text if isinstance(given, Plain) else given if isinstance(given, str) else ""
    return text if len(text) <= 30 else text[:29] + "…"  # noqa: PLR2004 - about a line's width in Chinese
