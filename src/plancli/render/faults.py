"""A template's mistake, told as what it is: a file, a line, and what is wrong there; never a traceback of Jinja's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Template, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

from plancli.errors import PlancliError
from plancli.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from plancli.render.loader import Folders


class TemplateFault(PlancliError):  # noqa: N818 - the template author's, not an error of ours
    """A template that cannot be carried out.

    Attributes:
        path: The template's file.
        line: The line, from 1.
    """

    exit_code = 1
    help = N_("look at {path}, line {line}")

    def __init__(self, message: str, path: Path, line: int, **facts: str) -> None:
        """Keep the place beside the words, so that it can be shown as a place."""
        super().__init__(message, **{**facts, "path": path.as_posix(), "line": str(line)})
        self.path = path
        self.line = line


class Mistake(Exception):  # noqa: N818 - the template author's, not an error of ours
    """What a template may not do, raised where nobody knows yet in which line it stands.

    Attributes:
        template: The template that lacks something, where it is not the one that asks for it.
    """

    def __init__(self, message: str, *, template: str = "", **facts: str) -> None:
        """Keep the message id and its facts apart."""
        super().__init__(message.format_map(facts))
        self.message = message
        self.template = template
        self.facts = facts


def located(error: Exception, folders: Folders) -> TemplateFault:
    """Find the file and the line of a mistake, and the words for it."""
    if isinstance(error, TemplateFault):
        return error
    path, line = _place(error, folders)
    message, facts = _reason(error)
    return TemplateFault(message, path, line, **facts)


def _place(error: Exception, folders: Folders) -> tuple[Path, int]:
    """The innermost line of the project's own templates, else of the built-in ones.

    A project's template that includes a built-in one without what that one needs is where the mistake is.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return folders.path_of(error.filename), error.lineno
    places = list(_template_lines(error.__traceback__))
    own = [place for place in places if folders.is_project(place[0])]
    lacking = folders.find(error.template) if isinstance(error, Mistake) else None
    if not own and lacking and folders.is_project(str(lacking)):
        return lacking, 1
    if own or places:
        filename, line = (own or places)[-1]
        return folders.path_of(filename), line
    return folders.last_read, 1


def _template_lines(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and template.filename:
            yield template.filename, template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next


def _reason(error: Exception) -> tuple[str, dict[str, str]]:
    match error:
        case Mistake():
            return error.message, error.facts
        case TemplateSyntaxError():
            return N_("the template is not written correctly: {reason}"), {"reason": error.message or ""}
        case TemplatesNotFound() | TemplateNotFound():
            return N_("there is no template “{name}”"), {"name": _asked_for(error)}
        case RecursionError():
            return N_("the template calls or includes itself without end"), {}
        case MemoryError():
            return N_("the template needs more memory than there is"), {}
        case _:
            return N_("the template cannot be carried out: {reason}"), {"reason": f"{type(error).__name__}: {error}"}


def _asked_for(error: TemplateNotFound) -> str:
    return ", ".join(str(name) for name in error.templates)
