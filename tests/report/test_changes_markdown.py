"""A comment on a pull request: what is material in the open, nothing of a plan alive, and never too long."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.diff.text import Edit
from plancli.report.changes_markdown import LIMIT, pull_request_comment
from plancli.views.changes import ComparisonView, ReachedView
from tests.report.changes_world import (
    CAME,
    ENVIRONMENT,
    GONE,
    LEADS,
    LOWERED,
    RENUMBERED,
    REWORDED,
    SMALL,
    any_comparison,
    change,
    comparison,
    task,
)
from tests.report.support import ENGLISH

TAG = re.compile(r"</?(?:del|ins|sub|code|details|summary)>|<br>")


def comment(view: ComparisonView, limit: int = LIMIT) -> str:
    """A comment in English, as its source."""
    return pull_request_comment(view, ENGLISH, limit)


def test_a_comment() -> None:
    """It reads so once the browser has resolved the references."""
    assert (
        html.unescape(comment(SMALL))
        == """\
### 5 material changes (2 of them major), reaching 4 departments; 2 formal changes besides (HEAD → worktree)

| Changes | Material | of them major | Formal |
| --- | --: | --: | --: |
| Targets | 1 | 1 | 0 |
| Tasks | 1 | 1 | 1 |
| Text | 2 | 0 | 1 |
| Register | 1 | 0 | 0 |

#### Register

- **material** 区住建委 belongs to 各管委会 now <sub><code>group-member-added</code></sub>

*reaches* the change is its own: 区住建委

#### 6. 节能降碳 (formerly 5)

- **major** the target “绿色贷款余额” was lowered from 1800亿元 to 1600亿元 (-200亿元, -11.1%) \
<sub><code>target-lowered</code></sub>
- **material** a sentence was removed <sub><code>text-sentence-removed</code></sub><br><del>定期评估。</del>
- **material** a sentence was added <sub><code>text-sentence-added</code></sub><br><ins>完善制度。</ins>

*reaches* 牵头: 区发改委; 责任: 区生态环境局, 区住建委; 责任 through 各管委会: 解放碑CBD管委会

#### formerly 7. 环境监测

- **major** the task was removed <sub><code>task-removed</code></sub>

*reaches* 牵头 before: 区生态环境局

<details>
<summary>2 formal changes</summary>

**Plan**

- **formal** only the numbers of 2 tasks changed: 5→6, 6→7 <sub><code>task-renumbered</code></sub>

**6. 节能降碳 (formerly 5)**

- **formal** reworded <sub><code>text-reworded</code></sub><br>推进节能<del>减</del><ins>降</ins>碳。

