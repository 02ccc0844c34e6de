"""Templates in which what is the same on every page is worked out once, when they are compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

Known = Mapping[str, Callable[[str], str]]
"""Functions by the name templates call them by; from one text they always give the same text."""


class FoldingEnvironment(Environment):
    """An environment that calls `known` functions with a written text while compiling.

    A page has a hundred of those, and each call from a template goes through five of Jinja's own.

    Attributes:
        known: Of functions that give HTML.
        sentences: Of functions whose text may have places that named values fill, as in `%(name)s`.
    """

    known: Known
    sentences: Known

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as in Jinja
    ) -> str:
        """Compile a template; Jinja's own hook for it."""
        folded = _Folding(self).visit(source)
        return super()._generate(folded, name, filename, defer_init)


class _Folding(NodeTransformer):
    def __init__(self, environment: FoldingEnvironment) -> None:
        self._environment = environment

    def visit_Call(self, node: nodes.Call, *args: Any, **more: Any) -> nodes.Node:  # noqa: ANN401, N802 - as in Jinja
        """Replace a call that is always the same by what it gives."""
        self.generic_visit(node, *args, **more)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if not _has_one_text(node):
            return node
        text = node.args[0].value  # type: ignore[attr-defined]
        if name in self._environment.known and not node.kwargs:
            return self._html(self._environment.known[name](text), node)
        if name in self._environment.sentences:
            return self._filled(self._environment.sentences[name](text), node)
        return node

    def _filled(self, sentence: str, node: nodes.Call) -> nodes.Node:
        if not node.kwargs:
            # Jinja fills sentences without values too: `%%` is a percent sign.
            return self._html(str(Markup(sentence) % {}), node)  # noqa: S704 - ours
        values = nodes.Dict([nodes.Pair(nodes.Const(item.key), item.value) for item in node.kwargs])
        return self._placed(nodes.Mod(self._html(sentence, node), values), node)

    def _html(self, text: str, node: nodes.Node) -> nodes.Expr:
        return self._placed(nodes.MarkSafe(nodes.Const(text)), node)

    def _placed(self, made: nodes.Expr, node: nodes.Node) -> nodes.Expr:
        made.set_lineno(node.lineno)
        made.set_environment(self._environment)
        return made


def _has_one_text(node: nodes.Call) -> bool:
    given = node.args[0] if len(node.args) == 1 else None
    is_text = isinstance(given, nodes.Const) and isinstance(given.value, str)
    return is_text and node.dyn_args is None and node.dyn_kwargs is None
