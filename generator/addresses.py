"""Web and mail addresses: whether one leads to a public site, and whether a mailbox is shared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[/\\]{2,}([^/\\?#]*)")
# inet_aton takes all of these for an address: 2130706433, 0x7f000001, 0177.0.0.1, 127.1.
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
# Letters and digits of any script, with marks; hyphens and underscores within. RFC 1035: 63, and 253 in all.
_LABEL = re.compile(r"[^\W_](?:[\w\u0300-\u036f-]{0,61}[\w\u0300-\u036f])?")
_LONGEST_HOST = 253
_LAST_PORT = 65_535
_PRIVATE_ENDINGS = (
    ".arpa",
    ".cluster",
    ".corp",
    ".home",
    ".intern",
    ".intern",
    ".internal",
    ".intranet",
    ".invalid",
    ".lan",
    ".local",
    ".localdomain",
    ".localhost",
    ".onion",
    ".private",
    ".svc",
    ".test",
    # Public names that answer with any address one writes in front of them.
    ".1u.ms",
    ".backname.io",
    ".lvh.me",
    ".localtest.me",
    ".nip.io",
    ".rbndr.us",
    ".sslip.io",
    ".traefik.me",
    ".vcap.me",
    ".xip.io",
)
_FREE_MAIL = frozenset(
    {
        "aol.com",
        "gmail.com",
        "googlemail.com",
        "hetnet.nl",
        "home.nl",
        "hotmail.com",
        "hotmail.nl",
        "icloud.com",
        "kpnmail.nl",
        "live.com",
        "live.nl",
        "me.com",
        "msn.com",
        "outlook.com",
        "planet.nl",
        "proton.me",
        "protonmail.com",
        "quicknet.nl",
        "tele2.nl",
        "upcmail.nl",
        "xs4all.nl",
        "yahoo.com",
        "ziggo.nl",
    }
)
_PARTICLES = frozenset({"de", "den", "der", "het", "ten", "ter", "van", "vd", "von", "vande", "vander"})
_SHARED_WORDS = re.compile(
    r"(advies|algemeen|algoritme|api|applicatie|architect|archief|balie|beheer|beleid|belasting|bestuur|beveilig|bouw"
    r"|bureau|burger|ciso|college|commissie|communicatie|concern|contact|cvd|data|desk|develop|dienst|digita|dpo"
    r"|financ|fg|functionaris|geo|gemeente|griffie|helpdesk|hello|hallo|ict|info|inkoop|innovat|inwoner|klant|kwaliteit"
    r"|lab|loket|mail|media|meld|monitor|noreply|office|omgeving|ondersteun|onderwijs|onderzoek|open|organisatie|pers"
    r"|post|privacy|process|proces|product|programma|project|provincie|publiek|redactie|regie|register|samen|sdg"
    r"|secretar|security|service|sociaal|software|standaard|stel|strategie|support|team|techni|toegank|veilig|vergunning"
    r"|vraag|vragen|waterschap|web|werk|wijk|woo|zaak|zaken|zorg)"
)


def host_of(url: str) -> str | None:
    """Return the host of an address as a browser would take it, or None when there is none.

    With a port that cannot be, the port stands with it: then it is the host of nothing.
    """
    found = _AUTHORITY.match(url)
    if found is None:
        return None
    return _host(found[1].rpartition("@")[2])


@lru_cache(maxsize=1024)
def _host(authority: str) -> str:
    if authority.startswith("["):
        return authority.partition("]")[0]
    host, _, port = authority.partition(":")
    if port and not (port.isascii() and port.isdigit() and int(port[:6]) <= _LAST_PORT):
        return authority.casefold()
    return unicodedata.normalize("NFKC", unquote(host)).casefold().replace("\u3002", ".").removesuffix(".")


def has_credentials(url: str) -> bool:
    """Whether a name or password stands before the host."""
    if "@" not in url and "%" not in url:
        return False
    found = _AUTHORITY.match(url)
    return bool(found and "@" in unquote(found[1]))


@lru_cache(maxsize=1024)
def is_public_host(host: str) -> bool:
    """Whether the host is a name on the public internet: no number in any notation, no local name.

    A public number is refused too: nobody can read whose it is, and what is there today may be gone tomorrow.
    """
    labels = host.split(".")
    if len(labels) == 1 or len(host) > _LONGEST_HOST or not all(map(_is_label, labels)):
        return False
    if _NUMBER.fullmatch(labels[-1]):
        return False
    return not f".{host}".endswith(_PRIVATE_ENDINGS)


def _is_label(label: str) -> bool:
    """Whether this can stand between two dots; `xn--` and what it hides must be one and the same name."""
    if _LABEL.fullmatch(label) is None:
        return False
    if not label.startswith("xn--"):
        return True
    try:
        name = label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return unicodedata.normalize("NFKC", name).casefold() == name and _LABEL.fullmatch(name) is not None


def is_personal_mailbox(address: str) -> bool:
    """Whether a mailbox looks like that of one person: `a.jansen@…`, `voornaam.achternaam@…`, free mail."""
    local, _, domain = address.lower().rpartition("@")
    if domain in _FREE_MAIL:
        return True
    words = [word for word in re.split(r"[._+]", local) if word]
    if any(_SHARED_WORDS.search(word) for word in words):
        return False
    has_initial = len(words[0]) == 1 if words else False
    return len(words) > 1 and (has_initial or bool(_PARTICLES & set(words)) or all(map(str.isalpha, words)))
