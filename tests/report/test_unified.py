"""Changes of files as `patch` reads them."""

from __future__ import annotations

from plancli.report.unified import FileChange, unified


def test_a_file_that_is_renamed() -> None:
    """Two lines, and what changes in it."""
    assert unified([FileChange("a", "b", "1\n", "1\n")]) == "rename from a\nrename to b\n"
    changed = "rename from a\nrename to b\n--- a\n+++ b\n@@ -1 +1 @@\n-1\n+2\n"
    assert unified([FileChange("a", "b", "1\n", "2\n")]) == changed


def test_a_last_line_without_an_end() -> None:
    """It is told as git tells it; carriage returns are a part of the line."""
    assert unified([FileChange("a", "a", "1\r\n2", "1\r\n3\r\n")]) == (
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n 1\r\n-2\n\\ No newline at end of file\n+3\r\n"
    )


def test_other_separators_end_no_line() -> None:
    """Only line feeds do."""
    assert unified([FileChange("a", "a", "1\x0b\u20282\n", "1\x0b\u20283\n")]).endswith(
        "\n-1\x0b\u20282\n+1\x0b\u20283\n"
    )


def test_colours() -> None:
    """For terminals; what did not change has none."""
    text = unified([FileChange("a", "a", "1\n2\n", "1\n3\n")], colour=True)
    assert "\n 1\n\x1b[" in text
