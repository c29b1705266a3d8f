#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails if a page of docs/methods says what the sources do not.

A sentence that a page quotes must be a string of the library or of a test, to the
letter; a test that a page names must exist; and each page is on the site, in the
list of pages, and has the parts that every page has.
"""

import pathlib
import re
import sys

PARTS = [r"Sources?", r"Worked example", r"How it was checked"]
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
NAMED_TESTS = re.compile(r"In `(tests/[\w/.-]+)`:([^.]*)\.")
SENTENCE = 30  # shorter quotations are words, not sentences


def blank(text):
    return re.sub(r"\s+", " ", text).strip()


def strings_of(text):
    """The strings of a C source, those side by side as one."""
    text = text.replace("\\\n", "\n")
    whole, end = [], None
    for match in LITERAL.finditer(text):
        if end is not None and not text[end:match.start()].strip():
            whole[-1] += match[1]
        else:
            whole.append(match[1])
        end = match.end()
    return [blank(one.replace("\\n", " ").replace('\\"', '"')) for one in whole]


def quotations(text):
    """What stands in outer quotation marks."""
    depth, start = 0, 0
    for place, letter in enumerate(text):
        if letter == "“":
            depth += 1
            start = place + 1 if depth == 1 else start
        elif letter == "”" and depth:
            depth -= 1
            if depth == 0:
                yield blank(text[start:place])


def page_faults(path, root, said):
    text = path.read_text()
    for part in PARTS:
        if not re.search(rf"^## {part}$", text, re.M):
            yield f"{path}: there is no part “{part}”"
    for quoted in quotations(text):
        if len(quoted) > SENTENCE and quoted not in said:
            yield f"{path}: no source says “{quoted}”"
    for name, labels in NAMED_TESTS.findall(text):
        test = root / name
        known = strings_of(test.read_text()) if test.exists() else []
        for label in quotations(labels):
            if label not in known:
                yield f"{path}: {name} has no “{label}”"


def main(root):
    sources = [*(root / "lib").rglob("*.[ch]"), *(root / "tests").rglob("*.[ch]")]
    said = "\n".join(one for path in sources for one in strings_of(path.read_text()))
    site = (root / "docs/meson.build").read_text()
    index = (root / "docs/methods/README.md").read_text()
    found = []
    for path in sorted((root / "docs/methods").glob("*.md")):
        if path.name == "README.md":
            continue
        if f"'methods/{path.name}'" not in site:
            found.append(f"{path}: docs/meson.build does not list it")
        if f"({path.name})" not in index:
            found.append(f"{path}: docs/methods/README.md does not list it")
        found.extend(page_faults(path, root, said))
    print("\n".join(found))
    return bool(found)


sys.exit(main(pathlib.Path(sys.argv[1])))
