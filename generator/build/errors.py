"""What stops a site from being made, whichever engine makes it."""

from __future__ import annotations

from generator.messages import Message


class SiteError(Exception):
    """The site cannot be made.

    Attributes:
        reasons: Each for a person; those of the engine itself are text, in English.
    """

    def __init__(self, *reasons: Message | str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons
