"""Comments that allow a finding: `# plancli: allow RULE -- reason`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from plancli.diagnostics import Allowance, Finding, Place, Route
from plancli.source.yaml import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.loading.faults import Fault
    from plancli.source.yaml import Node

may_allow = re.compile("plancli", re.IGNORECASE).search
"""Whether a text may have allowances; quick."""

# A Chinese keyboard gives ：, and a hasty hand one hyphen: what is meant is plain all the same.
_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*plancli(?:[ \t]*[:：]|(?=[ \t]+allow\b))[ \t]*([^\r\n]*)", re.MULTILINE | re.IGNORECASE
)
_ALLOW = re.compile(
    r"allow\b[ \t]*(?P<rules>.*?)[ \t]*(?:(?:--|——|—|－－?|(?<=[ \t])-(?=[ \t]))[ \t]*(?P<reason>.*))?$", re.IGNORECASE
)
_NAME = re.compile(r"[^\s,，、]+")


def invalid_allowance(place: Place, case: str, written: str = "", names: tuple[str, ...] = ()) -> Finding:
    """A comment that was to allow a finding cannot be understood.

    A comment allows findings of the rules that it names: behind a value those of that value, on a line of its own those
    of the next line, above the file's first key those of the whole file. It gives a reason, so that the next reader
    need not ask. What is missing from a sheet cannot be allowed: a file that cannot be read, a name that nobody has.

    Bad:

        # tasks/节能降碳.yaml
        lead: []  # plancli: allow no-leads -- 原文未列
        responsible:
          - 区发改委
          - 区生态环境局

    Good:

        # tasks/节能降碳.yaml
        lead: []  # plancli: allow no-lead -- 原文未列
        responsible:
          - 区发改委
          - 区生态环境局
    """
    return Finding(place, {"written": written}, case, typed=written, candidates=dict.fromkeys(names))


def unused_allowance(place: Place, rule: str) -> Finding:
    """A comment allows a finding that is not there.

    The fault was mended, or the comment stands in the wrong place: it would hide the next one. Delete it.

    Bad:

        # tasks/节能降碳.yaml
        lead:  # plancli: allow no-lead -- 原文未列
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
    """
    return Finding(place, {"rule": rule})


def read_allowances(path: str, text: str) -> tuple[list[Allowance], list[tuple[Fault, Finding]]]:
    """The allowances of a file, and the comments that were to be some.

    Args:
        path: The file.
        text: Its text, without a byte order mark.
    """
    nodes = locate(text)
    begins = sorted((node.key[0] if node.key else node.start, route) for route, node in nodes.items() if route)
    scalars = sorted(_content(text, node) for node in nodes.values() if node.style is not None)
    allowances: list[Allowance] = []
    findings: list[tuple[Fault, Finding]] = []
    for found in _COMMENT.finditer(text):
        nearest = bisect_right(scalars, (found.start(), len(text))) - 1
        if nearest >= 0 and found.start() < scalars[nearest][1]:
            continue  # a text that speaks of allowances
        span = (found.start(), found.end())
        read = _ALLOW.match(found[1])
        case = "verb" if read is None else "rule" if not read["rules"] else "" if read["reason"] else "reason"
        if case or read is None:
            written = found[1].split(" ")[0]
            findings.append((invalid_allowance, invalid_allowance(Place(path, span=span), case, written)))
            continue
        routes = tuple(_covered(text, begins, found.start()))
        for name in _NAME.finditer(read["rules"]):
            start = found.start(1) + read.start("rules")
            place = Place(path, span=(start + name.start(), start + name.end()))
            allowances.append(Allowance(name[0], place, routes))
    return allowances, findings


def _content(text: str, node: Node) -> tuple[int, int]:
    """Where a scalar's text stands; behind the | of a block there may be a comment."""
    return text.find("\n", node.start) if node.style in {"|", ">"} else node.start, node.end


def _covered(text: str, begins: list[tuple[int, Route]], at: int) -> Iterator[Route]:
    """The values that a comment speaks of: those that begin on its line, else on the next; else the whole file.

    Args:
        text: The file's text.
        begins: Where each value begins, with its key, in order.
        at: Where the comment does.
    """
    start, end = _line(text, at)
    if not text[start:at].strip(" \t"):
        if not begins or at < begins[0][0]:
            yield ()
            return
        following = bisect_left(begins, (end,))
        if following == len(begins):
            return
        start, end = _line(text, begins[following][0])
    for _, route in begins[bisect_left(begins, (start,)) : bisect_left(begins, (end,))]:
        yield route


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end
