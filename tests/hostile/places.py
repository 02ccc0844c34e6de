"""More attacks around an entry: file names, links, the register, vocabularies, output; and controls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attacks import BODY, FOLDER, FRONT, Make, Row, body, entry, fields, link, named, raw, repeated

from generator.register import COLUMNS

REGISTER = "register/bodies.csv"
THEMES = "vocabularies/themes.yml"


def register_row(**cells: str) -> Make:
    """Return what adds a row to the register; cells as they are written."""
    cell = dict.fromkeys(COLUMNS, "") | {"code": "x-nieuw", "slug": "nieuwe-stad", "name": "Nieuwe Stad"}
    cell |= {"type": "municipality", "source": "fictief voorbeeld"} | cells
    return added(REGISTER, f"{','.join(cell.values())}\n".encode("utf-8", "surrogatepass"))


def added(path: str, content: bytes) -> Make:
    """Return what writes bytes at the end of a file that is there."""

    def make(catalogue: Path) -> None:
        with (catalogue / path).open("ab") as stream:
            stream.write(content)

    return make


def term(**values: str) -> Make:
    """Return what adds a theme; values as they are written."""
    lines = {"id": "nieuw", "title": "Nieuw"} | values
    text = "  - " + "\n    ".join(f"{name}: {value}" for name, value in lines.items()) + "\n"
    return added(THEMES, text.encode("utf-8", "surrogatepass"))


def both(*made: Make) -> Make:
    """Return what does one after another."""

    def make(catalogue: Path) -> None:
        for each in made:
            each(catalogue)

    return make


def names() -> Iterator[Row]:
    """Yield names of files that some system or reader takes for another, and links."""
    for number, name in enumerate(
        (
            "PRN.md",
            "com1.md",
            "LPT9.md",
            "con.md",
            "nul.md",
            "aux.tar.md",
            "x.md~",
            "#x.md#",
            ".#x.md",
            "x.md.orig",
            "x.MD",
            "x.markdown",
            "x.txt",
            "x.yaml",
            "x.json",
            "x",
            "Thumbs.db",
            ".DS_Store",
            "..x.md",
            "...",
            "x..md",
            "x-.md",
            "x--y.md",
            "x_y.md",
            "x+y.md",
            "x%2fy.md",
            "x%00.md",
            "x;rm -rf.md",
            "$(id).md",
            "`id`.md",
            "x|y.md",
            "x'y.md",
            'x"y.md',
            "x\\y.md",
            "~.md",
            "x\ty.md",
            "x\ry.md",
            " x.md",
            "x .md",
            "x.md ",
            "\u00a0x.md",
            "\u0661.md",
            "\uff58.md",
            "\u017f.md",
            "ﬁ.md",
            "xn--bcher-kva.md.md",
            "x\u200b.md",
            "x\u2066y.md",
            "x\u0301.md",
            "\u00df.md",
            "{{ x }}.md",
            "{% raw %}.md",
            "x.md\n",
            "\n.md",
            "::error::x.md",
            "%0A::error::x.md",
            "=cmd.md",
            "@x.md",
            "-rf.md",
            "--help.md",
            "👩.md",
            "y" * 78 + ".md",
        )
    ):
        yield f"names-new-{number}-{ascii(name)[1:16]}", "reject", named(name)
    for number, path in enumerate(
        (
            "index.md",
            "404.html",
            "sitemap.xml",
            "search/search_index.json",
            "assets/stylesheets/main.css",
            "overrides/main.html",
            "theme/main.html",
            "organisations/index.md",
            "organisations/voorbeeldstad/index.md",
            "organisations/voorbeeldstad/organisation.md",
            "organisations/voorbeeldstad/organisation.yaml",
            "organisations/voorbeeldstad/applications.md",
            "organisations/voorbeeldstad/.pages",
            "organisations/voorbeeldstad/assets/x.md",
            "organisations/voorbeeldstad/practices/x/index.md",
            "organisations/voorbeeldstad/practices/.git/config",
            "organisations/voorbeeldstad/practices/x.py",
            "organisations/voorbeeldstad/practices/conftest.py",
            "organisations/voorbeeldstad/practices/x.js",
            "organisations/voorbeeldstad/practices/x.svg",
            "organisations/.git/HEAD",
            "vocabularies/x.yaml",
            "vocabularies/x/y.yml",
            "register/x.tsv",
            "register/.htaccess",
            "_redirects",
            ".nojekyll",
            ".gitmodules",
            "catalogue/organisations/x.md",
        )
    ):
        yield f"names-place-{number}-{path.rpartition('/')[2]}", "reject", raw(entry(), path)
    yield "names-link-up", "reject", link("../../../..")
    yield "names-link-to-itself", "reject", link("doelwit.md")
    yield "names-link-to-a-device", "reject", link("/dev/zero")
    yield "names-link-to-memory", "reject", link("/proc/self/mem")
    yield "names-link-of-the-register", "reject", link("/etc/passwd", "register/meer.csv")
    yield "names-link-of-a-vocabulary", "reject", link("/etc/passwd", "vocabularies/meer.yml")
    yield "names-link-of-a-profile", "reject", link("/etc/hosts", "organisations/nieuwland/organisation.yml")
    yield (
        "names-link-of-a-folder-of-ours",
        "reject",
        link(f"../../{FOLDER}", "organisations/nieuwland/practices"),
    )
    yield "names-link-with-an-escape", "reject", link("\x1b]0;gehackt\x07")
    yield "names-link-to-a-folder-above", "reject", link("..", "organisations/nieuwland/practices")
    yield (
        "names-organisation-in-capitals",
        "reject",
        named("x.md", folder="organisations/Voorbeeldstad/practices"),
    )
    yield "names-organisation-with-dots", "reject", named("x.md", folder="organisations/.../practices")
    yield (
        "names-organisation-full-width",
        "reject",
        named("x.md", folder="organisations/\uff56oorbeeldstad/practices"),
    )
    yield "names-folder-in-capitals", "reject", named("x.md", folder="organisations/voorbeeldstad/Practices")
    yield (
        "names-id-of-an-other",
        "reject",
        raw(entry(), "organisations/nieuwland/practices/phishing-oefening.md"),
    )
    for name in (
        "index",
        "404",
        "pagina",
        "assets",
        "search",
        "readme",
        "sitemap",
        "stylesheets",
        "javascripts",
    ):
        yield f"names-shadow-{name}", "accept", named(f"{name}.md")
    yield "names-as-long-as-may-be", "accept", named("y" * 77 + ".md")
    yield "names-digits", "accept", named("112.md")


def register() -> Iterator[Row]:
    """Yield rows and files of the register."""
    for name, cells in {
        "slug-path": {"slug": "../../index"},
        "slug-slash": {"slug": "a/b"},
        "slug-empty": {"slug": ""},
        "slug-dot": {"slug": "."},
        "slug-capitals": {"slug": "Nieuwe-Stad"},
        "slug-space": {"slug": "nieuwe stad"},
        "slug-reserved": {"slug": "con"},
        "slug-look-alike": {"slug": "nieuwe-st\u0430d"},
        "slug-markup": {"slug": "<b>x</b>"},
        "slug-long": {"slug": "a" * 81},
        "slug-line-end": {"slug": '"nieuwe-stad\n"'},
        "slug-taken": {"slug": "nieuwland"},
        "code-path": {"code": "../x"},
        "code-empty": {"code": ""},
        "code-quote": {"code": "gm'onclick='x"},
        "name-script": {"name": "<script>alert(1)</script>"},
        "name-empty": {"name": ""},
        "name-space": {"name": " "},
        "name-formula": {"name": "=HYPERLINK(1)"},
        "name-plus": {"name": "+31"},
        "name-at": {"name": "@SUM(1)"},
        "name-minus": {"name": "-2+3"},
        "name-tab": {"name": "\tx"},
        "name-override": {"name": "Nieuwe\u202eStad"},
        "name-escape": {"name": "Nieuwe\x1b[2JStad"},
        "name-lines": {"name": '"Nieuwe\n::error::x"'},
        "name-long": {"name": "N" * 500},
        "name-template": {"name": "{{ 7*7 }}"},
        "tooi-javascript": {"tooi": "javascript:alert(1)"},
        "tooi-elsewhere": {"tooi": "https://evil.example/tooi/id/gemeente/gm0353"},
        "tooi-quote": {"tooi": "\"https://identifier.overheid.nl/tooi/id/x'onclick='y\""},
        "tooi-inside": {"tooi": "https://127.0.0.1/"},
        "type-unknown": {"type": "gemeente"},
        "type-empty": {"type": ""},
        "type-class": {"type": "__class__"},
        "province-path": {"province": "../pv26"},
        "inhabitants-negative": {"inhabitants": "-1"},
        "inhabitants-huge": {"inhabitants": "9" * 5000},
        "inhabitants-underscore": {"inhabitants": "1_000"},
        "inhabitants-arabic": {"inhabitants": "\u0661\u0662"},
        "inhabitants-dot": {"inhabitants": "1.000"},
        "area-infinite": {"area_km2": "inf"},
        "area-no-number": {"area_km2": "nan"},
        "area-exponent": {"area_km2": "1e999"},
        "area-comma": {"area_km2": '"1,5"'},
        "lat-no-number": {"lat": "NaN"},
        "lat-far": {"lat": "520.1"},
        "lon-infinite": {"lon": "-Infinity"},
        "since-week": {"since": "2026-W01-1"},
        "since-digits": {"since": "20260101"},
        "since-no-day": {"since": "2026-02-30"},
        "until-time": {"until": "2026-01-01T00:00"},
        "successor-path": {"successor": "../x"},
        "source-empty": {"source": ""},
        "source-script": {"source": "<svg onload=alert(1)>"},
        "extra-cell": {"source": "x,y"},
        "open-quote": {"source": '"x'},
    }.items():
        yield f"register-{name}", "reject", register_row(**cells)
    header = b"code,tooi,slug,name,type,province,inhabitants,area_km2,lat,lon,since,until,successor,source\n"
    for name, content in {
        "empty": b"",
        "other-columns": b"a,b,c\n",
        "semicolons": header.replace(b",", b";"),
        "utf-16": header.decode().encode("utf-16"),
        "latin-1": header + b"x-a,,a,\xe9,company,,,,,,,,,x\n",
        "null": header + b"x-a,,a,A\0,company,,,,,,,,,x\n",
        "one-long-cell": header + b"x" * 200_000 + b"\n",
        "quotes": header + b'"' * 100_000 + b"\n",
        "commas": header + b"," * 100_000 + b"\n",
        "line-ends": header + b"\n" * 100_000,
        "five-megabytes": header + b"x-a,,a,A,company,,,,,,,,,x\n" * 190_000,
        "one-million-cells": header + b"a,b\n" * 500_000,
        "old-mac-line-ends": header.replace(b"\n", b"\r") + b"x-a,,a,A,company,,,,,,,,,x\r",
    }.items():
        yield f"register-file-{name}", "reject", raw(content, "register/meer.csv")
    yield "register-control-row", "accept", register_row()
    yield "register-control-name", "accept", register_row(name="'s-Hertogenbosch")
    yield "register-control-quoted-name", "accept", register_row(name='"Waterschap Amstel, Gooi en Vecht"')
    yield (
        "register-control-full-row",
        "accept",
        register_row(
            tooi="https://identifier.overheid.nl/tooi/id/gemeente/gm9999",
            inhabitants="0",
            area_km2="12.5",
            lat="52.1",
            lon="5.2",
            since="2024-02-29",
        ),
    )
    yield (
        "register-control-windows",
        "accept",
        raw(
            (header + b"x-a,,a-bv,A (B.V.),company,,,,,,,,,x\n").replace(b"\n", b"\r\n"), "register/meer.csv"
        ),
    )


def vocabularies() -> Iterator[Row]:
    """Yield terms and files of vocabularies."""
    for name, values in {
        "url-javascript": {"url": '"javascript:alert(1)"'},
        "url-data": {"url": '"data:text/html,x"'},
        "url-http": {"url": '"http://www.voorbeeld.nl"'},
        "url-quote": {"url": "\"https://www.voorbeeld.nl/'onclick='x\""},
        "uri-javascript": {"uri": '"javascript:alert(1)"'},
        "uri-file": {"uri": "file:///etc/passwd"},
        "id-path": {"id": "../../index"},
        "id-dot": {"id": "."},
        "id-slash": {"id": "a/b"},
        "id-space": {"id": "a b"},
        "id-markup": {"id": "<b>"},
        "id-look-alike": {"id": "serv\u0456ces"},
        "id-taken": {"id": "services"},
        "id-taken-in-capitals": {"id": "Services"},
        "id-long": {"id": "a" * 121},
        "title-empty": {"title": ""},
        "title-list": {"title": "[a]"},
        "title-override": {"title": "Nieuw\u202e"},
        "title-escape": {"title": '"Nieuw\\x1b[2J"'},
        "title-long": {"title": "N" * 201},
        "title-lines": {"title": '"a\\nb"'},
        "tag": {"title": "!!python/name:os.system x"},
        "anchor": {"title": "&a x"},
        "unknown-field": {"template": "redirect.html"},
        "status-unknown": {"status": "weg"},
        "date": {"applies_from": "2026-02-30"},
        "description-null": {"description": "null"},
        "many-synonyms": {"synonyms": f"[{', '.join(f's{n}' for n in range(60))}]"},
        "deep": {"synonyms": "[" * 3000 + "]" * 3000},
    }.items():
        yield f"vocabulary-{name}", "reject", term(**values)
    for name, content in {
        "empty": b"",
        "text": b"hallo\n",
        "no-terms": b"title: x\ntitle_en: x\nsource: {retrieved: 2026-01-01, what: x}\nterms: []\n",
        "two-documents": b"title: x\n---\ntitle: y\n",
        "latin-1": b"title: \xe9\n",
        "three-megabytes": b"# x\n" * 800_000,
        "brackets": b"[" * 1_000_000,
        "many-fields": b"".join(b"x%d: y\n" % n for n in range(33_000)),
        "many-anchors": b"".join(b"x%d: &a y\n" % n for n in range(28_000)),
    }.items():
        yield f"vocabulary-file-{name}", "reject", raw(content, "vocabularies/threats.yml")
    yield "vocabulary-control-term", "accept", term()
    yield (
        "vocabulary-control-links",
        "accept",
        term(
            url="https://www.voorbeeld.nl/x",
            uri='"http://standaarden.overheid.nl/x"',
            synonyms="['a & b', c]",
        ),
    )
    yield "vocabulary-control-shadow", "accept", term(id="index")


def output() -> Iterator[Row]:
    """Yield text that a terminal, a workflow, a spreadsheet or a reader of a report would obey."""
    for name, value in {
        "add-mask": "'::add-mask::x'",
        "set-output": "'::set-output name=x::y'",
        "group-end": "'::endgroup::'",
        "debug": "'::debug::x'",
        "legacy-command": "'##[error]gehackt'",
        "azure": "'##vso[task.setvariable variable=x]y'",
        "gitlab-section": '"\\e[0Ksection_start:1:x\\r\\e[0K"',
        "teamcity": "\"##teamcity[testFailed name='x']\"",
        "hyperlink": '"\\e]8;;https://evil.example\\e\\\\klik\\e]8;;\\e\\\\"',
        "clipboard": '"\\e]52;c;cm0gLXJm\\a"',
        "device-attributes": '"\\e[c"',
        "bell": '"\\a\\a\\a"',
        "backspaces": '"fout\\b\\b\\b\\bgoed"',
        "carriage-return": '"fout\\rgoed"',
        "eight-bit": '"\\x9b2J"',
        "bidi": '"\\u202egoed"',
        "isolates": '"\\u2067goed\\u2069"',
        "line-separator": '"fout\\u2028::error::x"',
        "json-end": "'\"}]}'",
        "xml-end": "']]></system-out><x/>'",
        "xml-entity": "'&xxe;'",
        "html": "'</code><img src=x onerror=alert(1)>'",
        "markdown-link": "'[klik](https://evil.example)'",
        "markdown-image": "'![x](https://evil.example/x.png)'",
        "markdown-fence": "'``` ` ~~~'",
        "markdown-table": "'a | b | c'",
        "markdown-mention": "'@beheerder bekijk dit, zie #1'",
        "format": "'%s %n %(x)s {0} {x!r:>9999999}'",
        "format-wide": "'{value:>99999999}'",
        "percent-encoded": "'%0D%0A::error::x'",
        "sarif": "'{{placeholder}} {0}'",
        "long-unicode": "é" * 7000,
        "wide": "\u5168" * 500,
        "combining": "a" + "\u0301" * 2000,
        "joined": "👩\u200d" * 300 + "👩",
    }.items():
        yield f"output-status-{name}", "reject", fields(status=value)
        yield f"output-key-{name}", "reject", raw(entry(front=f"{FRONT}{_as_key(value)}: x\n"))
    for name, text in {
        "command": "::warning::x <b>",
        "group": "::group::x\n\n<b>",
        "command-in-a-tag": "<b\n::error::x>",
        "fence-in-a-tag": "<b title='```'>",
        "pipe-in-a-tag": "| a |\n| --- |\n| <b title='\\|'> |",
        "summary-break": "<b></details></summary>",
        "tabs": "x\t\t<b>",
        "wide": "\u5168\u89d2 <b>",
        "right-to-left": "שלום <b>",
    }.items():
        yield f"output-text-{name}", "reject", body(text)


def _as_key(value: str) -> str:
    return value if value.startswith(("'", '"')) else f'"{value[:200]}"'


def patterns() -> Iterator[Row]:
    """Yield patterns that make a parser slow or hungry, as long as a file may be."""
    for name, pattern in {
        "nested-links": "[[a](b)",
        "link-then-bracket": "](",
        "bracket-pairs": "[]",
        "reference-uses": "[a][b]",
        "angle-links": "[a](<b",
        "link-titles": '[a](b "',
        "images-in-images": "![![a](b)](c)",
        "strong-open": "**a",
        "strong-close": "a**",
        "triple-stars": "***a** b",
        "mixed-emphasis": "*_a_*_",
        "backtick-runs": "```` `` ``` ",
        "dollar": "$$a$$ $",
        "tag-open": "<a ",
        "tag-quote": '<a b="',
        "processing": "<?a ?",
        "declaration": "<!A ",
        "entity-long": "&#9999999;",
        "entity-hex": "&#x",
        "bare-addresses": "https://a.b ",
        "mail": "a@b.c ",
        "mail-angle": "<a@",
        "footnotes": "[^a]: x\n",
        "footnote-uses": "[^a]",
        "definitions": "a\n: b\n",
        "abbreviations": "*[a]: b\n",
        "tasks": "- [ ] a\n",
        "notes": "!!! a\n    b\n",
        "setext": "a\n-\n",
        "rules": "* * *\n",
        "quote-lists": "> - > - a\n",
        "ordered": "999999999. a\n",
        "list-of-fences": "- ```\n",
        "tabs": "\t",
        "quote-tabs": ">\t",
        "hard-breaks": "a\\\n",
        "pipes-and-backslashes": "\\|",
        "table-rows": "|a|b|\n|-|-|\n|c|d|\n\n",
        "long-words": "a" * 1000 + " ",
        "joiners": "\u0628\u200d",
        "citizen-numbers": "111222333 ",
        "phone-numbers": "0612345678 ",
        "versions": "1.2.3.4 ",
        "cve": "CVE-2024-12345 ",
        "keys": "AKIAIOSFODNN7EXAMPLE ",
        "tokens": "ghp_0123456789abcdefghij ",
        "hexadecimal": "deadbeef",
        "colons": "a:b:c:",
        "dots": "a.b.",
        "slashes": "/a\\",
    }.items():
        yield f"patterns-new-{name}", "either", repeated(pattern)
    for name, extra in {
        "colons": "tags: " + ":" * 15_000,
        "hashes": "tags: " + "# " * 7_000,
        "quotes": "tags: " + "'" * 15_000,
        "commas": "tags: [" + "," * 15_000 + "]",
        "question-marks": "? " * 7_000,
        "spaces": "tags:" + " " * 15_000 + "x",
        "long-url": "sources: [{url: 'https://" + "a." * 7_000 + "nl'}]",
        "long-mail": "questions: ['" + "a@" * 7_000 + "']",
        "long-number": "tags: [" + "1" * 15_000 + "]",
        "unknown-words": "tags: [" + ",".join("abcdefghij"[n % 7 :] for n in range(2_000)) + "]",
        "near-themes": "legislation: [" + ", ".join(f"avg{n}" for n in range(1_500)) + "]",
        "near-organisations": "co_owners: [" + ", ".join(f"nieuwland{n}" for n in range(800)) + "]",
        "near-fields": "\n".join(f"titel{n}: x" for n in range(1_000)),
    }.items():
        yield f"patterns-field-{name}", "either", raw(entry(front=f"{FRONT}{extra}\n"))


def controls() -> Iterator[Row]:
    """Yield what looks like an attack and is none."""
    for name, values in {
        "apostrophes": {"title": "'''t Gooi, ''s-Gravenhage en foto''s'"},
        "curly-apostrophe": {"title": "\u2019s-Hertogenbosch"},
        "longest-title": {"title": "T" * 80},
        "longest-summary": {"summary": "s" * 160},
        "shortest-summary": {"summary": "s" * 40},
        "decomposed-title": {"title": "Su\u0301dwest-Frysla\u0302n"},
        "emoji-title": {"title": "Buurt 👩\u200d👩\u200d👧 preventie"},
        "hebrew-title": {"title": "שלום \u200f(Buurt)"},
        "persian-title": {"title": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"},
        "devanagari-title": {"title": "क्\u200dष"},
        "euro": {"summary": "Kost € 1.000,- per jaar; ½ dag per maand \u2013 dat is alles voor een buurt…"},
        "colons-in-quotes": {
            "summary": '"Zo werkt het: 1) meld, 2) bel \\"0900-8844\\"; 3) wacht op de wijkagent."'
        },
        "backslash": {"summary": "'De map C:\\Buurt\\Preventie noemen we hier alleen als voorbeeld.'"},
        "braces-in-text": {
            "summary": "Gebruik {naam} en {{ datum }} in de brief aan de bewoners van de straat."
        },
        "percent": {"summary": "Van 40% naar 60% %0A in een jaar, en dat blijft zo bij de bewoners."},
        "double-colon": {
            "summary": "Wij schrijven ::error::x hier als voorbeeld van een opdracht op een regel."
        },
        "less-than": {"title": "Buurten < 500 & > 100 huizen"},
        "hash": {"title": "Buurt#preventie"},
        "at": {"title": "Buurt @ preventie"},
        "folded": {"summary": ">-\n  Bewoners waarschuwen elkaar en\n  de wijkagent als er iets gebeurt."},
        "list-as-block": {"tags": "\n  - buurt\n  - 'no'\n  - 1e3"},
        "comment": {"tags": "[buurt] # een opmerking met <b> en {{ x }}"},
        "address-with-signs": {
            "contact": "{role: Team, url: 'https://www.voorbeeld.nl/a_b-c~d/?e=f&g=%20h;i=(j)#k,l!'}"
        },
        "address-unicode": {"contact": "{role: Team, url: 'https://www.súdwestfryslân.nl/'}"},
        "address-port": {"contact": "{role: Team, url: 'https://www.voorbeeld.nl:8443/'}"},
        "address-digits": {"contact": "{role: Team, url: 'https://www.112.nl/'}"},
        "mail-plus": {"contact": "{role: Team, email: 'wijken+buurt@voorbeeldstad.nl'}"},
        "leap-day": {"reviewed": "2026-02-28"},
        "quoted-date": {"reviewed": "'2026-11-01'"},
        "formula-like": {"tags": "['-x', '+y']"},
    }.items():
        yield f"controls-new-{name}", "accept", fields(**values)
    for name, text in {
        "code-with-html": '```html\n<script src="x.js"></script>\n<img onerror=x>\n```',
        "code-with-jinja": "```jinja\n{{ config.items() }}\n{% include 'x' %}\n```",
        "code-with-an-image": "```markdown\n![x](https://voorbeeld.nl/x.png)\n```",
        "code-with-attributes": "```\n# Kop {: #__config }\n```",
        "code-indented": "    <script>alert(1)</script>\n    {{ x }}",
        "code-in-a-list": "- eerst\n\n    ```yaml\n    a: &b [*c]\n    ```",
        "code-in-a-table": "| a |\n| --- |\n| `<b>` en `{{ x }}` |",
        "code-with-ticks": "`` `<script>` ``",
        "fence-of-tildes": "~~~\n<script>\n~~~",
        "fence-never-closed": "```\n<script>alert(1)</script>",
        "escaped-image": "\\![x](https://www.voorbeeld.nl)",
        "escaped-link": "\\[x](javascript:alert(1))",
        "arrows": "a -> b <- c => d <= e <3",
        "entities": "&lt;b&gt; &amp; &copy; &eacute;",
        "emoji": "👨\u200d👩\u200d👧\u200d👦 👍🏽 🇳🇱 1\ufe0f\u20e3",
        "mixed-directions": "Wij zeggen שלום en مرحبا.",
        "frisian": "Súdwest-Fryslân, Noardeast-Fryslân, it Hearrenfean",
        "decomposed": "coo\u0308peratie, e\u0301e\u0301n",
        "polish": "Zażółć gęślą jaźń",
        "chinese": "\u5e02\u653f\u5e9c",
        "non-breaking": "10\u00a0000 en 5\u202f000",
        "dashes": "a \u2013 b \u2014 c \u2212 d",
        "long-line": "woord " * 4_000,
        "many-lines": "regel\n\n" * 4_000,
        "deep-list": "- a\n    - b\n        - c\n            - d",
        "link-title": '[x](https://www.voorbeeld.nl "Een titel")',
        "link-brackets": "[x](<https://www.voorbeeld.nl/a>)",
        "link-reference": "[x][y]\n\n[y]: https://www.voorbeeld.nl/ 'titel'",
        "link-named-as-it-leads": "[www.voorbeeld.nl](https://www.voorbeeld.nl/)",
        "link-in-bold": "**[x](https://www.voorbeeld.nl)**",
        "link-parens": "[x](https://nl.wikipedia.org/wiki/Utrecht_(stad))",
        "link-anchor": "[x](phishing-oefening.md#wat-lost-het-op)",
        "link-other-kind": "[x](../applications/meldingen.md)",
        "mail": "<wijken@voorbeeldstad.nl> of [mail](mailto:wijken@voorbeeldstad.nl)",
        "phone": "[bel](tel:14030)",
        "words": "javascript: is een taal; data: is Latijn; onclick=ja",
        "dollars": "$x en ${x} en $(x)",
        "percent": "100% %s %d %0A",
        "dots": "... --- ...",
        "horizontal-rule": "a\n\n***\n\nb\n\n___\n\nc",
        "strike": "~~weg~~ ~een~",
        "headings": "### Stap 1: a & b\n\nTekst.\n\n#### Stap 2\n\nTekst.",
    }.items():
        yield f"controls-text-{name}", "accept", body(text)
    yield "controls-file-no-last-line-end", "accept", raw(entry().rstrip(b"\n"))
    yield "controls-file-many-last-line-ends", "accept", raw(entry() + b"\n" * 50)
    yield "controls-file-mixed-line-ends", "accept", raw(entry().replace(b"\n", b"\r\n", 5))
    yield "controls-file-mark-and-windows", "accept", raw(b"\xef\xbb\xbf" + entry().replace(b"\n", b"\r\n"))
    yield "controls-file-fence-with-spaces", "accept", raw(entry().replace(b"---\n", b"---  \n"))
    yield (
        "controls-file-yaml",
        "accept",
        raw(
            (FRONT + "body: |\n  " + BODY.strip().replace("\n", "\n  ") + "\n").encode(),
            f"{FOLDER}/doelwit.yml",
        ),
    )
    yield (
        "controls-file-as-large-as-may-be",
        "accept",
        raw(entry(body=BODY + "\n" + "Een zin van een buurt.\n\n" * 1_600)),
    )
    yield (
        "controls-two-entries",
        "accept",
        both(
            raw(entry()),
            raw(
                entry(front=FRONT.replace("Buurtpreventie", "Wijkschouw met bewoners")),
                f"{FOLDER}/wijkschouw.md",
            ),
        ),
    )


def more() -> Iterator[Row]:
    """Yield all of these."""
    for rows in (names, register, vocabularies, output, patterns, controls):
        yield from rows()
