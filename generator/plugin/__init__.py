"""The MkDocs adapter: puts the pages of a catalogue into a MkDocs site; the only part that knows MkDocs."""

from generator.plugin.adapter import CataloguePlugin

__all__ = ["CataloguePlugin"]
