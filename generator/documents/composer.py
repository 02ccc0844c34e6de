"""YAML text → nodes with places, from libyaml's event stream.

Not `yaml.compose`: that recurses (30,000 times `[` kills the process) and resolves aliases. Events let one
pass refuse anchors, aliases, tags, merge keys, complex and repeated keys, and stop at the first level that is
too deep. See docs/decisions/0001-reader.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.documents.characters import refused, without_refused
from generator.documents.nodes import EMPTY, Mapping, Node, Pair, Scalar, Sequence, Span
from generator.documents.syntax import Source, syntax_fault
from generator.faults import Fault, fault


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not been read yet; the only mutable state of the composer."""

    event: yaml.CollectionStartEvent
    is_mapping: bool
    nodes: list[Node] = field(default_factory=list)


class TooDeepError(Exception):
    """The text nests deeper than allowed; carries where."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


def compose(text: str, source: Source, *, depth: int) -> tuple[Node, list[Fault]]:
    """Return the root node of a YAML text and everything that is wrong with it.

    Args:
        text: YAML without refused characters.
        source: Where the text stands in its file.
        depth: Levels of nesting allowed.

    Returns:
        The root; an empty mapping when the text cannot be parsed (then there is a fault).
    """
    faults: list[Fault] = []
    composer = _Composer(source, depth, faults)
    try:
        parser = yaml.CSafeLoader(text)
        # Not `yaml.parse`: its generator asks twice for each event (3 % of the time of reading).
        while (event := parser.get_event()) is not None:
            composer.take(event)
    except yaml.YAMLError as error:
        return EMPTY, [syntax_fault(error, source, composer.last_scalar)]
    except TooDeepError as error:
        return EMPTY, [fault("too-deep", source.place(error.span.line, error.span.column), depth=depth)]
    except ValueError:  # `"\\U00110000"`: no such character, raised outside YAMLError
        return EMPTY, [fault("yaml-syntax", source.place(0), reason="unknown-escape")]
    return composer.root, faults


class _Composer:
    """Builds nodes on an explicit stack."""

    def __init__(self, source: Source, depth: int, faults: list[Fault]) -> None:
        self.source = source
        self.first_line = source.first_line
        self.depth = depth
        self.faults = faults
        self.open: list[_Open] = []
        self.root: Node = EMPTY
        self.documents = 0
        self.last_scalar: Scalar | None = None

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream; the most frequent kind first."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._refuse_extras(event)
            self.last_scalar = self._scalar(event)
            self._add(self.last_scalar)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_extras(event)
            if len(self.open) >= self.depth:
                mark = _start(event)
                raise TooDeepError(Span(mark.line, mark.column, 0, 0))
            self.open.append(_Open(event, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._add(self._close(self.open.pop(), event))
        elif isinstance(event, yaml.AliasEvent):
            self._report("alias", event, name=event.anchor)
            self._add(Scalar(f"*{event.anchor}", self._span(event, event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._report("second-document", event)

    def _refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report("anchor", event, name=event.anchor)
        if event.tag is not None:
            self._report("tag", event, name=event.tag)

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].nodes.append(node)
        elif self.documents == 1:
            self.root = node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text, style = event.value, event.style
        if style == '"':
            kind = refused(text)
            if kind:
                self._report(kind, event, character="\\")
                text = without_refused(text)
        return Scalar(text, self._span(event, event), bool(style), style in {"|", ">"})

    def _close(self, opened: _Open, end: yaml.Event) -> Node:
        first = opened.event
        span = self._span(first, end) if first.flow_style else self._block_span(_start(first), _end(end))
        if not opened.is_mapping:
            return Sequence(tuple(opened.nodes), span)
        return Mapping(tuple(self._pairs(opened.nodes)), span)

    def _pairs(self, nodes: list[Node]) -> Iterator[Pair]:
        seen: dict[str, Scalar] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._report_node("complex-key", key)
            elif key.text == "<<" and not key.quoted:
                self._report_node("merge-key", key)
            elif key.text in seen:
                first = seen[key.text].span.line
                self._report_node("duplicate-key", key, key=key.text, first_line=first)
            else:
                seen[key.text] = key
                yield Pair(key, value)

    def _report(self, kind: str, event: yaml.Event, **values: object) -> None:
        mark, end = _start(event), _end(event)
        end_column = end.column if end.line == mark.line and end.column > mark.column else mark.column + 1
        self.faults.append(fault(kind, self.source.place(mark.line, mark.column, end_column), **values))

    def _report_node(self, kind: str, node: Node, **values: object) -> None:
        span = node.span
        line, column = span.line - self.source.first_line, span.column - 1
        end = span.end_column - 1 if span.end_line == span.line else None
        self.faults.append(fault(kind, self.source.place(line, column, end), **values))

    def _span(self, first: yaml.Event, last: yaml.Event) -> Span:
        # Not `_start` and `_end`: two calls for each value were 4 % of the time of reading.
        start: yaml.Mark = first.start_mark  # type: ignore[assignment]
        end: yaml.Mark = last.end_mark  # type: ignore[assignment]
        shift = self.first_line
        return Span(start.line + shift, start.column + 1, end.line + shift, end.column + 1)

    def _block_span(self, start: yaml.Mark, end: yaml.Mark) -> Span:
        # libyaml ends a block collection where the next token starts: step back to before that line.
        line = end.line if self.source.line(end.line)[: end.column].strip() else end.line - 1
        while line > start.line and not self.source.line(line).strip():
            line -= 1
        column = len(self.source.line(line).rstrip()) if line < end.line else end.column
        shift = self.first_line
        return Span(start.line + shift, start.column + 1, line + shift, max(column, 1) + 1)


# libyaml marks every event; its type leaves open that it does not.
def _start(event: yaml.Event) -> yaml.Mark:
    return event.start_mark  # type: ignore[return-value]


def _end(event: yaml.Event) -> yaml.Mark:
    return event.end_mark  # type: ignore[return-value]
