#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails if the library's exported symbols are not exactly its public functions.

usage: check-symbols.py LIBRARY [--gir GIR] [--list FILE [--refresh]] HEADER…

Every exported symbol must be declared in a public header, every declared
function must be exported, and each must say in the GIR since when it exists.
FILE holds the sorted list; a change of it is a change of the ABI, to be seen in
a review. --refresh writes it.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

GIR = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
COMMENT = re.compile(r"/\*.*?\*/", re.S)
DECLARED = re.compile(r"SCRUTINY_AVAILABLE_IN_ALL\s+([^;{]*?)\b(scrutiny_\w+)\s*\(")
OF_THE_LINKER = {"__bss_start", "_edata", "_end"}  # some of them say where what they wrote ends
TYPE = re.compile(r"G_DECLARE_(?:FINAL_TYPE|INTERFACE|DERIVABLE_TYPE)\s*\(\s*\w+\s*,\s*(\w+)")


def declared(headers):
    names = set()
    for header in headers:
        text = COMMENT.sub("", pathlib.Path(header).read_text())
        names.update(f"{prefix}_get_type" for prefix in TYPE.findall(text))
        text = re.sub(r"SCRUTINY_AVAILABLE_IN_ALL\s+G_DECLARE_\w+\s*\([^)]*\)", "", text)
        names.update(name for _, name in DECLARED.findall(text))
    return names


def exported(library):
    run = subprocess.run(["nm", "-D", "--defined-only", library],
                         capture_output=True, text=True, check=True)
    return {line.split()[-1] for line in run.stdout.splitlines()} - OF_THE_LINKER


def gir_faults(gir):
    tree = ET.parse(gir)
    kinds = ("function", "method", "constructor")
    for kind in kinds:
        for element in tree.iter(GIR + kind):
            name = element.get(C + "identifier")
            if not element.get("version") and not element.get("moved-to"):
                yield f"{name}: no “Since:” in its documentation"
            if element.find(GIR + "doc") is None and not element.get("moved-to"):
                yield f"{name}: no documentation"


def list_faults(path, symbols, refresh):
    text = "".join(f"{name}\n" for name in sorted(symbols))
    if refresh:
        path.write_text(text)
        return
    listed = set(path.read_text().split())
    for name in sorted(symbols - listed):
        yield f"{name}: new; run “ninja -C BUILD refresh-symbols” and commit the change"
    for name in sorted(listed - symbols):
        yield f"{name}: gone, and programs that call it break"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("library")
    parser.add_argument("headers", nargs="+")
    parser.add_argument("--gir")
    parser.add_argument("--list", type=pathlib.Path)
    parser.add_argument("--refresh", action="store_true")
    arguments = parser.parse_args()

    symbols, wanted = exported(arguments.library), declared(arguments.headers)
    found = [f"{name}: exported, and declared in no public header" for name in sorted(symbols - wanted)]
    found += [f"{name}: declared, and not exported" for name in sorted(wanted - symbols)]
    found += gir_faults(arguments.gir) if arguments.gir else []
    if arguments.list and (arguments.list.exists() or arguments.refresh):
        found += list_faults(arguments.list, symbols, arguments.refresh)
    print("\n".join(found))
    return bool(found)


sys.exit(main())
