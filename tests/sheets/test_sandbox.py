"""A template's mistake is told with its file and line; and a template reaches nothing, and fills no memory."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from plancli.render.faults import TemplateFault
from plancli.render.renderer import Renderer
from plancli.views.sheet import SheetView, sheet
from tests.sheets.reading import WORLD, plan

if TYPE_CHECKING:
    from pathlib import Path


@cache
def view() -> SheetView:
    """A sheet."""
    entry = plan(WORLD).resolve("区生态环境局")
    assert entry
    return sheet(plan(WORLD), entry)


def rendered(folder: Path, template: str, form: str = "md", **others: str) -> str:
    """What a project's own template makes of the sheet."""
    for name, text in {f"sheet.{form}.j2": template, **others}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Renderer("zh-CN", folder).sheet(view(), "html" if form == "html" else "md")


def fault(folder: Path, template: str, form: str = "md", **others: str) -> TemplateFault:
    """The mistake in a project's own template."""
    with pytest.raises(TemplateFault) as caught:
        rendered(folder, template, form, **others)
    return caught.value


MISTAKES = [
    ("{{ ''.__class__ }}", "templates may not use “__class__”"),
    ("{{ ''['__class__'] }}", "templates may not use “__class__”"),
    ("{{ sheet.__class__.__mro__ }}", "templates may not use “__class__”"),
    ("{{ sheet.entry.__init__ }}", "templates may not use “__init__”"),
    ("{{ cells.__globals__ }}", "templates may not use “__globals__”"),
    ("{{ _.__globals__ }}", "templates may not use “__globals__”"),
    ("{{ range.__self__ }}", "templates may not use “__self__”"),
    ("{{ (cells|string)|length }}{{ cells.__self__ }}", "templates may not use “__self__”"),
    ("{{ self.__init__ }}", None),
    (
        "{{ [sheet]|map(attribute='__class__')|list|length }}{{ [sheet]|map(attribute='__class__')|first }}",
        "“__class__”",
    ),
    ("{{ '{0.__class__}'.format(sheet) }}", "templates may not use “format”"),
    ("{{ '{:1000000000}'.format(1) }}", "templates may not use “format”"),
    ("{{ '%1000000000d' % 1 }}", "formats no text"),
    ("{{ ('%1000000000d'|safe) % 1 }}", "formats no text"),
    ("{{ _('%(n)1000000000d', n=1)|length }}{{ nothing }}", "“nothing” is not defined"),
    ("{{ 'a' * 10**9 }}", "more than 20,000,000 characters"),
    ("{{ 10**9 * 'a' }}", "more than 20,000,000 characters"),
    ("{{ ['a'] * 10**9 }}", "more than 20,000,000 characters"),
    ("{{ 9 ** 99999 }}", "of more than 1,024 bits"),
    (
        "{% set ns = namespace(x=10**90) %}{% for i in range(20) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
        "1,024 bits",
    ),
    ("{% set ns = namespace(x='ab') %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}", "20,000,000"),
    ("{% set ns = namespace(x='ab') %}{% for i in range(40) %}{% set ns.x = ns.x + ns.x %}{% endfor %}", "20,000,000"),
    ("{% set ns = namespace(x=[1]) %}{% for i in range(40) %}{% set ns.x = ns.x + ns.x %}{% endfor %}", "20,000,000"),
    (
        "{% set ns = namespace(x='a') %}{% for i in range(40) %}{% set ns.x = ns.x|replace('a','aa') %}{% endfor %}",
        "20,0",
    ),
    ("{% set a = 'a' * 10**7 %}{{ [a, a, a]|join }}", "more than 20,000,000 characters"),
    ("{% set a = 'a' * 10**5 %}{{ range(10**5)|join(a) }}", "more than 20,000,000 characters"),
    ("{% set a = 'a' * 10**6 %}{% for i in range(100) %}{{ a }}{% endfor %}", "more than 20,000,000 characters"),
    ("{% set a %}{% for i in range(100) %}{{ 'a' * 10**6 }}{% endfor %}{% endset %}", "more than 20,000,000"),
    ("{% macro m() %}{% for i in range(100) %}{{ 'a' * 10**6 }}{% endfor %}{% endmacro %}{{ m() }}", "20,000,000"),
    ("{{ range(10**9)|list|length }}", "range() takes more than"),
    ("{{ range(10**99)|list|length }}", "range() takes more than"),
    ("{% for i in range(10**4) %}{% for j in range(10**4) %}{% endfor %}{% endfor %}", "range() takes more than"),
    ("{{ 'a'.center(10**9) }}", "templates may not use “center”"),
    ("{{ 'a'|center(10**9) }}", "No filter named 'center'"),
    ("{{ [1]|random }}", "No filter named 'random'"),
    ("{{ lipsum() }}", "“lipsum” is not defined"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "without end"),
    ("{% include 'sheet.FORM.j2' %}", "without end"),
    ("{% extends 'sheet.FORM.j2' %}", "without end"),
    ("{{ missing }}", "“missing” is not defined"),
    ("{{ missing.deeper }}", "“missing” is not defined"),
    ("{{ sheet.titel }}", "SheetView has no “titel”; it has: plan, entry, as_of"),
    ("{{ sheet.plan.title.text }}", "str has no “text”"),
    ("{{ sheet.parts[99] }}", "tuple has no “99”"),
    ("{{ sheet }}", "SheetView cannot be printed"),
    ("{{ sheet.parts }}", "tuple cannot be printed"),
    ("{% set x = none %}{{ x }}", "NoneType cannot be printed"),
    ("{{ cells }}", "cannot be printed"),
    ("{{ 1 / 0 }}", "ZeroDivisionError"),
    ("{{ _('%(a)s') }}", "needs a value for “a”"),
    ("{{ each(sheet.may_concern, 'nothing') }}", "there is no piece “nothing”; there are: "),
    ("{{ each(sheet.may_concern, '__class__') }}", "there is no piece “__class__”"),
    ("{{ each(sheet.may_concern, 1) }}", "there is no piece “1”"),
    ("{{ each([1], 'rest') }}", "int has no"),
    ("{{ each(sheet.may_concern, ['rest']) }}", "TaskView has none"),
    ("{{ each(sheet.parts[0].groups, ['rest', 'nothing']) }}", "there is no piece “nothing”"),
    ("{{ cells(sheet.may_concern[0]).nothing }}", "there is no piece “nothing”; there are: "),
    ("{{ cells(sheet.may_concern[0])._value }}", "templates may not use “_value”"),
    ("{% macro m(t) %}{{ 'a' * 10**7 }}{% endmacro %}{{ each(sheet.parts[0].groups[0].rows * 2, m) }}", "20,000,000"),
    ("{% include 'nothing.j2' %}", "there is no template “nothing.j2”"),
    ("{% include ['a.j2', 'b.j2'] %}", "there is no template “a.j2, b.j2”"),
    ("{% include '../secret' %}", "there is no template “../secret”"),
    ("{% include '/etc/passwd' %}", "there is no template “/etc/passwd”"),
    ("{% for %}", "not written correctly"),
    ("{{ sheet.entry.name ", "not written correctly"),
    ("{% nonsense %}", "not written correctly"),
    ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", None),
]


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(("template", "said"), MISTAKES, ids=[template[:110] for template, _ in MISTAKES])
def test_mistakes_are_told_with_their_place(template: str, said: str | None, form: str, tmp_path: Path) -> None:
    """Every mistake names the file and the line, and what is wrong; nothing else comes out."""
    place = 1 if said is None else 3
    found = fault(tmp_path, "\n" * (place - 1) + template.replace("FORM", form), form)
    assert found.path == tmp_path / f"sheet.{form}.j2"
    assert found.line == place
    assert found.exit_code == 1
    if said:
        assert said in str(found)


