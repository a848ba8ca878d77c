"""The pages of pathological.py: markup that is hard to read, 1 MB of each."""
import random

SIZE = 1_000_000
HEAD = "---\ntitle: T\n---\n"

# Repeated until the page is full, once in one stretch and once with an empty line now and then.
UNITS = {
    "runs": [
        "[", "]", "*", "_", "`", "<", ">", "~", "|", "&", ":", "{", "{{", "}}", "！", "!", "(",
        "\\", '"', "'", "#", "-", "+", "=", "@", "^", ".", "/", "$", "%", "、", "「", "（", "。",
        "\x00", "\t", " ", "\n", "\r", "a", "漢", "é", "\u200b", "\u3000", "👨\u200d👩\u200d👧", "か\u3099"
    ],
    "emphasis": [
        "*a ", "a* ", "_a ", "*a **a ", "a**b_c* ", "**_~", "*_", "**。", "。**", "**「a」**b", "~a~",
        "~~a", "~~a~b", "**a*", "***a** b", "_a_b", "*a_b", "＊a＊", "`a``b", "` `` "
    ],
    "brackets": [
        "![", "[a](", "[a](b", "[a](<b", "[](", "[ (](", "![[]()", "[^", "[^a", "[^a]", "[a]",
        "[a][", "[a][]", "![a]", '[a](b "', "[a](b 'c", "[[", "[\\]", "[a](b)", "[a](b.md)",
        "[a](#b)", "[a](../", "![a](b.png)", "［a］（b）", "[a]（b）", "[a] (b c)", "[a](b c)"
    ],
    "html": [
        "<a", "<a ", "</a", '<a href="', "<a b=", "<a b='c", "<div>\n", "<div\n\n", "</div>\n",
        "<b>", "<b></b>", "</b>", "<p>", "<!--", "<!-- ", "<!---->", "x <!--", "<?", "x <?",
        "<!A ", "<![CDATA[", "<script>", "<font>", "<a id=a>", "<a id=a></a>", "<img src=a>",
        "<br", "x<", '<p id="a">\n\n', "<table><tr>", "<details>\n\n", '<img srcset="a 1x,',
        "<a href=&#", "<style>\n", "<pre>\n", "<br>\n", "<a\n"
    ],
    "autolinks": [
        "http://", "https://a.b ", "http://a.b/(", "www.", "www.a", "a@b ", "a@b.c", "@",
        "<http://a>", "<a@b", "<a@b.c>", "://a", "mailto:a@b ", "a.b-", "ftp://a ", "www.a.b_",
        "https://a.b/「", "http://a&a;", "xmpp:a@b/", "a@b.c ", "a@b.example ", "a@b.c\n\n"
    ],
    "entities": [
        "&a", "&a;", "&amp;", "&#", "&#9", "&#x1;", "&#1234567;", "&lt;b&gt;"
    ],
    "definitions": [
        "[a]: u\n", "[a]:\n", "[a]: <", "[a]: b '", '[a]: b "\n', "[a\n", "[^1]: a\n", "[^1]:",
        "[^a]: [^a]\n", "[^1]:\n\n    a\n", "[a]: b\n\n[a]\n\n", "[^1]: b\n\n[^1]\n\n"
    ],
    "headings": [
        "# a\n", "## 題\n", "# a {#a}\n", "# a {#", "# a {#b}\n\n", "a\n=\n", "a\n-\n", "#\n",
        "a\n===\n\n", "###### \n", "# [a](b)\n", "# *a* `b`\n", "# a-1\n# a\n", "# ①\n", "■ a\n"
    ],
    "tables": [
        "|a", "a|b\n", "|-", "|a|\n|-|\n", "||\n", "|a|\n|-|\n|b|\n\n", "|a|\n|-|\n", "\\|",
        "`|`", "|a|b|\n|-|-|\n|c|\n\n", "|-|\n", ":-:|", "|\n", "｜a｜\n"
    ],
    "blocks": [
        "> ", ">", ">\n", "> a\n", "> > a\n", "- ", "- a\n", "* a\n\n", "1. ", "1. a\n",
        "1) a\n2. b\n", "- > ", "> - ", "- a\n\n", "- [ ] a\n", "-\n", "- - a\n", "9. a\n8. b\n",
        "a\n", "a\n\n", "a  \n", "a\\\n", "    a\n", "\ta\n", "---\n", "***\n\n", "```\n",
        "~~~\n", "``` a\n", "````\n```\n", "・a\n", "●a\n", "１．a\n", "\u3000a\n", ">a\nb\n",
        "- a\n  - b\n", "1. a\n\n   b\n\n", "<a>\n- b\n"
    ],
    "containers": [
        ":::note\n", ":::\n", "::: note\n\n", ":::note\na\n:::\n", "::::", ":::a",
        ":::label public\n", ":::note a\n:::note\n:::\n", "::: note {", "> :::note\n",
        "- :::note\n", ":::note\n:::\n\n", ":::note\n- a\n", "：：：note\n", ":note[a]", "::a\n",
        ':::details "', ":::nite\n", ":::label a\n:::\n", ":::label a\n[a]: b\n:::\n\n",
        ":::label a\n- a\n:::\n\n"
    ],
    "facts": [
        "{{fact:", "{{fact:a}}", "{{fact:a", "{{", "{{ fact:a }}", "{{fact:a}} {{fact:",
        "{{a}}\n\n", "{#a}", "{{#a}}", "{{fact:a}}\n\n"
    ],
}


