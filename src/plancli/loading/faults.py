"""The rules of reading files: what each finds is one function's return value, its manual that function's docstring.

An example's first line names the file; its keys take the place of the same keys of a small sound plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from plancli.diagnostics import Finding, Place, Related

if TYPE_CHECKING:
    from plancli.source.text import Undecodable

Fault = Callable[..., Finding]


def unreadable_file(place: Place, case: str, reason: str) -> Finding:
    """A file of the plan is missing, cannot be opened, or is no regular file.

    The plan has a file `departments.yaml` and one file a task. Where one of them cannot be read, nothing is said
    about what it would hold: first make it readable.

    Bad:

        # departments.yaml (missing)

    Good:

        # departments.yaml
        departments:
          - name: 区发改委
            kind: government
          - name: 区生态环境局
            kind: government
    """
    return Finding(place, {"reason": reason, "file": place.path}, case)


def invalid_encoding(path: str, found: Undecodable) -> Finding:
    """A file is not UTF-8.

    Chinese Windows programs still save GBK ("ANSI") or UTF-16 ("Unicode") by default. Read as UTF-8 such a file is
    mojibake, so it is not read at all. Save it again and choose UTF-8.

    Bad:

        # tasks/节能降碳.yaml (GBK)
        title: 节能降碳

    Good:

        # tasks/节能降碳.yaml
        title: 节能降碳
    """
    facts = {"kind": found.kind} if found.kind else {}
    return Finding(Place(path, span=(found.offset, found.offset + 1)), facts, found.encoding)


def invalid_yaml(place: Place, case: str, facts: Mapping[str, str]) -> Finding:
    """A file cannot be read as YAML.

    What stands behind such a mistake is not looked at: the parser no longer knows where it is. Mend it and run
    again. The usual ones are a full-width colon, a key without a space behind its colon, a tab, and a quotation
    mark that is never closed. Colons behind the format's keys, and spaces that are missing behind them and behind
    dashes, `--fix` mends, all of a file at once.

    Bad:

        # tasks/节能降碳.yaml
        title：节能降碳
        lead: []

    Good:

        # tasks/节能降碳.yaml
        title: 节能降碳
        lead: []
    """
    return Finding(place, facts, case)


def duplicate_key(place: Place, key: str, first: Place, case: str = "") -> Finding:
    """A key is written twice in one mapping.

    YAML readers disagree which one counts, and most drop the other in silence. Keep one; where both hold units,
    put them into one list. Where the first key of a list's entry comes again, a new entry begins there: write the dash.

    Bad:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
        lead:
          - 区生态环境局

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
          - 区生态环境局
    """
    return Finding(place, {"key": key}, case, related=(Related(first),))


def folded_value(place: Place, case: str) -> Finding:
    """A value runs over several lines, and is no text that is set off with `|`.

    YAML joins such lines with a space, which belongs between two Latin words and nowhere in Chinese; and an entry of a
    list that is indented too far, or has lost its dash, becomes a part of the entry above it. Write the value on one
    line, or behind `|` with each line indented.

    Bad:

        # tasks/节能降碳.yaml
        text: 加快推动节能降碳，
          培育绿色商场1家。

    Good:

        # tasks/节能降碳.yaml
        text: |
          加快推动节能降碳，培育绿色商场1家。
    """
    return Finding(place, {}, case)


def forbidden_yaml_feature(place: Place, case: str, anchor: Place | None = None) -> Finding:
    """A file uses a part of YAML that plans do without.

    Anchors, aliases, merge keys, tags, directives, several documents, and keys that are no text make a file say
    something else than it shows, and an alias can make a small file enormous. Write out what is meant.

    Bad:

        # tasks/节能降碳.yaml
        lead: &units
          - 区发改委
        responsible: *units

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
        responsible:
          - 区生态环境局
    """
    return Finding(place, {}, case, related=(Related(anchor),) if anchor else ())


def file_too_large(place: Place, case: str, facts: Mapping[str, str]) -> Finding:
    """A file is larger than 1,000,000 bytes, or holds more than 20,000 values or more than 100 faults.

    No plan needs that; it is not read, so that a wrong file cannot stall the program. Of very many faults, which have
    one cause, the first hundred are told.

    Bad:

        # tasks/节能降碳.yaml (repeated 40000 times)
        # 这不是一个任务文件，而是误放进来的数据。

    Good:

        # tasks/节能降碳.yaml
        # 一行说明。
    """
    return Finding(place, facts, case)


def nesting_too_deep(place: Place, facts: Mapping[str, str]) -> Finding:
    """Lists or mappings stand inside each other more than 16 deep.

    Nothing in the format is deeper than ten.

    Bad:

        # tasks/节能降碳.yaml
        lead: [[[[[[[[[[[[[[[[[区发改委]]]]]]]]]]]]]]]]]

    Good:

        # tasks/节能降碳.yaml
        lead: [区发改委]
    """
    return Finding(place, facts)


def forbidden_character(place: Place, code: str, name: str, count: int) -> Finding:
    r"""A file holds a character that cannot be seen or that changes how others are shown.

    NUL and other controls, bidirectional overrides, zero-width characters, lone surrogates. They come along when
    text is copied from web pages or Word, break searching and comparing, and can make a reviewer see another text
    than the one that counts.

    Bad:

        # tasks/节能降碳.yaml
        title: "节能\u200b降碳"

    Good:

        # tasks/节能降碳.yaml
        title: 节能降碳
    """
    return Finding(place, {"code": code, "name": name, "count": str(count)}, "" if count == 1 else "many")


def merge_conflict_marker(path: str, first: tuple[int, int], last: tuple[int, int] | None) -> Finding:
    """A merge conflict was committed without being resolved.

    Git could not tell which of two wordings counts and left both. Choose one, and delete the three marked lines.

    Bad:

        # tasks/节能降碳.yaml
        <<<<<<< HEAD
        title: 节能降碳
        =======
        title: 节能减碳
        >>>>>>> draft

    Good:

        # tasks/节能降碳.yaml
        title: 节能降碳
    """
    end = (Related(Place(path, span=last)),) if last else ()
    return Finding(Place(path, span=first), {}, related=end)


def template_mistake(place: Place, reason: str) -> Finding:
    """A template of the project cannot be carried out.

    A name that the document does not have, a tag that is not closed, an operation that templates may not do. The
    context is described in `docs/templates.md`; the built-in template shows what works. Nothing was written.

    Bad:

        # templates/sheet.md.j2
        {{ sheet.departement.name }}

    Good:

        # templates/sheet.md.j2
        {{ sheet.entry.name }}
    """
    return Finding(place, {"reason": reason})
