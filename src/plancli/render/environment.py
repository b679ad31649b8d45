"""The one factory of template environments: sandboxed, strict, capped, and in the plan's language."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from plancli.messages import N_
from plancli.render.faults import Mistake
from plancli.render.filters import filters
from plancli.render.limits import MAX_STEPS, check_operands, concat
from plancli.views.cells import DueView, TargetView, TaskView, UnitView
from plancli.views.plan import PlanView, RoleName, RoleNames
from plancli.views.sheet import HeadingGroup, Part, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from jinja2 import Environment
    from jinja2.runtime import Context
    from markupsafe import Markup

    from plancli.messages import Catalog
    from plancli.render.dialect import Dialect
    from plancli.render.loader import Folders

_TEXT_METHODS = frozenset(
    {
        "capitalize", "casefold", "count", "endswith", "find", "index", "isalpha", "isdigit", "islower", "isnumeric",
        "isspace", "isupper", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition",
        "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "title", "upper",
    }
)  # fmt: skip
"""A text's methods that make no text longer: `center` and `format` could fill the memory with one call."""

_GLOBALS = frozenset({"dict", "cycler", "joiner", "namespace"})
"""Of Jinja's own functions; `lipsum` prints something else every time."""

_LOOP = frozenset({"first", "index", "index0", "last", "length"})

_VIEWS = (DueView, HeadingGroup, Part, PlanView, RoleName, RoleNames, Row, TargetView, TaskView, UnitView)
_HAVING = {
    name: frozenset(view for view in _VIEWS if name in view.__dataclass_fields__)
    for name in {field.name for view in _VIEWS for field in fields(view)}
}
"""By a field's name, the views that have it, of those of which a document has very many."""

_FIELD = re.compile(r"%(?:\((?P<name>\w+)\)[sd]|%)")


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates may read views and print; they reach nothing else and make nothing too large."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    concat = staticmethod(concat)  # type: ignore[mutable-override] # Jinja declares it as an attribute

    def __init__(
        self, dialect: Dialect, folders: Folders, words: Catalog, own: Mapping[str, Callable[..., object]]
    ) -> None:
        """Set up for one kind of document, one project and one language.

        Args:
            dialect: The kind of document.
            folders: Where templates are.
            words: The plan's language.
            own: Functions that templates have besides Jinja's: `cells` and `each`.
        """
        super().__init__(
            autoescape=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
            keep_trailing_newline=True,
            loader=folders,
            lstrip_blocks=True,
            trim_blocks=True,
            undefined=_Missing,
        )
        self.dialect = dialect
        self.words = words
        self.cells, self.each = own["cells"], own["each"]
        self.context_class = dialect.context
        self.template_class = _Compiled
        self.code_generator_class = _Generator
        self.filters = filters(dialect.safe)
        self.steps = 0
        self._public: dict[type, frozenset[str]] = {LoopContext: _LOOP}
        jinja = {name: value for name, value in self.globals.items() if name in _GLOBALS}
        self.globals = {**jinja, "range": self._range, **_gettext(dialect.safe, words), **own}
        self.newstyle_gettext = True  # set by the extension, for {% trans %}

    def trust(self, kind: type, names: Iterable[str]) -> None:
        """Let templates read these attributes of a kind of object without asking whether they may."""
        self._public[kind] = frozenset(names)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Look an attribute up; a view's own fields are known to be safe, and millions of them are looked up."""
        if attribute in self._public.get(type(obj), ()):
            return getattr(obj, attribute)
        self._public.setdefault(type(obj), _public_names(type(obj)))
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - likewise
        """Call a function; a template's own macros, `cells` and `each` are known to be safe."""
        if isinstance(obj, Macro):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return obj(context.eval_ctx, *args, **kwargs)
        if obj is self.cells or obj is self.each:
            return obj(*args)
        return super().call(context, obj, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's own signature
        """Nothing private, nothing that changes a value, and of a text's methods only those that make it no longer."""
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401 - likewise
        """Offer no `format`: a width in it can be anything."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - likewise
        """Compute, unless the result would be too large."""
        check_operands(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse, and translate what can be translated once for all."""
        tree = super()._parse(source, name, filename)
        return _Translated(self.words).visit(tree)  # type: ignore[no-any-return] # a tree stays a tree

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Leave the exception as it is: `faults` finds the place in it."""
        del source
        raise  # noqa: PLE0704 - Jinja calls this inside an except block

    def _range(self, *limits: int) -> range:
        steps = range(*limits)
        self.steps += len(steps[: MAX_STEPS + 1])
        if self.steps > MAX_STEPS:
            raise Mistake(N_("range() takes more than {limit} steps in one document"), limit=f"{MAX_STEPS:,}")
        return steps


def _public_names(kind: type) -> frozenset[str]:
    """The fields of a dataclass; properties and all else take the sandbox's long way."""
    if not is_dataclass(kind):
        return frozenset()
    return frozenset(field.name for field in fields(kind) if not field.name.startswith("_"))


class _Generator(CodeGenerator):
    """Has the dialect escape everything: constants too, and where a template turns Jinja's escaping off.

    A field of a row or task is read where it stands: the sheets of a large plan read a million and a half of them, and
    asking the sandbox for each takes a tenth of the time that `render` takes.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - named for the node
        if node.attr not in _HAVING:
            super().visit_Getattr(node, frame)
            return
        self.write(f"(owner_.{node.attr} if type(owner_ := ")
        self.visit(node.node, frame)
        self.write(f") in having_{node.attr} else environment.getattr(owner_, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        del node, frame, finalize
        self.write("escape(")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 - Jinja's own
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


class _Compiled(Template):
    """A template whose code uses the dialect's own means of escaping."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Template:
        if isinstance(environment, Sandbox):
            namespace.update(environment.dialect.names)
            namespace.update((f"having_{name}", views) for name, views in _HAVING.items())
        return super()._from_namespace(environment, namespace, globals)


class _Translated(NodeTransformer):
    """Puts `_("…")` without values into the template's own text, where it costs nothing when it is printed."""

    def __init__(self, words: Catalog) -> None:
        self._words = words

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named for the node
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_"),
                args=[nodes.Const(value=str(message))],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ) if "%" not in message:
                return nodes.TemplateData(self._words.gettext(message), lineno=node.lineno)
        return node


