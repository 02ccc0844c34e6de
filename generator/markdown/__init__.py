"""Contributors' Markdown: strict CommonMark and tables; `inspect` serves rules, `render` serves pages."""

from generator.markdown.found import HeadingFound, Inspected, LinkFound, Spot
from generator.markdown.inspection import inspect
from generator.markdown.links import is_external, is_safe, linked_path, scheme
from generator.markdown.parser import LONGEST, MARKUP
from generator.markdown.rendered import Heading, Rendered
from generator.markdown.rendering import render

__all__ = [
    "LONGEST",
    "MARKUP",
    "Heading",
    "HeadingFound",
    "Inspected",
    "LinkFound",
    "Rendered",
    "Spot",
    "inspect",
    "is_external",
    "is_safe",
    "linked_path",
    "render",
    "scheme",
]
