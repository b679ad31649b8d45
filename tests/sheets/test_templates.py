"""A project's own templates override the built-in ones file by file, and what they print is escaped by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.render.faults import TemplateFault
from plancli.render.loader import builtin_folder
from plancli.render.renderer import Renderer
from plancli.views.index import index
from tests.sheets.reading import WORLD, plan
from tests.sheets.test_sandbox import rendered, view

if TYPE_CHECKING:
    from pathlib import Path

BUILTIN = Renderer("zh-CN")


def test_file_by_file(tmp_path: Path) -> None:
    """What the project has is taken, and the rest is built in."""
    (tmp_path / "style.css").write_text("body { color: green }", encoding="utf-8")
    own = Renderer("zh-CN", tmp_path)
    assert "<style>\nbody { color: green }" in own.sheet(view(), "html")
    assert "body { color: green }" in own.index(index(plan(WORLD)))
    assert own.sheet(view(), "md") == BUILTIN.sheet(view(), "md")


def test_a_block_of_the_built_in_template(tmp_path: Path) -> None:
    """A project's template may extend the built-in one of its own name, and change one block."""
    text = rendered(
        tmp_path,
        '{% extends "builtin/sheet.html.j2" %}{% block heading %}{{ super() }}（征求意见稿）{% endblock %}',
        "html",
    )
    assert "<h1>区生态环境局责任清单（征求意见稿）</h1>" in text
    assert text.replace("（征求意见稿）", "") == BUILTIN.sheet(view(), "html")


def test_cells_of_a_task(tmp_path: Path) -> None:
    """The cells of a task are a template of their own."""
    (tmp_path / "task.md.j2").write_text(
        "{% macro line(task) %}{{ task.title }}：{{ plan.roles.lead.short }}{% endmacro %}", encoding="utf-8"
    )
    text = rendered(tmp_path, "{% for part in sheet.parts %}{% for group in part.groups %}{% for row in group.rows %}"
                    "{{ cells(row.task).line }}\n{% endfor %}{% endfor %}{% endfor %}")  # fmt: skip
    assert text == "绿色制造：牵头\n塑料污染治理 &#124; &#42;试点&#42;：牵头\n组织领导：牵头\n垃圾分类：牵头\n"


def test_each_prints_what_a_loop_prints(tmp_path: Path) -> None:
    """Pieces, macros, lists for the rows of a group, and text that stays the same."""
    (tmp_path / "task.md.j2").write_text(
        "{% macro line(task) %}{{ task.title }}；{% endmacro %}"
        "{% macro under(headings) %}{{ headings|join }}：{% endmacro %}",
        encoding="utf-8",
    )
    macro = "{% macro scope(row) %}{{ row.role.short }}{% endmacro %}"
    loop = (
        "{% for part in sheet.parts %}{% for group in part.groups %}{{ cells(group.headings).under }}"
        "{% for row in group.rows %}{{ cells(row.task).line }}{{ scope(row) }}{{ cells(row.task).line }}{% endfor %}"
        "<br>{% endfor %}{% endfor %}"
    )
    parts = '"under", ["line", scope, "line"], "<br>"|safe'
    short = f"{{% for part in sheet.parts %}}{{{{ each(part.groups, {parts}) }}}}{{% endfor %}}"
    assert rendered(tmp_path, macro + short) == rendered(tmp_path, macro + loop)
    assert "：绿色制造；牵头绿色制造；塑料" in rendered(tmp_path, macro + short)


def test_a_piece_that_a_project_leaves_out(tmp_path: Path) -> None:
    """The project's own template of a task lacks it: nothing is wrong with the sheet that asks for it."""
    (tmp_path / "task.md.j2").write_text("{% macro opening(task) %}{% endmacro %}", encoding="utf-8")
    with pytest.raises(TemplateFault, match="there is no piece “heading”; there are: opening") as caught:
        Renderer("zh-CN", tmp_path).sheet(view(), "md")
    assert (caught.value.path, caught.value.line) == (tmp_path / "task.md.j2", 1)


@pytest.mark.parametrize("folder", [None, "missing", "builtin"])
def test_no_templates_of_its_own(folder: str | None, tmp_path: Path) -> None:
    """No folder, a folder that is not there, and the built-in one are the same."""
    place = {None: None, "missing": tmp_path / "templates", "builtin": builtin_folder()}[folder]
    assert Renderer("zh-CN", place).sheet(view(), "md") == BUILTIN.sheet(view(), "md")


def test_one_line_end(tmp_path: Path) -> None:
    """A document ends with one line end, whatever its template ends with; a BOM and CRLF are no part of it."""
    assert rendered(tmp_path, "a") == "a\n"
    assert rendered(tmp_path, "a\n\n\n") == "a\n"
    assert rendered(tmp_path, "\ufeffa\r\nb\r\n") == "a\nb\n"


# Title of the second task: 塑料污染治理 | *试点*
TITLE = "sheet.parts[0].groups[0].rows[1].task.title"
ESCAPED = "塑料污染治理 &#124; &#42;试点&#42;"


