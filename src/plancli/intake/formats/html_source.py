"""The source of a page without what no reader sees: comments, declarations, scripts and styles.

They go before the page is parsed: the parser would look for the end of each of them through the whole rest of a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(r"<!--|<[!?]|<(script|style)(?=[\s/>])", re.IGNORECASE)
_ENDS = {"script": re.compile("</script", re.IGNORECASE), "style": re.compile("</style", re.IGNORECASE)}
_COMMENT_END, _TAG_END = re.compile("--!?>"), re.compile(">")


def visible(source: str) -> str:
    """A page's source without them; what is not ended goes on to the end of the page."""
    text = "".join(_visible(source))
    last = text.rfind(">") + 1
    return text[:last] + text[last:].replace("<", "&lt;")  # a tag without an end is none


def _visible(source: str) -> Iterator[str]:
    at = 0
    while found := _UNSEEN.search(source, at):
        yield source[at : found.start()]
        end = _end(found).search(source, found.end())
        if end is None:
            return
        closed = _TAG_END.search(source, end.end()) if found[1] else end
        if closed is None:
            return
        at = closed.end()
    yield source[at:]


def _end(found: re.Match[str]) -> re.Pattern[str]:
    """What ends what was found."""
    if found[1]:
        return _ENDS[found[1].lower()]
    return _COMMENT_END if found.group() == "<!--" else _TAG_END