</details>
"""
    )


def test_nothing_differs() -> None:
    """The verdict alone."""
    assert html.unescape(comment(comparison())) == "### no difference: both versions say the same (HEAD → worktree)\n"


def test_remarks() -> None:
    """What could not be read is quoted below the verdict."""
    text = html.unescape(comment(comparison(errors=(1, 1))))
    assert text.endswith(
        "\n\n> the old version has 1 error: only what could be read of it was compared\n"
        "\n> the new version has 1 error: only what could be read of it was compared (run plancli validate)\n"
    )


def test_whoever_is_reached_is_named_once() -> None:
    """For the reason that the most serious change of a task has."""
    now = ReachedView(LEADS.name, "牵头 now", "lead")
    view = comparison(task(replace(LOWERED, departments=(now, ENVIRONMENT)), replace(GONE, departments=(LEADS,))))
    assert "\n*reaches* 牵头 now: 区发改委; 责任: 区生态环境局\n" in html.unescape(comment(view))


def test_many_departments() -> None:
    """Twenty are named, the rest is counted."""
    many = tuple(ReachedView(f"第{place}局", "责任", "responsible") for place in range(60))
    text = html.unescape(comment(comparison(task(replace(GONE, departments=many)))))
    assert "第19局 and others, 60 in all" in text
    assert "第20局" not in text


def test_several_changes_of_a_sentence() -> None:
    """They are one entry, and the sentence is shown once."""
    weakened = replace(REWORDED, kind="text-obligation-weakened", level="error", message="weakened")
    text = comment(comparison(task(weakened, replace(REWORDED, level="warning"))))
    assert text.count("<del>") == 1
    assert text.count("- **") == 1
    apart = comment(comparison(task(weakened, REWORDED)))  # what is formal is counted where it is folded
    assert apart.count("<del>") == 2
    assert "<summary>1 formal change</summary>" in apart


@pytest.mark.parametrize("call", ["@mayor", "#1", "GH-1", "!1", ":tada:", "org/repo#1", "@@a", "@_a"])
def test_nobody_is_called(call: str) -> None:
    """GitHub and Gitea look for names and numbers in the finished page, where no escape is left."""
    text = html.unescape(comment(comparison(task(replace(GONE, message=call)))))
    assert call not in text
    assert call in text.replace("\u200b", "")


@settings(deadline=None, max_examples=50)
@given(any_comparison())
def test_nothing_becomes_markup(view: ComparisonView) -> None:
    """Of plan text only letters, digits, blanks and references remain: every tag and mark is ours."""
    text = comment(view, limit=10**9)
    assert len(re.findall("<details>", text)) == len(re.findall("</details>", text)) <= 1
    for line in text.splitlines():
        inside = re.sub(r"&#[0-9]+;", "", TAG.sub("", line))
        ours = re.sub(r"^(?:#{3,4} |- |> )|[*|]|--[-:]", "", inside)
        assert not re.search(r"[!-/:-@\[-`{-~]", ours), line


@settings(deadline=None, max_examples=50)
@given(any_comparison(), st.integers(0, 6_000))
def test_never_too_long(view: ComparisonView, limit: int) -> None:
    """Whatever is in it and however little room there is."""
    text = comment(view, limit)
    assert len(text) <= limit
    assert text == comment(view, limit)


def many() -> ComparisonView:
    """Three hundred changes of three levels, each with its number."""
    tasks = [
        task(
            replace(LOWERED, message=f"error {place}"),
            replace(CAME, message=f"warning {place}", after="完善制度！" * 9),
            change("task-retitled", f"info {place}"),
            title=f"任务{place}",
        )
        for place in range(100)
    ]
    return comparison(*tasks, plan=(RENUMBERED,))


@pytest.mark.parametrize("limit", [2_000, 9_000, 20_000, 30_000, 40_000])
def test_an_honest_cut(limit: int) -> None:
    """Whole changes are left out, the least serious first, and the last line says how many."""
    text = comment(many(), limit)
    assert limit - 1_000 < len(text) <= limit
    shown = [re.findall(rf"\*\* {level} (\d+) <sub>", text) for level in ("error", "warning", "info")]
    for level, found in enumerate(shown):
        assert found == [str(place) for place in range(len(found))]
        assert not found or all(len(graver) == 100 for graver in shown[:level])
    count = sum(map(len, shown)) + text.count("renumbered")
    left = html.unescape(text.splitlines()[-1])
    assert left == f"**{301 - count} changes are not shown here, as there is no room; all of them: plancli diff**"
    assert ("<details>" in text) is ("</details>" in text) is bool(shown[2] or "renumbered" in text)


def test_the_command_that_shows_all() -> None:
    """It is the caller's, who knows the revisions."""
    text = pull_request_comment(many(), ENGLISH, 2_000, command="plancli diff main...topic")
    assert html.unescape(text).endswith("all of them: plancli diff main...topic**\n")


def test_one_change_that_is_too_long() -> None:
    """It is cut itself, so that it does not hide the others; what is cut ends with a mark."""
    endless = replace(LOWERED, message="长" * 100_000, edits=(Edit("delete", "旧" * 100_000), Edit("insert", "新")))
    text = comment(comparison(task(endless, GONE)))
    assert "长…" in text
    assert "旧</del>…" in text
    assert "定期评估。" in text


def test_a_verdict_that_is_too_long() -> None:
    """Names of revisions may be long; then their beginning is all there is."""
    view = replace(SMALL, old="x" * 500)
    assert comment(view, 600).startswith("### 5 material changes")
    assert len(comment(view, 100)) == 100
    assert comment(view, 0) == ""