@pytest.mark.parametrize(
    "expression",
    [
        "{{ T }}",
        "{{ T|e }}",
        "{{ T|escape }}",
        "{{ T|forceescape }}",
        "{{ T|upper }}",
        "{{ T|trim }}",
        "{{ T|string }}",
        "{{ T ~ '' }}",
        "{{ '' ~ T }}",
        "{{ T + '' }}",
        "{{ ''|safe + T }}",
        "{{ T + ''|safe }}",
        "{{ (''|safe) ~ T }}",
        "{{ [T]|join('<br>'|safe) }}",
        "{{ [T, '']|join(''|safe) }}",
        "{{ [[T], []]|first|join }}",
        "{{ [''|safe, T]|join }}",
        "{{ T|replace('x', '<br>'|safe) }}",
        "{{ T|replace('x', 'y') }}",
        "{{ _('%(t)s', t=T) }}",
        "{{ gettext('%(t)s', t=T) }}",
        "{{ ngettext('%(t)s', '%(t)s', 1, t=T) }}",
        "{% trans t=T %}{{ t }}{% endtrans %}",
        "{% set x = T %}{{ x }}",
        "{% set x %}{{ T }}{% endset %}{{ x }}",
        "{% set x %}{{ T }}{% endset %}{{ x ~ '' }}",
        "{% macro m(t) %}{{ t }}{% endmacro %}{{ m(T) }}",
        "{% macro m(t) %}{{ t }}{% endmacro %}{{ m('') ~ T }}",
        "{% macro m(t) %}{{ t }}{% endmacro %}{{ [m(''), T]|join }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ T }}{% endcall %}",
        "{% filter upper %}{{ T }}{% endfilter %}",
        "{% filter trim %}{{ T }}{% endfilter %}",
        "{% block b %}{{ T }}{% endblock %}",
        "{% set hidden %}{% block b %}{{ T }}{% endblock %}{% endset %}{{ self.b() }}",
        "{% for x in [T] %}{{ x }}{% endfor %}",
        "{% macro m(row) %}{{ T }}{% endmacro %}{{ each(sheet.may_concern[:1], m) }}",
        "{% macro m(row) %}{{ row.task.title }}{% endmacro %}{{ each(sheet.parts[0].groups[0].rows[1:], m) }}",
        "{% macro m(row) %}{{ T }}{% endmacro %}{{ each(sheet.may_concern[:1], m) ~ '' }}",
        "{% for x in [[T]] recursive %}{% if x is string %}{{ x }}{% else %}{{ loop(x) }}{% endif %}{% endfor %}",
        "{% with x = T %}{{ x }}{% endwith %}",
        "{% include 'part.md.j2' %}",
        "{% import 'macros.md.j2' as m %}{{ m.show(T) }}",
        "{% from 'macros.md.j2' import show with context %}{{ show(T) }}",
        "{% autoescape false %}{{ T }}{% endautoescape %}",
        "{{ T if T else T }}",
        "{{ (T,)|first }}",
        "{{ [T]|map('upper')|first }}",
        "{{ [{'t': T}]|map(attribute='t')|join }}",
        "{{ [sheet.parts[0].groups[0].rows[1].task]|join(attribute='title') }}",
    ],
)
def test_markdown_cannot_be_escaped_too_little(expression: str, tmp_path: Path) -> None:
    """However a template prints plan text, its special characters are references."""
    others = {
        "part.md.j2": f"{{{{ {TITLE} }}}}",
        "macros.md.j2": "{% macro show(t) %}{{ t }}{% endmacro %}",
    }
    assert rendered(tmp_path, _filled(expression), **others) == f"{ESCAPED}\n"


def _filled(expression: str) -> str:
    """The expression with the title in the place of T."""
    return "{% set T = " + TITLE + " %}" + expression


def test_blocks_are_markdown_already(tmp_path: Path) -> None:
    """What a parent's block printed is not escaped again, nor is what a template says is safe."""
    base = {"base.md.j2": "{% block a %}|{{ 1 }}*{% endblock %}"}
    child = "{% extends 'base.md.j2' %}{% block a %}{{ super() }}{{ super() ~ '|' }}{{ '<br>'|safe }}{% endblock %}"
    assert rendered(tmp_path, child, **base) == "|1*|1*&#124;<br>\n"


def test_constants_are_escaped_like_everything(tmp_path: Path) -> None:
    """A constant in a template is text, until it is said to be safe; its own lines are Markdown."""
    assert rendered(tmp_path, "**a** {{ '**b** <br>' }}") == "**a** &#42;&#42;b&#42;&#42; &#60;br&#62;\n"
    assert rendered(tmp_path, "<p>{{ '<br>' }}{{ '<hr>'|safe }}", "html") == "<p>&lt;br&gt;<hr>\n"
    assert rendered(tmp_path, "{{ 1 }} {{ 1.5 }} {{ 2 + 3 * 2 }} {{ 7 % 4 }} {{ 'a' * 3 }}") == "1 1&#46;5 8 3 aaa\n"
