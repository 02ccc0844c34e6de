"""More attacks in the fields and the text of an entry: YAML, characters, scripts, files, links, addresses."""

from __future__ import annotations

from collections.abc import Iterator

from attacks import FRONT, Row, body, entry, fields, raw


def yaml() -> Iterator[Row]:
    """Yield fields that run code, never end, or are not what they seem."""
    for name, extra in {
        "anchor-without-alias": "tags: &buurt [a]\n",
        "anchor-on-a-key": "&sleutel tags: [a]\n",
        "alias-to-nothing": "tags: [*nergens]\n",
        "alias-as-key": "tags: &t x\n*t : y\n",
        "merge-in-a-part": "suppliers: []\nsources: [{<<: *x}]\n",
        "quoted-merge-key": '"<<": {title: Iets}\n',
        "tag-directive": "%TAG ! tag:yaml.org,2002:\n",
        "tag-verbatim": "tags: !<tag:yaml.org,2002:python/object/new:os.system> [a]\n",
        "tag-on-a-key": "!!str tags: [a]\n",
        "tag-set": "tags: !!set {a, b}\n",
        "tag-omap": "tags: !!omap [a: b]\n",
        "tag-on-a-mapping": "contact: !!map {role: x}\n",
        "tag-timestamp": "sources: [!!timestamp 2026-11-01]\n",
        "deep-mixed": "tags: " + "[{a: " * 1200 + "x" + "}]" * 1200 + "\n",
        "deep-block": "".join(f"{'  ' * n}a:\n" for n in range(100)),
        "deep-seven": "tags: [[[[[[[a]]]]]]]\n",
        "empty-key": ": waarde\n",
        "key-of-null": "~: waarde\n",
        "key-of-sequence": "[a]: b\n",
        "key-of-a-number": "1: waarde\n",
        "key-with-a-line-end": '"ti\\ntle": x\n',
        "key-of-16000": f"{'k' * 1100}: x\n",
        "key-with-space": '"title ": Iets\n',
        "key-in-capitals": "TITLE: Iets\n",
        "key-full-width": "\uff54\uff49\uff54\uff4c\uff45: Iets\n",
        "key-dunder": "__class__: x\n",
        "key-model-config": "model_config: {extra: allow}\n",
        "key-organisation": "organisation: nieuwland\n",
        "key-kind": "kind: application\n",
        "key-slug": "slug: index\n",
        "key-redirect": "redirect_to: https://evil.example\n",
        "two-documents-ended": "...\n---\ntitle: Iets\n",
        "document-end": "...\ntitle: Iets\n",
        "block-indent-nine": "tags: |9\n a\n",
        "folded-list": "tags: >-\n  a\n",
        "flow-never-closed": "tags: [a, b\n",
        "flow-closed-by-another": "tags: [a, b}\n",
        "quote-over-lines": 'tags: ["a\n\n\nb]\n',
        "negative-number": "services: [{id: paspoort, volume_per_year: -1}]\n",
        "number-with-underscores": "services: [{id: paspoort, volume_per_year: 1_000}]\n",
        "number-arabic": "services: [{id: paspoort, volume_per_year: \u0661\u0662}]\n",
        "number-superscript": "services: [{id: paspoort, volume_per_year: \u00b2}]\n",
        "number-hexadecimal": "services: [{id: paspoort, volume_per_year: 0x10}]\n",
        "number-not-one": "services: [{id: paspoort, volume_per_year: .nan}]\n",
        "number-with-a-plus": "services: [{id: paspoort, volume_per_year: +5}]\n",
        "level-four": "security: {availability: 4, integrity: 1, confidentiality: 1}\n",
        "flag-of-yaml-1-1": "data_sources: [{name: x, personal: yes}]\n",
        "many-anchors": "".join(f"x{n}: &a{n} y\n" for n in range(900)),
        "many-doubles": "title: x\n" * 1000,
        "list-of-lists": "tags: [[buurt]]\n",
        "mapping-for-text": "method: {a: b}\n",
        "text-for-mapping": "privacy: geen\n",
    }.items():
        yield f"yaml-{name}", "reject", raw(entry(front=FRONT + extra))
    for name, value in {
        "year-zero": "0000-01-01",
        "month-thirteen": "2026-13-01",
        "leap-day": "2025-02-29",
        "two-digits": "26-11-01",
        "slashes": "01/11/2026",
        "dutch": "1 november 2026",
        "week": "2026-W45-1",
        "ordinal": "2026-305",
        "negative": "-2026-11-01",
        "year-10000": "10000-01-01",
        "full-width": "\uff12\uff10\uff12\uff16-11-01",
        "minus-signs": "2026\u221211\u221201",
        "in-the-future": "2099-01-01",
        "far-future": "9999-12-31",
        "null": "null",
        "true": "true",
        "list": "[2026-11-01]",
        "with-a-line-end": '"2026-11-01\\n"',
        "with-an-escape": '"2026-11-01\\e[0m"',
    }.items():
        # What surrounds a date is left out, as everywhere: the date itself is right.
        yield f"yaml-date-{name}", "either" if name == "with-a-line-end" else "reject", fields(reviewed=value)
    for name, content in {
        "dashes-only": b"---\n---\n",
        "four-dashes": entry().replace(b"---\n", b"----\n", 1),
        "en-dashes": entry().decode().replace("---\n", "\u2013\u2013\u2013\n", 1).encode(),
        "toml-fence": entry().replace(b"---\n", b"+++\n"),
        "json-front": b'---json\n{"title": "x"}\n---\n',
        "fence-indented": b" " + entry(),
        "fence-and-more": entry().replace(b"---\n", b"--- # begin\n", 1),
        "front-twice": b"---\ntitle: x\n---\n" + entry(),
        "only-line-ends": b"\n" * 5000,
        "null-bytes": b"\0" * 5000,
        "just-a-mark": b"\xef\xbb\xbf",
        "two-marks": b"\xef\xbb\xbf\xef\xbb\xbf" + entry(),
        "utf-7": b"+AC0ALQAt-\ntitle: x\n",
        "utf-32": "\ufeff".encode("utf-32-le") + entry().decode().encode("utf-32-le"),
        "gzip": b"\x1f\x8b\x08\x00" + bytes(200),
        "old-mac-line-ends": entry().replace(b"\n", b"\r"),
        "one-line-of-100-kB": b"---\ntitle: " + b"x" * 100_000 + b"\n---\n",
        "front-of-16385": entry(front=FRONT + "#" + "x" * 16_400 + "\n"),
        "exactly-too-large": entry() + b"x" * 131_073,
    }.items():
        yield f"yaml-file-{name}", "reject", raw(content)


