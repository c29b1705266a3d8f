#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails if lib/linkage/words.txt is not what make-words.py makes of WordNet, or is too big."""

import pathlib
import subprocess
import sys

SKIPPED = 77
WORDNET = pathlib.Path("/usr/share/wordnet")
MOST_BYTES = 300_000
VERSION_LINE = "117659 glosses"


def main(folder):
    table = (folder / "words.txt").read_bytes()
    if len(table) > MOST_BYTES:
        print(f"words.txt: {len(table)} bytes, more than {MOST_BYTES}")
        return 1
    if not (WORDNET / "data.noun").exists():
        print(f"not made again: {WORDNET} is absent (package wordnet-base)")
        return SKIPPED
    made = subprocess.run([sys.executable, folder / "make-words.py", WORDNET], capture_output=True)
    if b"libstemmer" in made.stderr:
        print("not made again: libstemmer is absent")
        return SKIPPED
    if VERSION_LINE.encode() not in made.stdout:
        print(f"not made again: this WordNet is another version {made.stderr.decode()}")
        return SKIPPED if not made.returncode else 1
    if made.stdout != table:
        print("words.txt: make-words.py makes another one")
    return int(made.stdout != table)


sys.exit(main(pathlib.Path(sys.argv[1]) / "lib/linkage"))