NESTED = [
    ("[", "]"), ("[", "](b)"), ("![", "](b)"), ("*", "*"), ("**a ", " a**"), ("*a **b ", " c** d*"),
    ("_a ", " a_"), ("~~", "~~"), ("<b>", "</b>"), ("<div>", "</div>"), ("(", ")"), ("\"", "\""),
    ("{{", "}}"), ("[^", "]"), ("[a](", ")"), ("<a href='", "'>"), ("`", "`"),
    (":::note\n", "\n:::"), (":::label a\n", "\n:::"), ("<div>\n", "</div>\n"),
    ("<details>\n\n", "</details>\n\n"), ("> :::note\n", "\n> :::"),
]

STAIRS = [
    "- a", "1. a", "> a", "a", ":::note", "| a |", "# a", "```", "[a]: b", "[^a]: b", "<div>",
]

# Repeated with each number in place of `%`.
NUMBERED = [
    "[a%]: u\n", "[a%]: u\n\n", "[a%]: u\n[a%]\n\n", "[^%]: a\n\n", "[^%]: a\n\n[^%]\n\n",
    "[^%]\n\n", "[a%]\n\n", "[a](#a%)\n\n", "[a](a%.md)\n\n", "[a](https://a%.example/)\n\n",
    "# a%\n", "# a {#a%}\n", "<a id=a%></a>\n\n", "<a id=a%></a>\n\n# a%\n\n", "{{fact:a%}}\n\n",
    "| a% |\n|-|\n| b |\n\n", "%. a\n", "![a](a%.png)\n\n", "<x%>\n\n", ":::x%\n:::\n\n",
    "```x%\na\n```\n\n", "&x%;", "# [a%]: b\n", "{{#%}}\n", "www.a%.example ", "a%@b.example ",
    "a%@b.example\n\n", "[^%]: [^%]\n", "[a%](a%.md \"a%\") ", "https://a%.b/「",
    ":::label a\n[^%]: b\n:::\n\n", ":::label a\n[a%]: b\n:::\n\n", ":::label a%\na\n:::\n\n",
    ":::label a\n# a%\n:::\n",
]