def characters() -> Iterator[Row]:
    """Yield text that is not what it seems."""
    for name, character in {
        "left-to-right-override": "\u202d",
        "right-to-left-embedding": "\u202b",
        "pop-directional": "\u202c",
        "first-strong-isolate": "\u2068",
        "pop-isolate": "\u2069",
        "right-to-left-mark": "\u200f",
        "arabic-letter-mark": "\u061c",
        "zero-width-non-joiner": "\u200c",
        "byte-order-mark": "\ufeff",
        "invisible-times": "\u2062",
        "combining-grapheme-joiner": "\u034f",
        "half-width-filler": "\uffa0",
        "khmer-vowel": "\u17b4",
        "mongolian-separator": "\u180e",
        "paragraph-separator": "\u2029",
        "annotation": "\ufff9x\ufffa",
        "object-replacement": "\ufffc",
        "bell": "\a",
        "vertical-tab": "\v",
        "form-feed": "\f",
        "shift-out": "\x0e",
        "string-terminator": "\x9c",
        "operating-system-command": "\x9d0;x",
        "plane-noncharacter": "\U0001ffff",
        "arabic-noncharacter": "\ufdd0",
        "deprecated-format": "\u206a",
        "musical-format": "\U0001d173",
        "egyptian-format": "\U00013430",
        "shorthand-format": "\U0001bca0",
        "braille-blank": "\u2800",
        "ideographic-variation": "\U000e0100",
    }.items():
        yield f"characters-{name}-in-a-field", "reject", fields(title=f"Buurt{character}preventie")
        yield f"characters-{name}-in-the-text", "reject", body(f"Buurt{character}preventie")
    for name, escape in {
        "escaped-override": "\\u202e",
        "escaped-isolate": "\\u2066",
        "escaped-mark": "\\uFEFF",
        "escaped-tag-letter": "\\U000E0041",
        "escaped-delete": "\\x7f",
        "escaped-c1": "\\x9b31m",
        "escaped-e": "\\e[2J",
        "escaped-next-line": "\\N",
        "escaped-separators": "\\L\\P",
        "escaped-carriage-return": "\\r::error::x",
        "escaped-bell": "\\a",
        "escaped-vertical-tab": "\\v",
        "escaped-noncharacter": "\\uFFFF",
        "escaped-pair": "\\ud83d\\ude00",
    }.items():
        yield f"characters-{name}", "reject", fields(title=f'"Buurt{escape}preventie"')
    for name, content in {
        "surrogate-bytes": entry() + b"\xed\xa0\x80",
        "five-bytes": entry() + b"\xf8\x88\x80\x80\x80",
        "past-the-last": entry() + b"\xf4\x90\x80\x80",
        "lone-continuation": entry().replace(b"Bewoners", b"Bew\xbfoners", 1),
        "windows-1252": entry().replace(b"Buurtpreventie", b"Buurt \x96 preventie", 1),
        "half-a-euro": entry().replace(b"Buurtpreventie", b"Buurt \xe2\x82 x", 1),
    }.items():
        yield f"characters-{name}", "reject", raw(content)


