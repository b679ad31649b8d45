"""The program as the tests fork it is the program as a shell starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.running import plancli, started

if TYPE_CHECKING:
    import subprocess


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("render", "--help"),
        ("validate",),
        ("validate", "--lang", "en", "--format", "json"),
        ("show", "不存在"),
        ("no-such-command",),
    ],
)
def test_nobody_can_tell_them_apart(arguments: tuple[str, ...]) -> None:
    """Exit code, output and complaints."""
    prepared, real = plancli(*arguments), started(*arguments)
    assert _told(prepared) == _told(real)


def test_nothing_stays_from_one_run_to_the_next() -> None:
    """Variables and language are each run's own."""
    english, chinese = plancli("validate", PLANCLI_LANG="en"), plancli("validate")
    assert "no errors" in english.stdout
    assert "没有错误" in chinese.stdout
    assert plancli("validate", PLANCLI_LANG="en").stdout == english.stdout


def _told(run: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    return run.returncode, run.stdout, run.stderr
