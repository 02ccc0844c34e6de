"""Templates in which what is the same on every page is worked out once, when they are compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from generator.pages.compiling import PlainCode, joined, shown

_PLACE = re.compile(r"%\((\w+)\)s|%%")
Made = TypeVar("Made", bound=nodes.Node)
Known = Mapping[str, Callable[[str], str]]
"""Functions by the name templates call them by; from one text they always give the same text."""
Plural = Callable[[str, str, int], str]
"""From a sentence for one, a sentence for more, and how many there are: the one that fits."""


class FoldingEnvironment(Environment):
    """An environment that calls `known` functions with a written text while compiling.

    A page has a hundred of those, and each call from a template goes through five of Jinja's own.

    Attributes:
        known: Of functions that give HTML.
        sentences: Of functions whose text may have places that named values fill, as in `%(name)s`.
        plurals: Gives the sentence that fits a number.
    """

    known: Known
    sentences: Known
    plurals: Plural
    code_generator_class = PlainCode
    shown = staticmethod(shown)
    joined = staticmethod(joined)

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

    def visit_Output(self, node: nodes.Output, *args: Any, **more: Any) -> nodes.Node | list[nodes.Node]:  # noqa: ANN401, N802 - as in Jinja
        """Replace a sentence by its words and the values between them: nothing is left to fill in."""
        self.generic_visit(node, *args, **more)
        made: list[nodes.Node] = []
        for child in node.nodes:
            counted = self._counted(child)
            if counted is not None:
                made.append(counted)
                continue
            if not made or not isinstance(made[-1], nodes.Output):
                made.append(self._placed(nodes.Output([]), node))
            made[-1].nodes.extend(self._pieces(child))  # type: ignore[attr-defined]
        return made

    def visit_Include(self, node: nodes.Include, *args: Any, **more: Any) -> nodes.Include | list[nodes.Node]:  # noqa: ANN401, N802 - as in Jinja
        """Replace an include by what is included: it then shares names with what stands around it."""
        if not isinstance(node.template, nodes.Const) or self._environment.loader is None:
            return node
        source, file, _ = self._environment.loader.get_source(self._environment, node.template.value)
        included = self._environment._parse(source, node.template.value, file)  # noqa: SLF001
        return self.visit(included, *args, **more).body  # type: ignore[no-any-return]

    def _pieces(self, child: nodes.Expr) -> list[nodes.Expr]:
        """Return a sentence in pieces; what is none, or has other places than `%(name)s`, as it is."""
        if not isinstance(child, nodes.Mod) or not isinstance(child.left, nodes.MarkSafe):
            return [child]
        sentence: str = child.left.expr.value  # type: ignore[attr-defined]
        values = {pair.key.value: pair.value for pair in child.right.items}  # type: ignore[attr-defined]
        cut = _PLACE.split(sentence)
        if any("%" in words for words in cut[::2]):
            return [child]
        names = iter(cut[1::2])
        pieces = [self._html(cut[0], child)]
        for words, name in zip(cut[2::2], names, strict=True):
            # A place without a name is `%%`.
            pieces += [values[name]] if name else []
            pieces.append(self._html(words if name else f"%{words}", child))
        return pieces

    def _counted(self, child: nodes.Expr) -> nodes.Node | None:
        """Return a sentence for one and for more as a condition; None when it is no such sentence."""
        if not isinstance(child, nodes.Call) or not isinstance(child.node, nodes.Name):
            return None
        if child.node.name != "ngettext":
            return None
        one, more, number = child.args
        words = self._environment.plurals(one.value, more.value, 1)  # type: ignore[attr-defined]
        others = {self._environment.plurals(one.value, more.value, n) for n in (0, *range(2, 120))}  # type: ignore[attr-defined]
        if len(others) != 1:
            return None
        test = nodes.Compare(number, [nodes.Operand("eq", nodes.Const(1))])
        forms = [[nodes.Output(self._pieces(self._filled(form, child)))] for form in (words, others.pop())]
        return self._placed(nodes.If(test, forms[0], [], forms[1]), child)

    def _filled(self, sentence: str, node: nodes.Call) -> nodes.Expr:
        if not node.kwargs:
            # Jinja fills sentences without values too: `%%` is a percent sign.
            return self._html(str(Markup(sentence) % {}), node)  # noqa: S704 - ours
        values = nodes.Dict([nodes.Pair(nodes.Const(item.key), item.value) for item in node.kwargs])
        return self._placed(nodes.Mod(self._html(sentence, node), values), node)

    def _html(self, text: str, node: nodes.Node) -> nodes.Expr:
        return self._placed(nodes.MarkSafe(nodes.Const(text)), node)

    def _placed(self, made: Made, node: nodes.Node) -> Made:
        made.set_lineno(node.lineno)
        made.set_environment(self._environment)
        return made


def _has_one_text(node: nodes.Call) -> bool:
    given = node.args[0] if len(node.args) == 1 else None
    is_text = isinstance(given, nodes.Const) and isinstance(given.value, str)
    return is_text and node.dyn_args is None and node.dyn_kwargs is None