LONG = {
    "line": "a" * SIZE,
    "label": "[" + "a" * SIZE + "]: b",
    "note": "[^" + "a" * SIZE + "]: b",
    "address": "[a](" + "a" * SIZE + ")",
    "title": "[a](b '" + "c" * SIZE + "')",
    "heading": "# " + "題" * (SIZE // 3),
    "info string": "``` " + "a" * SIZE,
    "row": "|a" * (SIZE // 4) + "|\n" + "|-" * (SIZE // 4) + "|\n",
    "attribute": "<a b='" + "c" * SIZE + "'>",
    "tag": "<" + "a" * SIZE + ">",
    "entity": "&" + "a" * SIZE + ";",
    "number": "9" * SIZE + ". a",
    "fact": "{{fact:" + "a" * SIZE + "}}",
    "container": ":::" + "a" * SIZE,
    "anchor": "# a {#" + "a" * SIZE + "}",
    "definition, often used": "[a]: " + "b" * (SIZE // 2) + "\n\n" + "[a] " * (SIZE // 8),
    "paragraph before a table": "a\n" * (SIZE * 2 // 5) + "|-|\n",
    "line before a table": "a" * (SIZE - 50) + "\n|-|\n",
    "series of code fences": "".join("a" + "`" * count for count in range(1, 1400)),
    "series of containers": "\n".join(":" * count + "note" for count in range(1400, 3, -1)),
}


def fill(unit, size=SIZE):
    """The unit until the page is full."""
    return unit * (size // len(unit.encode()) + 1)


def stretches(unit, size):
    """The same with an empty line after each `size` bytes."""
    return fill(fill(unit, size) + "\n\n")


def nested(opening, closing):
    """As many openings as closings."""
    count = SIZE // len((opening + closing).encode())
    return opening * count + "a" + closing * count


def stairs(line, size=SIZE, step="  "):
    """Each line further in than the one before."""
    lines, used = [], 0
    while used < size:
        lines.append(step * len(lines) + line)
        used += len(lines[-1]) + 1
    return "\n".join(lines)


def numbered(line, size=SIZE):
    """The line with one number after another."""
    lines, used = [], 0
    while used < size:
        lines.append(line.replace("%", str(len(lines))))
        used += len(lines[-1].encode())
    return "".join(lines)


def front_matter():
    """Pages whose head is the trouble."""
    start, end = "---\ntitle: T\n", "\n---\n"
    return {
        "never closed": start + fill("a: b\n"), "dashes": fill("---\n"),
        "text": "---\n" + fill("a\n"), "flow": start + "tags: " + fill("["),
        "maps": start + "tags: " + fill("{a: "), "long title": "---\ntitle: " + fill("a") + end,
        "tags": start + "tags: [" + numbered("a%, ", SIZE - 50) + "]" + end,
        "keys": start + numbered("a%: b\n", SIZE - 50) + end,
        "one key": "---\n" + fill("title: T\n", SIZE - 50) + end,
        "aliases": start + "aliases: [" + numbered("/a%/, ", SIZE - 50) + "]" + end,
        "stairs": start + stairs("a:", SIZE - 3000) + end,
        "quotes": "---\ntitle: \"" + fill("\\", SIZE - 50) + end,
        "block": start + "x: |\n" + fill("  a\n", SIZE - 50) + end,
        "list": start + "tags:\n" + fill("- a\n", SIZE - 50) + end,
        "deep list": start + "tags:\n" + fill("- ", SIZE - 50) + end,
        "anchors": start + "tags: [" + numbered("&a% b, ", SIZE - 50) + "]" + end,
    }


def tabled():
    """All patterns that have a name, and their pages."""
    for group, units in UNITS.items():
        for unit in units:
            yield group, repr(unit), HEAD + fill(unit)
            if not unit.endswith("\n\n"):
                for size in 80, 20_000, 190_000:
                    yield group, "%r, %d at a time" % (unit, size), HEAD + stretches(unit, size)
    for opening, closing in NESTED:
        yield "nested", repr(opening + "a" + closing), HEAD + nested(opening, closing)
    for line in STAIRS:
        for step in "  ", "> ", "- ":
            yield "stairs", repr(step + line), HEAD + stairs(line, step=step)
        yield "stairs", repr(line) + ", 90 deep", HEAD + fill(stairs(line, 8000) + "\n\n")
    for line in NUMBERED:
        yield "numbered", repr(line), HEAD + numbered(line)
    for use, definition in ("[a%] ", "[a%]: u\n"), ("[^%] ", "[^%]: u\n\n"):
        text = numbered(use, SIZE // 2) + "\n\n" + numbered(definition, SIZE // 2)
        yield "numbered", repr(use) + ", defined below", HEAD + text
    for name, text in LONG.items():
        yield "one long", name, HEAD + text
    for name, text in front_matter().items():
        yield "front matter", name, text


def drawn(seed, count):
    """Random patterns: a few pieces in some order, repeated in one of several ways."""
    choose = random.Random(seed)
    pieces = [unit for units in UNITS.values() for unit in units]
    pieces += ["a", " ", "\n", "\n\n", "  \n", "漢"]
    for number in range(count):
        unit = "".join(choose.choices(pieces, k=choose.randint(2, 7)))
        size = choose.choice([SIZE, 100, 5_000, 190_000])
        name = "%d: %r, %d at a time" % (number, unit, size)
        yield "random", name, HEAD + stretches(unit, size)
