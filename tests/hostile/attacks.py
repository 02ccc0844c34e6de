"""Attacks on a catalogue, each in an otherwise valid entry, and controls that look like an attack.

The classes follow what was measured on sites that trust their contributors: YAML that runs code or never
ends, text that is not what it seems, scripts and styles, files fetched from the builder, requests to
elsewhere, patterns that take a parser minutes, output that a terminal or a workflow obeys, addresses inside a
network, and file names. Every payload is written here; nothing is fetched, run or followed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Verdict = Literal["accept", "reject", "either"]
Make = Callable[[Path], None]

FOLDER = "organisations/voorbeeldstad/practices"
TARGET = f"{FOLDER}/doelwit.md"
FRONT = """\
title: Buurtpreventie
summary: Bewoners waarschuwen elkaar en de wijkagent als er iets verdachts gebeurt.
status: idea
domain: service
type: method
themes: [services]
contact: {role: Team wijken, email: wijken@voorbeeldstad.nl}
reviewed: 2026-11-01
reviewed_by: owner
"""
BODY = "## Wat lost het op\n\nBewoners voelen zich veiliger in hun buurt.\n"
_LARGEST = 120_000


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack.

    Attributes:
        name: Its class and what it does.
        verdict: What `validate` must say; `either` when only time, memory and output count.
        make: Puts it into a catalogue.
    """

    name: str
    verdict: Verdict
    make: Make


def raw(content: bytes, path: str = TARGET) -> Make:
    """Return what writes bytes to a file."""

    def make(catalogue: Path) -> None:
        file = os.path.join(os.fsencode(catalogue), os.fsencode(path))  # noqa: PTH118 - names that are no text
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 - idem
        with open(file, "wb") as stream:  # noqa: PTH123 - idem
            stream.write(content)

    return make


def entry(*, front: str = FRONT, body: str = BODY) -> bytes:
    """Return an entry as bytes."""
    return f"---\n{front}---\n\n{body}".encode("utf-8", "surrogatepass")


def fields(**values: str) -> Make:
    """Return what writes an entry with other or more fields; values as they are written."""
    lines = dict(line.split(": ", 1) for line in FRONT.splitlines())
    return raw(entry(front="".join(f"{name}: {value}\n" for name, value in (lines | values).items())))


def body(text: str) -> Make:
    """Return what writes an entry with more text."""
    return raw(entry(body=f"{BODY}\n{text}\n"))


