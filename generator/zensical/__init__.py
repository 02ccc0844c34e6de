"""The Zensical adapter: puts the pages of a catalogue into a shell that Zensical builds.

Zensical knows no plugins. It is given pages without content, and gives back frames; the finished pages are
put into these, so that no word of an entry passes through its Markdown or its templates.
"""
