"""Which icon and tone belong to which choice; the word always stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.insight.freshness import Freshness
from generator.insight.maturity import Maturity
from generator.model.choices import Access, Choice, Kind, KitType, Status
from generator.model.choices_more import AdoptionStatus, CallType, OrganisationType, Recommend

# By type and value: choices of two lists may have the same value.
_ICONS: Mapping[type[Choice], Mapping[str, str]] = MappingProxyType(
    {
        Kind: {
            "application": "application-brackets-outline",
            "practice": "clipboard-check-outline",
            "adoption": "autorenew",
            "call": "bullhorn-outline",
            "organisation": "home-city-outline",
        },
        Status: {
            "idea": "lightbulb-outline",
            "pilot": "flask-outline",
            "in-use": "check-circle-outline",
            "phasing-out": "clock-alert-outline",
            "stopped": "stop-circle-outline",
        },
        AdoptionStatus: {
            "interested": "eye-outline",
            "planned": "calendar-clock-outline",
            "pilot": "flask-outline",
            "in-use": "check-circle-outline",
            "stopped": "stop-circle-outline",
            "rejected": "close-circle-outline",
        },
        Freshness: {
            "current": "calendar-check-outline",
            "to-confirm": "calendar-question-outline",
            "out-of-date": "calendar-alert-outline",
        },
        Maturity: {
            "own": "home-outline",
            "reusable": "account-multiple-outline",
            "shared": "account-group-outline",
        },
        OrganisationType: {
            "municipality": "home-city-outline",
            "province": "map-outline",
            "water-board": "waves",
            "partnership": "handshake-outline",
            "national": "bank-outline",
            "association": "account-group-outline",
            "company": "office-building-outline",
            "knowledge": "school-outline",
        },
        CallType: {
            "joint-procurement": "cart-outline",
            "joint-development": "hammer-wrench",
            "pilot": "flask-outline",
            "question": "help-circle-outline",
        },
        KitType: {
            "code": "code-tags",
            "configuration": "cog-outline",
            "contract-text": "file-sign",
            "documentation": "book-open-outline",
            "dpia": "shield-account-outline",
            "presentation": "presentation",
            "processing-agreement": "file-sign",
            "procurement": "cart-outline",
            "requirements": "format-list-checks",
            "training": "school-outline",
            "work-instruction": "clipboard-text-outline",
        },
        Access: {
            "public": "lock-open-variant-outline",
            "on-request": "email-outline",
            "via-ibd": "lock-outline",
        },
        Recommend: {
            "yes": "thumb-up-outline",
            "with-conditions": "thumb-up-outline",
            "no": "thumb-down-outline",
        },
    }
)
_TONES: Mapping[type[Choice], Mapping[str, str]] = MappingProxyType(
    {
        Status: {
            "idea": "plain",
            "pilot": "blue",
            "in-use": "green",
            "phasing-out": "amber",
            "stopped": "red",
        },
        AdoptionStatus: {"pilot": "blue", "in-use": "green", "stopped": "red", "rejected": "red"},
        Freshness: {"current": "plain", "to-confirm": "amber", "out-of-date": "red"},
        Maturity: {"reusable": "teal", "shared": "teal"},
        Recommend: {"yes": "green", "with-conditions": "amber", "no": "red"},
    }
)


def icon_name(choice: Choice) -> str:
    """Return the name of the icon of a choice; empty when its list has none."""
    return _ICONS.get(type(choice), {}).get(choice.value, "")


def tone(choice: Choice) -> str:
    """Return the name of the colour of a choice, for example `green`; `plain` when it has none."""
    return _TONES.get(type(choice), {}).get(choice.value, "plain")
