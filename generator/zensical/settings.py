"""What `mkdocs.yml` says that holds for any engine; read without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from generator.build.errors import SiteError
from generator.causes import cause
from generator.messages import DEFAULT_LANGUAGE, LANGUAGES, Language, msg


class _Loader(yaml.SafeLoader):
    """Plain YAML, and values from the environment."""


_Loader.add_constructor("!ENV", construct_env_tag)


@dataclass(frozen=True, slots=True)
class Settings:
    """A description of a site.

    Attributes:
        site: Name, description, address and navigation, as they stand.
        base: Folder that other folders count from.
        language: Of the words on the pages.
        plugin: What it says to the plugin `catalogue`.
    """

    site: Mapping[str, Any]
    base: Path
    language: Language
    plugin: Mapping[str, Any]

    @property
    def folder(self) -> Path:
        """The catalogue."""
        return self.base / str(self.plugin.get("folder") or "catalogue")

    @property
    def docs(self) -> Path:
        """The hand-written pages."""
        return self.base / str(self.site.get("docs_dir") or "docs")


def read_settings(file: Path) -> Settings:
    """Read the description of a site.

    Raises:
        SiteError: The file cannot be read, or does not name the plugin.
    """
    try:
        site = yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    except OSError as error:
        raise SiteError(msg("'{file}' cannot be read.", file=file), cause(error)) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise SiteError(msg("'{file}' cannot be read.", file=file), str(error)) from error
    site = site if isinstance(site, dict) else {}
    plugins = [item if isinstance(item, dict) else {item: {}} for item in site.get("plugins") or ()]
    found = next((item["catalogue"] or {} for item in plugins if "catalogue" in item), None)
    if found is None:
        raise SiteError(msg("'plugins:' in mkdocs.yml does not name the plugin 'catalogue'."))
    theme = site.get("theme")
    wanted = theme.get("language") if isinstance(theme, dict) else None
    language = next((language for language in LANGUAGES if language == wanted), DEFAULT_LANGUAGE)
    return Settings(site, file.parent, language, found)