def scripts() -> Iterator[Row]:
    """Yield text that would run in the browser of a reader."""
    for name, text in {
        "marquee": "<marquee onstart=alert(1)>x</marquee>",
        "video": '<video src=x onerror="alert(1)"></video>',
        "template": "<template shadowrootmode=open><script>alert(1)</script></template>",
        "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "textarea": "<textarea autofocus onfocus=alert(1)>",
        "plaintext": "<plaintext>",
        "dialog": "<dialog open id=md-search>Log in</dialog>",
        "portal": '<portal src="https://evil.example"></portal>',
        "svg-use": '<svg><use href="data:image/svg+xml,x#y"/></svg>',
        "svg-animate": "<svg><animate onbegin=alert(1) attributeName=x>",
        "svg-foreign": "<svg><foreignObject><body onload=alert(1)>",
        "math-link": '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x',
        "slot": "<slot name=x></slot>",
        "import-map": '<script type="importmap">{}</script>',
        "meta-csp": '<meta http-equiv="Content-Security-Policy" content="script-src *">',
        "link-prefetch": "<link rel=prefetch href=//evil.example>",
        "closing-tag-alone": "</div></main></body>",
        "tag-in-a-task": "- [ ] <b onclick=alert(1)>x</b>",
        "tag-in-a-table-head": "| <img src=x onerror=alert(1)> |\n| --- |\n| x |",
        "tag-in-a-link": "[<img src=x onerror=alert(1)>](https://www.voorbeeld.nl)",
        "tag-after-code": "    code\n\n<script>alert(1)</script>",
        "tag-after-a-fence": "```\nx\n```\n<script>alert(1)</script>",
        "tag-in-a-false-fence": "``` `x`\n<script>alert(1)</script>\n```",
        "tag-in-an-open-tick": "` <script>alert(1)</script>",
        "tag-in-emphasis": "**<script>alert(1)</script>**",
        "tag-deep": "> > - > <script>alert(1)</script>",
        "tag-over-lines": "<img\nsrc=x\nonerror=alert(1)\n>",
        "tag-with-a-tab": "<script\t>alert(1)</script\t>",
        "instruction-xml": '<?xml-stylesheet href="javascript:alert(1)"?>',
        "entity-declaration": '<!ENTITY x SYSTEM "file:///etc/passwd">',
        "conditional-comment": "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "comment-in-a-line": "tekst <!-- <script> --> tekst",
        "link-colon-entity": "[klik](javascript&colon;alert(1))",
        "link-hexadecimal-entity": "[klik](&#x6A;avascript:alert(1))",
        "link-padded-entity": "[klik](&#0000106avascript:alert(1))",
        "link-percent": "[klik](%6aavascript:alert(1))",
        "link-leading-space": "[klik](< javascript:alert(1)>)",
        "link-null": "[klik](java&#0;script:alert(1))",
        "link-livescript": "[klik](livescript:alert(1))",
        "link-mocha": "[klik](mocha:x)",
        "link-view-source": "[klik](view-source:https://www.voorbeeld.nl)",
        "link-filesystem": "[klik](filesystem:https://www.voorbeeld.nl/temporary/x)",
        "link-jar": "[klik](jar:https://evil.example/x.jar!/x)",
        "link-feed": "[klik](feed:javascript:alert(1))",
        "link-office": "[klik](ms-word:ofe|u|https://evil.example/x.docx)",
        "link-search": "[klik](search-ms:query=x&crumb=location:evil.example)",
        "link-sms": "[klik](sms:1234?body=x)",
        "link-ftp": "[klik](ftp://ftp.voorbeeld.nl/x)",
        "link-web-socket": "[klik](wss://evil.example/)",
        "link-git": "[klik](git+ssh://evil.example/x)",
        "link-about": "[klik](about:blank)",
        "link-chrome": "[klik](chrome://settings)",
        "link-reference-data": "[klik][x]\n\n[x]: data:text/html,x 'titel'",
        "link-reference-folded": "[klik][ẞ]\n\n[SS]: javascript:alert(1)",
        "link-in-a-heading": "### [klik](javascript:alert(1))",
        "link-in-a-table": "| a |\n| --- |\n| [x](javascript:alert(1)) |",
        "link-automatic-data": "<data:text/html,x>",
        "attribute-event": "### Kop {: onmouseover=alert(1) }",
        "attribute-on-code": "`x`{: onclick=alert(1) }",
        "attribute-on-an-image": "![x](y.png){: onerror=alert(1) }",
        "attribute-href": "[x](https://www.voorbeeld.nl){: href=javascript:alert(1) }",
        "attribute-short": "Klik\n{: #__search .md-search }",
        "attribute-without-colon": "### Kop { #__drawer }",
    }.items():
        yield f"scripts-{name}", "reject", body(text)
    for name, values in {
        "question": {"questions": "['Hoe? <script>alert(1)</script>']"},
        "method": {"method": "'<iframe src=//evil.example></iframe> als werkwijze'"},
        "link-title": {"links": "[{title: '<b>x</b>', url: 'https://www.voorbeeld.nl', kind: website}]"},
        "source": {
            "sources": "[{url: 'https://www.voorbeeld.nl', retrieved: 2026-11-01, what: '</script><svg>'}]"
        },
        "step": {"steps": "[{title: '<img src=x onerror=alert(1)>'}]"},
        "prerequisite": {"reuse": "{prerequisites: ['<style>*{display:none}</style>']}"},
        "comment": {"tags": "['<!-- x']"},
        "closing-tag": {"tags": "['</title><b>']"},
    }.items():
        yield f"scripts-in-a-{name}", "reject", fields(**values)


