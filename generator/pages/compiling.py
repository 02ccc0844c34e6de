"""Templates → Python: what Jinja writes in general, in the form that is enough for our own templates."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import markup_join
from markupsafe import Markup, escape

_LINES = re.compile(r"[ \t]*\n[ \t\n]*|  +")
# What no style sheet shows in a line with its neighbours: white space beside it is never seen.
_APART = (
    "</?(?:html|head|body|meta|link|title|header|main|footer|nav|section|article|aside|form|div|p|h[1-6]"
    "|dl|dt|dd|ul|ol|li|table|caption|thead|tbody|tr|th|td)"
)
_BEFORE = re.compile(rf"[ \n]+(?={_APART}[\s>])")
_AFTER = re.compile(rf"({_APART}(?:\s[^<>]*)?>)[ \n]+")
# White space is shown there as it is written.
_KEPT = ("<pre", "<textarea")


def tightened(text: str) -> str:
    """Return a piece of a template without indents and empty lines, which nobody sees."""
    if any(tag in text for tag in _KEPT):
        return text
    shorter = _LINES.sub(lambda found: "\n" if "\n" in found[0] else " ", text)
    return _AFTER.sub(r"\1", _BEFORE.sub("", shorter))


def shown(value: object) -> str:
    """Return a value as HTML, as `escape` does, without making a `Markup` of each text (half the time)."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is not str:
        return escape(value)
    text: str = value  # type: ignore[assignment]
    if "&" in text:
        text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def joined(parts: Sequence[object]) -> str:
    """Return texts as one, escaped where one of them is HTML."""
    if any(type(part) is not str for part in parts):
        return markup_join(parts)
    return "".join(parts)  # type: ignore[arg-type]


class TightCode(CodeGenerator):
    """Leaves out the indents of templates, once, when they are compiled."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 - Jinja's
        if isinstance(node, nodes.TemplateData):
            return tightened(node.data)
        return super()._output_child_to_const(node, frame, finalize)


class PlainCode(TightCode):
    """Reads attributes and calls functions as Python does.

    Jinja looks for a key of that name when there is no attribute, and asks each function whether it wants the
    context: our templates are given values with attributes, and only sentences want the context.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as in Jinja
        """Write `value.name`."""
        if keyword.iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - as in Jinja
        """Write `joined((one, other))`."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - as in Jinja
        """Write `function(values)`, unless the function wants the context."""
        if not self._is_plain(node):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _is_plain(self, node: nodes.Call) -> bool:
        named = node.node.name if isinstance(node.node, nodes.Name) else ""
        known = self.environment.globals.get(named)
        return (
            node.dyn_args is None
            and node.dyn_kwargs is None
            and not any(keyword.iskeyword(item.key) for item in node.kwargs)
            and not hasattr(known, "jinja_pass_arg")
        )

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")