class _Missing(StrictUndefined):
    """Says in our words what is missing."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401 - whatever was asked for it
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        forbidden = issubclass(exc, SecurityError)
        super().__init__(hint, obj, name, partial(_mistake, obj, str(name), forbidden))  # type: ignore[arg-type] # called only


def _mistake(owner: Any, name: str, forbidden: bool, _message: str) -> Mistake:  # noqa: ANN401, FBT001
    if forbidden:
        return Mistake(N_("templates may not use “{name}”"), name=name)
    if owner is missing:
        return Mistake(N_("“{name}” is not defined"), name=name)
    kind = type(owner).__name__
    if is_dataclass(owner):
        known = ", ".join(field.name for field in fields(owner))
        return Mistake(N_("{kind} has no “{name}”; it has: {known}"), kind=kind, name=name, known=known)
    return Mistake(N_("{kind} has no “{name}”"), kind=kind, name=name)


def _gettext(safe: type[Markup], words: Catalog) -> dict[str, Callable[..., Markup]]:
    """`_("… %(name)s", name=…)` and its plural: the catalogue's words are safe, what fills them is escaped."""

    def gettext(message: str, /, **values: Any) -> Markup:  # noqa: ANN401 - whatever is filled in
        return _filled(safe, words.gettext(message), values)

    def ngettext(one: str, many: str, n: int, /, **values: Any) -> Markup:  # noqa: ANN401
        return _filled(safe, words.ngettext(one, many, n), {"num": n, **values})

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def _filled(safe: type[Markup], wording: str, values: dict[str, Any]) -> Markup:
    """Fill in values ourselves: Python's formatting knows widths, and a width can be anything."""
    parts = list(_fields(wording))
    for index in range(1, len(parts), 2):
        name = parts[index]
        if name not in values:
            raise Mistake(N_("the message “{words}” needs a value for “{name}”"), words=wording, name=name)
        parts[index] = str(safe.escape(values[name]))
    return safe("".join(parts))


@lru_cache(maxsize=256)
def _fields(wording: str) -> tuple[str, ...]:
    """A wording taken apart: its own text and the names of its fields in turns, text first."""
    texts = [""]
    parts: list[str] = []
    for index, part in enumerate(_FIELD.split(wording)):
        if index % 2 and part:
            parts += ("".join(texts), part)
            texts.clear()
        else:
            texts.append("%" if part is None else part)
    return (*parts, "".join(texts))
