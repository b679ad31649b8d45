"""Keys that are missing or unknown: one mistake, one message."""

from __future__ import annotations

import pytest

from tests.rules.cases_shape import header, register
from tests.support import Files, diagnostics, rules, task, wordings, world

DUES = "milestones:\n  - what: 甲\n    due: 2026\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (task("milestones:\n  - what: 甲\n  - due: 2026\n"), ["missing-key.torn"]),
        (task("milestones:\n  - due: 2026\n  - what: 甲\n"), ["missing-key.torn"]),
        (task("milestones:\n  - what: 甲\n  - what: 乙\n"), ["missing-key", "missing-key"]),
        (task("milestones:\n  - what: 甲\n  - what: 乙\n    due: 2026\n"), ["missing-key"]),
        (task("milestones:\n  - {}\n  - {}\n"), ["missing-key.many", "missing-key.many"]),
        (task("milestones:\n  - due: 2026\n  - {what: 甲, due: 2026}\n  - what: 乙\n"), ["missing-key", "missing-key"]),
        (world(header("outline:\n  - heading: 甲\n  - tasks: [节能降碳]\n")), ["missing-key.torn"]),
        (world(header("outline:\n  - heading: 甲\n  - {heading: 乙, tasks: []}\n")), ["missing-key.heading-neither"]),
        (task(f"{DUES}  - 内容: 乙\n    due: 2026\n"), ["unknown-key.heading"]),
        (task(f"{DUES}  - 步骤: 乙\n    due: 2026\n"), ["unknown-key.heading"]),
        (task(f"{DUES}  - 步骤: 乙\n"), ["missing-key.many", "unknown-key"]),
        (task(f"{DUES}  - 步骤: 乙\n    人员: 甲\n    due: 2026\n"), ["missing-key", "unknown-key", "unknown-key"]),
        (task("lead:\n  - 名称: 区发改委\n"), ["unknown-key.heading"]),
        (task("lead:\n  - 区发改委:\n"), ["unknown-key.unit"]),
        (task("lead:\n  - 区发改委: 牵头\n    区生态环境局: 配合\n"), ["unknown-key.unit"]),
        (task("lead:\n  - scope: 甲\n"), ["missing-key"]),
        (world(register("departments:\n  - {kind: government}\n")), ["missing-key"]),
        (world(register("departments:\n  - {name: [乙], kind: party}\n")), ["wrong-type.text"]),
    ],
)  # fmt: skip
def test_what_is_told(files: Files, expected: list[str]) -> None:
    """Exactly these wordings, each as often as it is said."""
    assert wordings(files) == expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("牵头单位: [区发改委]\nresponsible: [区生态环境局]\n", "lead"),
        ("LEAD: [区发改委]\nresponsible: [区生态环境局]\n", "lead"),
        ("目标: []\n", "targets"),
        ("步骤: 甲\ndue: 2026\n", ""),
        (f"{DUES}  - 步骤: 乙\n    due: 2026\n", "what"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    """By its name, or because nothing else is missing."""
    (found,) = [each for each in diagnostics(task(text)) if each.rule == "unknown-key"]
    assert found.suggestions[:1] == ((meant,) if meant else ())


def test_a_key_that_is_there_under_a_wrong_name_is_not_missed() -> None:
    """That nobody leads, or that a unit is named nowhere, would be said of the same line."""
    files = world(
        "# tasks/节能降碳.yaml (whole)\ntitle: 甲\ntext: 推进。\n牵头单位: [区发改委]\n责任单位: [区生态环境局]\n"
    )
    assert rules(files) == ["unknown-key", "unknown-key"]
