#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails on what must not be in the tree.

Paths of one machine, hosts of package registries, sources without a licence,
and copies of the data in ../shared, which has licences of its own.
"""

import hashlib
import os
import pathlib
import re
import sys

MACHINE = re.compile(r"(?<![\w.…])/(?:work|root|home/\w+|tmp|Users/\w+)/")
REGISTRY = re.compile(
    r"\b(?:pypi\.(?:org|python\.org)|files\.pythonhosted\.org|registry\.npmjs\.org|crates\.io"
    r"|rubygems\.org|proxy\.golang\.org|deb\.debian\.org|cran\.r-project\.org)\b", re.I)
SPDX = "SPDX-License-Identifier: "
LICENSED = {".c", ".h", ".py", ".js", ".ts", ".sh", ".R", ".in"}
TOP = {"lib", "include", "bindings", "examples", "tests", "docs", "meson.build", "COPYING",
       "README.md", "meson_options.txt"}
THEIRS = ("cases", "data", "fixtures", "reference")
SMALLEST_COPY = 200


def tree(root):
    """Every file, without what builds and Git leave behind."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders
            if name not in {".git", "__pycache__"}
            and not (folder == str(root) and name.startswith("build"))
        )
        for name in sorted(names):
            if name != ".git":
                yield pathlib.Path(folder, name)


def text_faults(path, name):
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE.search(line):
            yield f"{name}:{number}: a path of one machine"
        if REGISTRY.search(line):
            yield f"{name}:{number}: the host of a registry"
    if path.suffix in LICENSED and SPDX not in "\n".join(text.splitlines()[:6]):
        yield f"{name}: no {SPDX.strip()} line on top"


def top_faults(root):
    for path in sorted(root.iterdir()):
        if not (path.name in TOP or path.name.startswith((".", "build"))):
            yield f"{path.name}: does not belong at the top of the tree"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy_faults(root, shared):
    if not shared.is_dir():
        print(f"copies were not looked for: {shared} is absent")
        return
    theirs = {}
    for folder in THEIRS:
        for path in sorted((shared / folder).rglob("*")):
            if path.is_file() and path.stat().st_size >= SMALLEST_COPY:
                theirs.setdefault(path.stat().st_size, []).append(path)
    for path in tree(root):
        for other in theirs.get(path.stat().st_size, []):
            if digest(path) == digest(other):
                yield f"{path.relative_to(root)}: a copy of {other.relative_to(shared)}"


def main(root, shared):
    found = [*top_faults(root), *copy_faults(root, shared)]
    for path in tree(root):
        found += text_faults(path, path.relative_to(root))
    print("\n".join(found))
    return bool(found)


ROOT = pathlib.Path(sys.argv[1])
sys.exit(main(ROOT, pathlib.Path(os.environ.get("SCRUTINY_SHARED", ROOT / ".." / "shared"))))