def files() -> Iterator[Row]:
    """Yield text that would put a file of the builder on the site, or lead out of the catalogue."""
    for name, text in {
        "snippet-indented": '    --8<-- "/etc/passwd"',
        "snippet-in-a-list": '- --8<-- "/etc/passwd"',
        "snippet-in-a-quote": '> --8<-- "/etc/passwd"',
        "snippet-lines": '--8<-- "/etc/passwd:1:5"',
        "snippet-section": '--8<-- "mkdocs.yml:plugins"',
        "snippet-url": '--8<-- "https://evil.example/x.md"',
        "snippet-environment": '--8<-- "/proc/self/environ"',
        "snippet-many-scissors": '-----8<----- "/etc/passwd"',
        "snippet-single-quotes": "--8<-- '/etc/passwd'",
        "snippet-after-text": 'tekst --8<-- "/etc/passwd"',
        "link-encoded-twice": "[x](..%252f..%252fetc/passwd)",
        "link-backslashes": "[x](..\\..\\..\\etc\\passwd)",
        "link-null": "[x](doelwit.md%00.html)",
        "link-to-the-register": "[x](../../../register/bodies.csv)",
        "link-to-git": "[x](../../../../.git/config)",
        "link-to-mkdocs": "[x](../../../../mkdocs.yml)",
        "link-to-a-folder": "[x](../)",
        "link-to-nothing": "[x]()",
        "link-to-nothing-with-brackets": "[x](<>)",
        "link-to-a-question": "[x](?x=1)",
        "link-to-no-heading": "[x](#nergens)",
        "link-to-the-theme": "[x](#__config)",
        "link-absolute-encoded": "[x](%2fetc%2fpasswd)",
        "link-dots": "[x](....//....//etc/passwd)",
        "link-drive": "[x](C:\\Windows\\win.ini)",
        "link-share": "[x](\\\\server\\deel)",
    }.items():
        yield f"files-{name}", "reject", body(text)