def repeated(pattern: str) -> Make:
    """Return what writes an entry with a pattern repeated as long as a file may be."""
    return body((pattern * (_LARGEST // len(pattern) + 1))[:_LARGEST])


def link(target: str, path: str = TARGET) -> Make:
    """Return what makes a symbolic link."""

    def make(catalogue: Path) -> None:
        (catalogue / path).parent.mkdir(parents=True, exist_ok=True)
        (catalogue / path).symlink_to(target)

    return make


def named(name: str, *, folder: str = FOLDER) -> Make:
    """Return what writes a valid entry under another name."""
    return raw(entry(), f"{folder}/{name}")


def attacks() -> Iterator[Attack]:
    """Yield every attack and control, by class."""
    for name, verdict, made in (
        *_yaml(),
        *_characters(),
        *_scripts(),
        *_files(),
        *_elsewhere(),
        *_patterns(),
        *_output(),
        *_addresses(),
        *_names(),
        *_controls(),
    ):
        yield Attack(name, verdict, made)


Row = tuple[str, Verdict, Make]


def _yaml() -> Iterator[Row]:
    laughs = 'a: &a ["ha"]\n' + "".join(
        f"{b}: &{b} [{','.join(f'*{a}' for _ in range(9))}]\n"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    merges = "m0: &m0 {k: v}\n" + "".join(
        f"m{n}: &m{n} {{<<: [{','.join([f'*m{n - 1}'] * 9)}]}}\n" for n in range(1, 9)
    )
    for name, extra in {
        "alias-bomb": laughs,
        "merge-bomb": merges,
        "alias-of-itself": "tags: &t [*t]\n",
        "one-alias": "tags: &t [buurt]\nquestions: *t\n",
        "deep-brackets": "tags: " + "[" * 7000 + "]" * 7000 + "\n",
        "deep-braces": "tags: " + "{a: " * 3000 + "1" + "}" * 3000 + "\n",
        "deep-dashes": "tags:\n" + " - " * 2000 + "x\n",
        "deep-complex-keys": "? " * 5000 + "x\n",
        "complex-key": "? [a, b]\n: c\n",
        "two-documents": "tags: [a]\n--- !x\ntitle: b\n",
        "twice": "title: Iets anders\n",
        "twice-quoted": '"title": Iets anders\n',
        "merge-key": "<<: {title: Iets anders}\n",
        "many-fields": "".join(f"veld{n}: x\n" for n in range(1000)),
        "many-tags": f"tags: [{', '.join(f't{n}' for n in range(2000))}]\n",
        "unknown-field-sexagesimal": "tijd: 12:30:45\n",
        "unknown-field-octal": "kvk: 01234567\n",
        "unknown-field-template": "template: redirect.html\n",
        "unknown-field-hide": "hide: [navigation, toc]\n",
        "unknown-field-search": "search: {boost: 1000000}\n",
        "unknown-field-icon": "icon: ../../../../etc/passwd\n",
        "unknown-field-id": "id: ../../index\n",
        "huge-number": f"services: [{{id: paspoort, volume_per_year: {'9' * 5000}}}]\n",
        "infinite-number": "services: [{id: paspoort, volume_per_year: .inf}]\n",
        "exponent": "services: [{id: paspoort, volume_per_year: 1e999}]\n",
        "null-in-a-list": "tags: [null, buurt]\n",
        "tab-indent": "tags:\n\t- buurt\n",
        "directive": "%YAML 9.9\n",
    }.items():
        yield f"yaml-{name}", "reject", raw(entry(front=FRONT + extra))
    for name, value in {
        "tag-apply": '!!python/object/apply:os.system ["echo"]',
        "tag-name": "!!python/name:os.system x",
        "tag-module": "!!python/module:os x",
        "tag-env": "!ENV GEHEIM",
        "tag-binary": "!!binary aGFsbG8=",
        "tag-str": "!!str Buurt",
        "tag-own": "!eigen Buurt",
        "empty": "~",
        "unquoted-colon": "Buurt: preventie",
        "open-quote": '"Buurt',
        "code-point-out-of-range": '"\\U00110000"',
        "lone-surrogate": '"Buurt \\ud800"',
        "escaped-control": '"Buurt\\x1b[31m"',
        "escaped-null": '"Buurt\\0"',
        "escaped-line-end": '"Buurt\\nnieuw"',
    }.items():
        yield f"yaml-{name}", "reject", fields(title=value)
    for name, value in {
        "no-such-day": "2026-02-30",
        "time-too": "2026-11-01T10:00:00+02:00",
        "digits": "20261101",
        "arabic-digits": "\u0662\u0660\u0662\u0666-\u0661\u0661-\u0660\u0661",
    }.items():
        yield f"yaml-date-{name}", "reject", fields(reviewed=value)
    for name, content in {
        "empty-file": b"",
        "blank-file": b"\n \n",
        "no-fields": b"# Kop\n\ntekst\n",
        "never-closed": b"---\ntitle: Buurt\n",
        "a-list": b"---\n- a\n---\n",
        "a-text": b"---\nhallo\n---\n",
        "only-a-comment": b"---\n# niets\n---\n",
        "blank-line-first": b"\n" + entry(),
        "ten-megabytes": entry(body=BODY + "Nog een zin.\n\n" * 750_000),
        "front-of-100000-lines": entry(front=FRONT + "x: y\n" * 100_000),
    }.items():
        yield f"yaml-{name}", "reject", raw(content)


def _characters() -> Iterator[Row]:
    for name, character in {
        "null": "\0",
        "escape": "\x1b",
        "backspace": "\b",
        "delete": "\x7f",
        "c1": "\x9b",
        "right-to-left-override": "\u202e",
        "isolate": "\u2066",
        "zero-width-space": "\u200b",
        "zero-width-joiner": "\u200d",
        "soft-hyphen": "\u00ad",
        "word-joiner": "\u2060",
        "hangul-filler": "\u3164",
        "line-separator": "\u2028",
        "next-line": "\x85",
        "tag-letters": "\U000e0041\U000e0042",
        "no-character": "\ufffe",
    }.items():
        yield f"characters-{name}-in-a-field", "reject", fields(title=f"Buurt{character}preventie")
        yield f"characters-{name}-in-the-text", "reject", body(f"Buurt{character}preventie")
    yield "characters-latin-1", "reject", raw(entry(body=BODY + "één").replace("é".encode(), b"\xe9"))
    yield "characters-cut-utf-8", "reject", raw(entry() + b"\xc3")
    yield "characters-overlong", "reject", raw(entry() + b"\xc0\xaf")
    yield (
        "characters-utf-16-le",
        "reject",
        raw("\ufeff".encode("utf-16-le") + entry().decode().encode("utf-16-le")),
    )
    yield (
        "characters-utf-16-be",
        "reject",
        raw("\ufeff".encode("utf-16-be") + entry().decode().encode("utf-16-be")),
    )
    yield "characters-look-alike-organisation", "reject", fields(co_owners="[n\u0456euwland]")
    yield "characters-look-alike-theme", "reject", fields(themes="[serv\u0456ces]")
    yield "characters-many-marks", "reject", body("a\u200e" * 30_000)
    yield "characters-many-controls", "reject", body("a\x01" * 40_000)


def _scripts() -> Iterator[Row]:
    for name, text in {
        "script": "<script>alert(1)</script>",
        "script-capitals": "<ScRiPt src=//evil.example/x.js>",
        "script-split": "<script\n>alert(1)</script>",
        "image-error": '<img src=x onerror="alert(1)">',
        "image-slash": "<img/src=x/onerror=alert(1)>",
        "image-open": "<img src=x onerror=alert(1)//",
        "svg": '<svg onload="alert(1)"></svg>',
        "math": "<math><mtext></mtext></math>",
        "details": "<details open ontoggle=alert(1)>",
        "frame": '<iframe srcdoc="&lt;script&gt;"></iframe>',
        "object": '<object data="x.swf"></object>',
        "embed": "<embed src=x>",
        "form": '<form action="https://evil.example/"><input></form>',
        "button": '<button formaction="javascript:alert(1)">ok</button>',
        "meta": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        "base": '<base href="https://evil.example/">',
        "style": "<style>@import url(https://evil.example/x.css);</style>",
        "style-attribute": '<div style="position:fixed;inset:0">Log in</div>',
        "link": '<link rel="stylesheet" href="https://evil.example/x.css">',
        "open-tags": "<div><table><tr><td><a href='",
        "comment": "<!-- verborgen -->",
        "comment-open": "<!-- verborgen",
        "declaration": "<!DOCTYPE html>",
        "cdata": "<![CDATA[ x ]]>",
        "instruction": "<?php echo 1 ?>",
        "custom-element": "<x-kwaad onclick=alert(1)>x</x-kwaad>",
        "in-a-table": "| a |\n| --- |\n| <b onclick=alert(1)>x</b> |",
        "in-a-list": "- x\n    - <svg onload=alert(1)>",
        "in-a-quote": "> <script>alert(1)</script>",
        "in-a-heading": "### <img src=x onerror=alert(1)>",
        "after-a-backtick": "`` ` ``<script>alert(1)</script>",
        "link-javascript": "[klik](javascript:alert(1))",
        "link-javascript-capitals": "[klik](JaVaScRiPt:alert(1))",
        "link-javascript-entity": "[klik](&#106;avascript:alert(1))",
        "link-javascript-tab": "[klik](java&Tab;script:alert(1))",
        "link-javascript-newline": "[klik](java&NewLine;script:alert(1))",
        "link-javascript-control": "[klik](&#1;javascript:alert(1))",
        "link-javascript-angle": "[klik](<javascript:alert(1)>)",
        "link-javascript-reference": "[klik][x]\n\n[x]: javascript:alert(1)",
        "link-javascript-automatic": "<javascript:alert(1)>",
        "link-data": "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "link-vbscript": "[klik](vbscript:msgbox(1))",
        "link-file": "[klik](file:///etc/passwd)",
        "link-blob": "[klik](blob:https://evil.example/1)",
        "link-intent": "[klik](intent://x#Intent;scheme=http;end)",
        "attribute-on-a-paragraph": 'Klik\n{: onclick="alert(1)" }',
        "attribute-on-a-link": '[klik](https://www.voorbeeld.nl){: onclick="alert(1)" }',
        "attribute-of-a-style": "Klik\n{: style=position:fixed }",
        "attribute-of-a-class": "Klik\n{: .md-overlay }",
        "heading-takes-an-id": "### {}\n{: #__config }",
        "heading-with-an-id": "### x {#__search}",
    }.items():
        yield f"scripts-{name}", "reject", body(text)
    for name, values in {
        "title": {"title": "'Buurt <script>alert(1)</script>'"},
        "summary": {"summary": "'Zie </script><script>alert(1)</script> voor wat er gebeurt.'"},
        "tag": {"tags": "['<img src=x onerror=alert(1)>']"},
        "role": {"contact": "{role: '<b>Team</b>', email: wijken@voorbeeldstad.nl}"},
        "note": {"facilities": "[{id: digid, role: optional, note: '\"><svg onload=alert(1)>'}]"},
    }.items():
        yield f"scripts-in-the-{name}", "reject", fields(**values)


def _files() -> Iterator[Row]:
    for name, text in {
        "passwd": '--8<-- "/etc/passwd"',
        "git-config": '--8<-- ".git/config"',
        "itself": '--8<-- "doelwit.md"',
        "block": "--8<--\n/etc/passwd\n--8<--",
        "semicolon": ';--8<-- "x"',
        "in-code": '```\n--8<-- "/etc/passwd"\n```',
        "relative-link-outside": "[x](../../../../../etc/passwd)",
        "relative-link-encoded": "[x](..%2f..%2f..%2f..%2fetc/passwd)",
        "relative-link-to-nothing": "[x](bestaat-niet.md)",
        "absolute-link": "[x](/etc/passwd)",
    }.items():
        yield f"files-{name}", "reject", body(text)
    yield "files-jinja-sum", "either", body("Waarde {{ 7*191 }} einde")
    yield "files-jinja-globals", "either", body("{{ cycler.__init__.__globals__.os.popen('id').read() }}")


def _elsewhere() -> Iterator[Row]:
    for name, text in {
        "image": "![](https://tracker.example/p.gif?id=1)",
        "image-http": "![x](http://tracker.example/p.gif)",
        "image-without-scheme": "![x](//tracker.example/p.gif)",
        "image-data": "![x](data:image/png;base64,iVBORw0KGgo=)",
        "image-reference": "![x][p]\n\n[p]: https://tracker.example/p.gif",
        "image-in-a-link": "[![x](https://tracker.example/p.gif)](https://www.voorbeeld.nl)",
        "frame": '<iframe src="https://tracker.example/1"></iframe>',
        "audio": '<audio src="https://tracker.example/1"></audio>',
    }.items():
        yield f"elsewhere-{name}", "reject", body(text)
    yield "elsewhere-mermaid", "either", body("```mermaid\ngraph LR\n A --> B\n```")


def _patterns() -> Iterator[Row]:
    for name, pattern in {
        "brackets": "[",
        "images": "![",
        "parens": "[a](",
        "links": "[a](b)",
        "backticks": "`a``b",
        "stars": "*a **b ",
        "underscores": "_a __b ",
        "less-than": "<",
        "less-than-bang": "<!",
        "comments": "<!-- ",
        "instructions": "<?",
        "cdata": "<![CDATA[",
        "quotes": ">",
        "nested-quotes": "> > > > > > x\n",
        "pipes": "|",
        "entities": "&",
        "entity": "&amp",
        "automatic-links": "<http://a",
        "tildes": "~~a ~",
        "braces": "{",
        "attributes": "{: a=b ",
        "html": "<div>",
        "html-attributes": "<a a=",
        "fences": "```a\n\n",
        "backslashes": "\\",
        "spaces": "x        \n",
        "hashes": "# ",
        "underlines": "x\n===\n",
        "references": "[a]: b\n",
        "mailboxes": "a@",
        "dashes": "- ",
        "numbers": "1. ",
        "tables": "a|b\n-|-\n",
        "indents": "    - x\n",
        "emphasis-and-links": "*[a](b) ",
        "snippets": "-8<-",
        "marks": "a\u0301",
        "emoji": "👩‍💻",
    }.items():
        yield f"patterns-{name}", "either", repeated(pattern)
    stairs = "\n".join("  " * depth + "- x" for depth in range(200))
    yield "patterns-nested-lists", "either", body(stairs)
    yield "patterns-growing-backticks", "either", body(" ".join("`" * n for n in range(1, 480)))
    yield "patterns-one-wide-table", "either", body(f"a{'|' * 20_000}\n{'-|' * 20_000}\n{'b|' * 20_000}")
    references = "\n".join(f"[r{n}]: https://e.nl/{n}" for n in range(2_500))
    yield (
        "patterns-many-references",
        "either",
        body(f"{references}\n\n{' '.join(f'[x][r{n}]' for n in range(2_500))}"),
    )
    yield "patterns-headings", "either", body("\n\n".join(f"### Kop {n % 7}" for n in range(8_000)))
    yield "patterns-equal-headings", "either", body("### Kop\n\nx\n\n" * 8_000)


def _output() -> Iterator[Row]:
    yield (
        "output-command-in-a-value",
        "reject",
        fields(title='"Proef\\n::error file=x::gehackt\\n::stop-commands::abc"'),
    )
    yield "output-command-on-a-line", "reject", body("::error file=x::gehackt\n\n::stop-commands::abc\n\n<b>")
    yield "output-terminal-title", "reject", fields(status='"fout\\x1b]0;gehackt\\x07\\x1b[2J"')
    yield "output-command-in-a-choice", "reject", fields(status="'::error::gehackt'")
    yield "output-percent", "reject", fields(status="'%0A::error::gehackt'")
    yield "output-carriage-return", "reject", raw(entry().replace(b"idea", b"idee\r::error::gehackt"))
    yield "output-braces", "reject", fields(status="'{0.__class__} {value}'")
    yield "output-long-value", "reject", fields(status="x" * 15_000)
    yield "output-formula", "either", fields(title='\'=HYPERLINK("https://evil.example";"klik")\'')


def _addresses() -> Iterator[Row]:
    for name, url in {
        "metadata": "169.254.169.254/latest/meta-data/",
        "localhost": "localhost:8080/",
        "loopback": "127.0.0.1/",
        "decimal": "2130706433/",
        "hexadecimal": "0x7f000001/",
        "octal": "0177.0.0.1/",
        "short": "127.1/",
        "zero": "0/",
        "private": "10.0.0.8/",
        "ipv6": "[::1]/",
        "mapped": "[::ffff:127.0.0.1]/",
        "internal": "metadata.google.internal/",
        "local": "printer.local/",
        "one-word": "intranet/wijken",
        "credentials": "user:wachtwoord@www.voorbeeld.nl/",
        "user": "www.voorbeeld.nl@evil.example/",
        "trailing-dot": "localhost./",
        "wildcard-dns": "127.0.0.1.nip.io/",
        "full-width": "\uff11\uff12\uff17.0.0.1/",
        "encoded": "%31%32%37.0.0.1/",
    }.items():
        yield f"addresses-{name}", "reject", fields(contact=f'{{role: Team wijken, url: "https://{url}"}}')
        yield (
            f"addresses-{name}-in-the-text",
            "reject",
            body(f"Zie <b></b> [x](https://{url})" if "[" in url else f"[x](https://{url})"),
        )
    for name, url in {
        "http": "http://www.voorbeeld.nl",
        "file": "file:///etc/passwd",
        "javascript": "javascript:alert(1)",
        "ftp": "ftp://www.voorbeeld.nl",
        "data": "data:text/html,x",
        "space": "https://www.voorbeeld.nl/ x",
        "quote": "https://www.voorbeeld.nl/'onclick='x",
        "no-scheme": "//evil.example",
    }.items():
        yield f"addresses-{name}", "reject", fields(contact=f'{{role: Team wijken, url: "{url}"}}')


def _names() -> Iterator[Row]:
    yield "names-link-to-a-file", "reject", link("/etc/passwd")
    yield "names-link-to-a-folder", "reject", link("/etc", "organisations/waterschap-voorbeeld")
    yield "names-link-in-the-catalogue", "reject", link("phishing-oefening.md")
    yield "names-dangling-link", "reject", link("bestaat-niet")
    for name in (
        "CON.md",
        "aux.md",
        "nul",
        "a:b.md",
        "a?b.md",
        "a b.md",
        "Kop.md",
        "é.md",
        "-x.md",
        ".verborgen.md",
        "x.md.",
        "a&b<c>.md",
        "x" * 100 + ".md",
    ):
        yield f"names-{name[:12]}", "reject", named(name)
    yield "names-newline", "reject", named("x\n::error file=app.js,line=1::gehackt.md")
    yield "names-escape", "reject", named("x\x1b[2J.md")
    yield "names-right-to-left", "reject", named("x\u202egnp.md")
    yield "names-no-text", "reject", raw(entry(), f"{FOLDER}/\udcff\udcfe.md")
    yield "names-capitals", "reject", named("Phishing-Oefening.md")
    yield "names-same-id", "reject", named("meldingen.md")
    yield "names-two-endings", "reject", raw(b"title: x\n", f"{FOLDER}/phishing-oefening.yml")
    yield "names-dots", "reject", named("a.b.md")
    for path in (
        "CNAME",
        "robots.txt",
        "_headers",
        ".github/workflows/x.yml",
        "mkdocs.yml",
        "assets/javascripts/bundle.js",
        f"{FOLDER}/x.html",
        f"{FOLDER}/diep/x.md",
        "organisations/x.md",
    ):
        yield f"names-{path.rpartition('/')[2]}-{len(path)}", "reject", raw(b"x", path)
    yield "names-unknown-organisation", "reject", named("x.md", folder="organisations/nergens/practices")


def _controls() -> Iterator[Row]:
    yield "controls-entry", "accept", raw(entry())
    yield "controls-byte-order-mark", "accept", raw(b"\xef\xbb\xbf" + entry())
    yield "controls-windows-line-ends", "accept", raw(entry().replace(b"\n", b"\r\n"))
    yield "controls-decomposed-letters", "accept", body("Su\u0301dwest-Frysla\u0302n")
    yield (
        "controls-diacritics",
        "accept",
        fields(title='"\'s-Hertogenbosch, Súdwest-Fryslân, coöperatie, façade"'),
    )
    yield "controls-quoted-colon", "accept", fields(title="'Buurt: samen # veilig'")
    yield "controls-signs", "accept", fields(title="'Gemeente \"Voorbeeld\" & <5.000 inwoners'")
    yield "controls-words-yaml-takes-for-others", "accept", fields(tags="[no, on, 0353, 12:30, 1e3, '=']")
    yield "controls-right-to-left-text", "accept", body("שלום עולם\u200f, مرحبا")
    yield (
        "controls-emoji",
        "accept",
        body("👩‍💻 en 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f en ❤️"),
    )
    yield "controls-xml", "accept", fields(summary="'R&D: a < b en ]]> klaar, zodat iedereen het begrijpt.'")
    yield (
        "controls-braces",
        "accept",
        fields(summary="'prijs {{ 7*191 }} {% raw %} en {: onclick=alert } als tekst'"),
    )
    for name, text in {
        "script-in-code": "```html\n<script>alert(1)</script>\n```\n\n`<img src=x onerror=alert(1)>`",
        "escaped-tag": "\\<script> en &lt;script&gt;",
        "table": "| a | b |\n| :-- | --: |\n| x \\| y | 1.000 |",
        "rule": "tekst\n\n---\n\ntekst",
        "links": "[a](https://www.voorbeeld.nl/?a=1&b=2#c) [b](mailto:a@b.nl) [c](tel:+31301234567)",
        "links-here": "[d](#wat-lost-het-op) <https://voorbeeld.nl/> [e](phishing-oefening.md)",
        "less-than": "als a < b en 3<4 <- zo",
        "jinja": "Gebruik `{% raw` en {{ onafgemaakt",
        "tasks-and-notes": '!!! tip "Let op"\n    tekst[^1]\n\n- [x] klaar\n\n[^1]: noot',
    }.items():
        yield f"controls-{name}", "accept", body(text)
