"""plancli compiles Chinese government action plans: it checks them and renders each department's sheet.

    >>> import plancli
    >>> project = plancli.load("plan")
    >>> project.plan.header.title
    '渝中区加快推动绿色产业高质量发展三年行动计划（2025—2027年）'

Everything public is named here and described in `docs/api.md`. Names are loaded when they are used, so that
`plancli --version` does not wait for what it does not need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plancli.diagnostics import Diagnostic, Place, Severity
    from plancli.errors import NoPlanError, PlancliError
    from plancli.model.plan import Duty, Plan, Position, Section
    from plancli.model.register import Department, Group
    from plancli.model.task import Target, Task
    from plancli.project import Project, load

__version__ = "0.1.0"

_HOMES = {
    "Department": "plancli.model.register",
    "Diagnostic": "plancli.diagnostics",
    "Duty": "plancli.model.plan",
    "Group": "plancli.model.register",
    "NoPlanError": "plancli.errors",
    "Place": "plancli.diagnostics",
    "Plan": "plancli.model.plan",
    "PlancliError": "plancli.errors",
    "Position": "plancli.model.plan",
    "Project": "plancli.project",
    "Section": "plancli.model.plan",
    "Severity": "plancli.diagnostics",
    "Target": "plancli.model.task",
    "Task": "plancli.model.task",
    "load": "plancli.project",
}

__all__ = [
    "Department",
    "Diagnostic",
    "Duty",
    "Group",
    "NoPlanError",
    "Place",
    "Plan",
    "PlancliError",
    "Position",
    "Project",
    "Section",
    "Severity",
    "Target",
    "Task",
    "__version__",
    "load",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import a public name's home when the name is first used (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