def elsewhere() -> Iterator[Row]:
    """Yield text that would fetch something from elsewhere, or leads elsewhere than it says."""
    for name, text in {
        "image-single-slash": "![x](https:/tracker.example/p.gif)",
        "image-relative": "![x](../../../../../assets/x.png)",
        "image-of-the-theme": "![x](/assets/images/favicon.png)",
        "image-svg": "![x](data:image/svg+xml;utf8,x)",
        "image-title": '![x](https://tracker.example/p.gif "titel")',
        "image-collapsed": "![p][]\n\n[p]: //tracker.example/p.gif",
        "image-in-a-table": "| a |\n| --- |\n| ![x](//tracker.example/p.gif) |",
        "image-in-a-heading": "### ![x](//tracker.example/p.gif)",
        "image-in-a-list": "1. ![x](//tracker.example/p.gif)",
        "picture": "<picture><source srcset=//tracker.example/p.gif></picture>",
        "background": "<table background=//tracker.example/p.gif>",
        "ping": '<a href="https://www.voorbeeld.nl" ping="https://tracker.example">x</a>',
        "poster": "<video poster=//tracker.example/p.gif>",
        "track": "<track src=//tracker.example/p.vtt>",
    }.items():
        yield f"elsewhere-{name}", "reject", body(text)