def test_the_innermost_line_of_the_project_counts(tmp_path: Path) -> None:
    """Of a chain of includes the last one that the project wrote is shown, not the built-in one it fails in."""
    found = fault(
        tmp_path, "\n{% include 'a.md.j2' %}", **{"a.md.j2": "\n\n{% include 'b.md.j2' %}", "b.md.j2": "{{ x }}"}
    )
    assert (found.path.name, found.line) == ("b.md.j2", 1)
    found = fault(tmp_path, "{% set sheet = 1 %}\n\n{% include 'builtin/sheet.md.j2' %}")
    assert (found.path.name, found.line) == ("sheet.md.j2", 3)
    assert found.path.is_relative_to(tmp_path)


def test_a_mistake_in_the_cells_is_found_there(tmp_path: Path) -> None:
    """The template of a task's cells is called through `cells`, and its lines are still its own."""
    (tmp_path / "task.md.j2").write_text(
        "{% macro heading(headings) %}{% endmacro %}\n{% macro opening(task) %}\n{{ task.titel }}\n{% endmacro %}",
        encoding="utf-8",
    )
    with pytest.raises(TemplateFault) as caught:
        Renderer("zh-CN", tmp_path).sheet(view(), "md")
    assert (caught.value.path.name, caught.value.line) == ("task.md.j2", 3)
    assert "TaskView has no “titel”; it has: number, id, title" in str(caught.value)


def test_files_that_are_no_templates(tmp_path: Path) -> None:
    """The wrong encoding, a link that leads out, and a file that is far too large."""
    (tmp_path / "outside").write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    template = folder / "sheet.md.j2"
    template.write_bytes("第一行\n责任清单".encode("gbk"))
    assert "UTF-8" in str(fault_of(folder))
    template.write_bytes("第一行\n".encode() + "责任".encode("gbk"))
    assert fault_of(folder).line == 2
    template.write_bytes(b"x" * 1_000_001)
    assert "larger than 1,000,000 bytes" in str(fault_of(folder))
    template.unlink()
    template.symlink_to(tmp_path / "outside")
    assert "leads out" in str(fault_of(folder))


def fault_of(folder: Path) -> TemplateFault:
    """The mistake in templates that are there."""
    with pytest.raises(TemplateFault) as caught:
        Renderer("zh-CN", folder).sheet(view(), "md")
    return caught.value


def test_words_of_a_mistake_are_translated(tmp_path: Path) -> None:
    """The message is an id with facts, so that the reader's language can word it."""
    found = fault(tmp_path, "{{ missing }}")
    assert found.message == "“{name}” is not defined"
    assert found.facts == {"name": "missing", "path": (tmp_path / "sheet.md.j2").as_posix(), "line": "1"}
    assert found.help.format_map(found.facts).startswith("look at ")
