"""Which program puts the pages into the frame of the site."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

from generator.build.engine import Engine
from generator.cli.errors import CannotRunError
from generator.messages import Language, msg

NAMES = ("mkdocs", "properdocs", "zensical")
_PLUGIN = "generator.plugin.engine"
_MODULES = {"mkdocs": _PLUGIN, "properdocs": _PLUGIN, "zensical": "generator.zensical.engine"}


def engine_for(name: str, file: Path, address: str, language: Language) -> Engine:
    """Return a site in an engine; nothing of an engine is imported before it is chosen.

    Args:
        name: One of `NAMES`.
        file: `mkdocs.yml`, which every engine here reads.
        address: Web address of the site; empty for the one in the file.
        language: Of what is said when the engine is not there.

    Raises:
        CannotRunError: The engine is not installed.
        SiteError: The file cannot be read or is not right.
    """
    if importlib.util.find_spec(name) is None:
        missing = msg(
            "{engine} is not installed. Type: pip install 'intermunicipal-catalogue[{engine}]'", engine=name
        )
        raise CannotRunError(missing.in_language(language))
    if name == "properdocs":
        # ProperDocs is MkDocs 1 under another name. From here on it answers to `mkdocs` too, so that the
        # plugin and the theme, which import that, get the one that builds the site.
        importlib.import_module("properdocs.replacement")
    made: Engine = importlib.import_module(_MODULES[name]).Engine(file, address=address)
    return made
