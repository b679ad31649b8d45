"""The rules of keys and values that do not fit the format, as `faults` has those of files."""

from __future__ import annotations

from plancli.diagnostics import Facts, Finding, Fix, Place, Replacement


def unknown_key(
    place: Place, key: str, keys: tuple[str, ...], case: str = "", suggested: tuple[str, ...] = ()
) -> Finding:
    """A key is none that the format knows.

    What stands under it would be ignored, and most such keys are typing errors. A column that the format has no key
    for goes under `notes`.

    Bad:

        # tasks/节能降碳.yaml
        leads:
          - 区发改委

    Good:

        # tasks/节能降碳.yaml
        lead:
          - 区发改委
    """
    return Finding(place, {"key": key}, case, typed=key, candidates=dict.fromkeys(keys), suggestions=suggested)


def missing_key(place: Place, keys: tuple[str, ...], case: str = "") -> Finding:
    """A key that is required is not there.

    A target needs either `comparator`, `value` and `unit`, or a `statement`; a heading either `sections` or `tasks`.

    Bad:

        # tasks/节能降碳.yaml
        targets:
          - id: 绿色商场
            indicator: 绿色商场
            comparator: at-least
            value: 1
            due: 2027
            quote: 培育绿色商场1家

    Good:

        # tasks/节能降碳.yaml
        targets:
          - id: 绿色商场
            indicator: 绿色商场
            comparator: at-least
            value: 1
            unit: 家
            due: 2027
            quote: 培育绿色商场1家
    """
    facts: Facts = {"key": keys if len(keys) > 1 else "".join(keys)}
    return Finding(place, facts, case or ("many" if len(keys) > 1 else ""))


def wrong_type(place: Place, case: str, shown: str = "", choices: tuple[str, ...] = ()) -> Finding:
    """A value is not of the kind that its key takes.

    A number stands for a text, a text for a list, a month that does not exist for a deadline.

    A text that YAML would read as a number, a boolean or nothing (`2025`, `012`, `true`, `~`) goes in quotes; a
    number, a year and a date do without. Every other plain text is itself, `no` and `on` included. Deadlines are
    written in digits: `2027` for 2027年, `2027-06` for 2027年6月底, `ongoing` for 持续推进.

    Bad:

        # tasks/节能降碳.yaml
        title: 2025
        due: 2027年6月底

    Good:

        # tasks/节能降碳.yaml
        title: "2025"
        due: 2027-06
    """
    facts: Facts = {"given": shown, "choices": choices}
    return Finding(place, facts, case, typed=shown if choices else "", candidates=dict.fromkeys(choices))


def said_otherwise(place: Place, shown: str, instead: str, unit: str = "") -> Finding:
    """A value of the wrong type of which it is plain what is meant; with its unit where it was written behind it."""
    case, facts = ("with-unit", {"unit": unit}) if unit else ("spoken", {})
    fix = None if unit else Fix("unsafe", (Replacement(place, instead),))
    return Finding(place, {"given": shown, "instead": instead, **facts}, case, fix=fix)


def cut_short_value(place: Place, lost: str) -> Finding:
    """A ` #` ends a value that goes on: what follows is a comment to YAML.

    `title: 推进 #1 工程` is the title `推进`. Put the value in quotes; where a comment is meant, write two spaces
    before the `#` and one behind it.

    Bad:

        # tasks/节能降碳.yaml
        title: 推进 #1 工程

    Good:

        # tasks/节能降碳.yaml
        title: "推进 #1 工程"  # 引号内的井号是正文
    """
    return Finding(place, {"lost": lost})
