"""Where templates come from: the project's own folder first, file by file, then the built-in one; nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.loaders import split_template_path

from plancli.messages import N_
from plancli.render.faults import TemplateFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

MAX_BYTES = 1_000_000
"""A template is written by hand; what is larger is none."""

BUILTIN_PREFIX = "builtin/"
"""`{% extends "builtin/sheet.html.j2" %}` is the built-in one even where the project has its own of that name."""


def builtin_folder() -> Path:
    """The built-in templates: beside the code in a wheel, at the checkout's top in an editable install."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent.parent / "templates"


class Folders(BaseLoader):
    """Reads templates from two folders, and knows which of them a template came from."""

    def __init__(self, project: Path | None = None) -> None:
        """Take a project's own folder, unless it is the built-in one or is not there."""
        self.builtin = builtin_folder()
        other = project is not None and project.is_dir() and project.resolve() != self.builtin.resolve()
        self.project = project if other else None
        self.last_read = self.builtin

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template.

        Raises:
            TemplateNotFound: Where neither folder has it.
            TemplateFault: Where it cannot be read as a template.
        """
        del environment
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        self.last_read = path
        folder = self.project if self.project and self.is_project(str(path)) else self.builtin
        return _text(path, folder), str(path), lambda: True

    def find(self, template: str) -> Path | None:
        """The file of a template; None where neither folder has it.

        Raises:
            TemplateNotFound: For a name that leads out of the folders.
        """
        paths = (folder.joinpath(*split_template_path(name)) for folder, name in self._places(template))
        return next((path for path in paths if path.is_file()), None)

    def _places(self, template: str) -> list[tuple[Path, str]]:
        builtin = (self.builtin, template.removeprefix(BUILTIN_PREFIX))
        if self.project is None or template.startswith(BUILTIN_PREFIX):
            return [builtin]
        return [(self.project, template), builtin]

    def path_of(self, filename: str) -> Path:
        """The file that a compiled template names, or the last that was read where it names none."""
        return Path(filename) if Path(filename).is_absolute() or self.is_project(filename) else self.last_read

    def is_project(self, filename: str) -> bool:
        """Whether a file is one of the project's own templates."""
        return self.project is not None and Path(filename).is_relative_to(self.project)


def _text(path: Path, folder: Path) -> str:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateFault(N_("the file is a link that leads out of the folder of templates"), path, 1)
    try:
        content = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        wording = N_("the template cannot be read: {reason}")
        raise TemplateFault(wording, path, 1, reason=error.strerror or "") from error
    if content is None:
        raise TemplateFault(N_("the template is larger than {limit} bytes"), path, 1, limit=f"{MAX_BYTES:,}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TemplateFault(N_("the template is not in UTF-8: save it as UTF-8"), path, line) from error