def addresses() -> Iterator[Row]:
    """Yield addresses that are not what they seem."""
    for name, url in {
        "broadcast": "255.255.255.255/",
        "public-number": "8.8.8.8/",
        "carrier": "100.64.0.1/",
        "link-local": "[fe80::1]/",
        "unique-local": "[fc00::1]/",
        "nat64": "[64:ff9b::7f00:1]/",
        "six-to-four": "[2002:7f00:1::]/",
        "zone": "[fe80::1%25eth0]/",
        "mixed-notation": "0x7f.0.0.1/",
        "last-hexadecimal": "127.0.0.0x1/",
        "octal-long": "00000177.1/",
        "overflow": "4294967297/",
        "circled": "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/",
        "ideographic-dot": "127\u30020\u30020\u30021/",
        "half-width-dot": "127\uff610\uff610\uff611/",
        "full-width-dot": "127\uff0e0\uff0e0\uff0e1/",
        "soft-hyphen": "printer.lo%C2%ADcal/",
        "zero-width": "printer.lo%E2%80%8Bcal/",
        "hyphenated-number": "127.0.0.%C2%AD1/",
        "one-dot": "./",
        "dots": ".../",
        "only-a-port": ":8080/",
        "port-too-high": "www.voorbeeld.nl:99999/",
        "port-no-number": "www.voorbeeld.nl:https/",
        "empty-host": "/pad",
        "question-first": "?www.voorbeeld.nl",
        "encoded-at": "www.voorbeeld.nl%40evil.example/",
        "two-ats": "a@b@evil.example/",
        "password-encoded": "user%3Awachtwoord@www.voorbeeld.nl/",
        "localhost-domain": "localhost.localdomain/",
        "localhost-below": "app.localhost/",
        "home": "router.home.arpa/",
        "corp": "wiki.corp/",
        "intranet": "wijken.intranet/",
        "test": "wijken.test/",
        "onion": "abcdefghij.onion/",
        "rebinding": "7f000001.c0a80001.rbndr.us/",
        "nip-hyphens": "127-0-0-1.nip.io/",
        "sslip": "10.0.0.1.sslip.io/",
        "localtest": "x.localtest.me/",
        "kubernetes": "kubernetes.default.svc/",
        "cluster": "api.default.svc.cluster.local/",
        "encoded-slash": "www.voorbeeld.nl%2f.evil.example/",
        "encoded-null": "www.voorbeeld.nl%00.evil.example/",
        "encoded-line-end": "www.voorbeeld.nl%0d%0aevil.example/",
        "label-too-long": f"{'a' * 64}.nl/",
        "host-too-long": f"{'a.' * 130}nl/",
        "starts-with-a-hyphen": "-x.voorbeeld.nl/",
        "double-dot": "www..voorbeeld.nl/",
    }.items():
        yield f"addresses-{name}", "reject", fields(contact=f'{{role: Team wijken, url: "https://{url}"}}')
        if "[" not in url:
            yield f"addresses-{name}-in-the-text", "reject", body(f"[x](https://{url})")
    for name, text in {
        "no-slashes": "[x](https:127.0.0.1)",
        "no-slashes-public": "[x](https:www.voorbeeld.nl)",
        "one-slash": "[x](https:/127.0.0.1/)",
        "http-one-slash": "[x](http:/10.0.0.1/)",
        "three-slashes": "[x](https:///127.0.0.1/)",
        "relative-scheme": "[x](//127.0.0.1/)",
        "relative-scheme-triple": "[x](///127.0.0.1/)",
        "relative-backslash": "[x](\\\\127.0.0.1)",
        "slash-backslash": "[x](/\\127.0.0.1)",
        "http": "[x](http://192.168.1.1/)",
        "reference": "[x][y]\n\n[y]: https://10.1.2.3/",
        "automatic": "<https://localhost/>",
        "bare": "Zie https://192.168.178.1/beheer voor meer.",
        "in-a-table": "| a |\n| --- |\n| [x](https://localhost/) |",
        "entity": "[x](https:&#x2f;&#x2f;localhost/)",
        "hides-its-target": "[https://www.voorbeeldstad.nl](https://evil.example/)",
        "hides-its-host": "[www.voorbeeldstad.nl](https://evil.example/)",
    }.items():
        yield f"addresses-link-{name}", "reject", body(text)
    for name, url in {
        "capitals": "HTTPS:127.0.0.1",
        "one-slash": "https:/www.voorbeeld.nl",
        "tab": "https://www.voor\\tbeeld.nl",
        "line-end": "https://www.voor\\nbeeld.nl",
        "backslash": "https:\\\\\\\\evil.example",
        "braces": "https://www.voorbeeld.nl/{{7*7}}",
        "angle": "https://www.voorbeeld.nl/<script>",
        "blob": "blob:https://www.voorbeeld.nl/1",
        "web-socket": "wss://www.voorbeeld.nl",
        "ssh": "ssh://git@github.com/x",
        "mailto": "mailto:x@voorbeeld.nl",
        "too-long": f"https://www.voorbeeld.nl/{'a' * 500}",
    }.items():
        yield f"addresses-field-{name}", "reject", fields(contact=f'{{role: Team wijken, url: "{url}"}}')
    for name, mail in {
        "two-ats": "wijken@voorbeeldstad.nl@evil.example",
        "line-end": "wijken@voorbeeldstad.nl\\nBcc: x@evil.example",
        "query": "wijken@voorbeeldstad.nl?bcc=x@evil.example",
        "no-top": "wijken@localhost",
        "number": "wijken@[127.0.0.1]",
        "quoted": '\\"wijken team\\"@voorbeeldstad.nl',
        "name": "Team <wijken@voorbeeldstad.nl>",
        "unicode": "wijken@voorbeeldst\u0430d.nl",
        "two": "wijken@voorbeeldstad.nl, x@evil.example",
        "too-long": f"{'a' * 250}@voorbeeldstad.nl",
    }.items():
        yield f"addresses-mail-{name}", "reject", fields(contact=f'{{role: Team wijken, email: "{mail}"}}')


def more() -> Iterator[Row]:
    """Yield all of these."""
    for rows in (yaml, characters, scripts, files, elsewhere, addresses):
        yield from rows()
