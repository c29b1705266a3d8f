#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails if the library may say a word that judges, or reads a polarity.

Looks at every string in lib/, bindings/ and examples/. What must stand there
all the same (a published word that is read, a key of the JSON contract, the
question itself) is listed, phrase by phrase, in words-allowed.txt.
"""

import ast
import pathlib
import re
import sys

BANNED = re.compile(
    r"\b(?:better|worse|worst|improv\w*|deteriorat\w*|good|bad|badly|poor|poorly|poorer|concern\w*"
    r"|fail|fails|failed|failing|failure\w*|success\w*|on[ -]track|off[ -]track|red|amber|green"
    r"|caus(?:ed|es|ing)|gaming|gamed|fiddl\w*|sigmas?|p-values?|null hypothes\w*"
    r"|(?:special|common)[ -]cause|traffic lights?)\b",
    re.I,
)
POLARITY = re.compile(r"declared[_-]polarity|get_polarity")
MAY_READ_POLARITY = {"indicator", "io", "challenge", "report"}

C_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|^[ \t]*\#[ \t]*include[^\n]*|'(?:\\.|[^'\\\n])+'|"((?:\\.|[^"\\\n])*)\"""",
    re.S | re.M,
)
JS_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`""", re.S
)


def matched_strings(pattern, text):
    for match in pattern.finditer(text):
        for said in match.groups():
            if said is not None:
                yield text.count("\n", 0, match.start()) + 1, said


def python_strings(text):
    tree = ast.parse(text)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def strings(path):
    text = path.read_text()
    if path.suffix == ".py":
        return python_strings(text)
    return matched_strings(JS_TOKEN if path.suffix in {".js", ".ts"} else C_TOKEN, text)


def allowances(root):
    """Each line: a file (or *), a colon, the exact phrase."""
    lines = (root / "tests/lint/words-allowed.txt").read_text().splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            where, _, phrase = line.partition(": ")
            yield where, phrase


def without_allowed(said, name, allowed):
    for where, phrase in allowed:
        if where in ("*", name):
            said = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", "", said)
    return said


def word_faults(root):
    allowed = list(allowances(root))
    for folder in ("lib", "bindings", "examples"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".c", ".h", ".in", ".py", ".js", ".ts"}:
                continue
            name = path.relative_to(root).as_posix()
            for line, said in strings(path):
                for word in BANNED.findall(without_allowed(said, name, allowed)):
                    yield f"{name}:{line}: must not say “{word}” (in “{said}”)"


def polarity_faults(root):
    for path in sorted((root / "lib").rglob("*.[ch]")):
        layer = path.relative_to(root / "lib").parts[0]
        if layer not in MAY_READ_POLARITY and POLARITY.search(path.read_text()):
            yield f"{path.relative_to(root)}: {layer} must not know a declared polarity"


def main(root):
    found = [*word_faults(root), *polarity_faults(root)]
    print("\n".join(found))
    if found:
        print("What has to stand there all the same goes into tests/lint/words-allowed.txt, with its reason.")
    return bool(found)


sys.exit(main(pathlib.Path(sys.argv[1])))
