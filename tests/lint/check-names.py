#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails on a file that is a drawer, on a concept without its source, and on a name that bites
in a binding."""

import json
import keyword
import pathlib
import re
import shutil
import subprocess
import sys

DRAWERS = {"util", "utils", "utility", "misc", "common", "helper", "helpers", "tools", "stuff",
           "various", "other", "core", "manager", "internal", "private"}
MAX_LINES = 800
MAX_FUNCTION = 60

# What GObject.Object already is in PyGObject and GJS, and words of the two
# languages: a method or property so named is out of reach or breaks another.
OBJECT = {"chain", "connect", "disconnect", "emit", "emit_stop_by_name", "notify", "notify_by_pspec",
          "freeze_notify", "thaw_notify", "get_data", "set_data", "steal_data", "get_qdata", "props",
          "get_property", "set_property", "get_properties", "set_properties", "bind_property",
          "ref", "unref", "ref_sink", "is_floating", "run_dispose", "watch_closure", "weak_ref",
          "stop_emission", "handler_block", "copy", "constructor", "prototype", "type"}
SCRIPT = {"arguments", "case", "catch", "const", "debugger", "default", "delete", "do", "enum",
          "eval", "export", "extends", "function", "implements", "instanceof", "interface", "let",
          "new", "null", "package", "private", "protected", "public", "static", "super", "switch",
          "this", "throw", "typeof", "var", "void"}
WORDS = {word.lower() for word in keyword.kwlist} | SCRIPT
METHODS = (OBJECT | WORDS) - {"new"}
PROPERTIES = OBJECT | WORDS | {"data", "g_type_instance"}

# A public header of one of these names replaces the C library's as soon as
# somebody compiles with -I…/scrutiny. (error.h is older than this list.)
SYSTEM = {"signal", "time", "math", "string", "strings", "stdio", "stdlib", "locale", "limits",
          "float", "errno", "assert", "complex", "ctype", "regex", "search", "sched", "select",
          "wait", "poll", "glob", "link", "values", "features", "iconv", "dirent", "process"}

LISTED = re.compile(r"'[./]*/include/scrutiny/([\w-]+)\.h'")
DECLARED = re.compile(r"G_DECLARE_(?:FINAL_TYPE|INTERFACE|DERIVABLE_TYPE) \((\w+),\s*(\w+),")
FUNCTION = re.compile(r"\b(scrutiny_\w+) \(")
PROPERTY = re.compile(r'g_param_spec_\w+ \(\s*"([^"]+)"')


def files(root, *patterns):
    for folder in ("lib", "include", "bindings", "examples", "tests"):
        for pattern in patterns:
            yield from sorted((root / folder).rglob(pattern))


def drawer_faults(root):
    for path in files(root, "*.[ch]", "*.py", "*.js"):
        words = set(path.stem.lower().replace("_", "-").split("-"))
        if path.stem in DRAWERS or words & (DRAWERS - {"private", "core", "internal", "other"}):
            yield f"{path}: a drawer; name the one concept it holds"


def concept_faults(root):
    """One concept: one public header, one source of the same name."""
    for build in sorted((root / "lib").glob("*/meson.build")):
        layer = build.parent.name
        for name in LISTED.findall(build.read_text()):
            if not (root / f"lib/{layer}/{name}.c").exists():
                yield f"include/scrutiny/{name}.h: there is no lib/{layer}/{name}.c"


def binding_faults(root):
    headers = sorted((root / "include").rglob("*.h"))
    classes = [prefix for h in headers for _, prefix in DECLARED.findall(h.read_text())]
    classes.sort(key=len, reverse=True)
    for header in headers:
        if header.stem in SYSTEM:
            yield f"{header}: named like a header of the C library"
        for function in FUNCTION.findall(header.read_text()):
            owner = next((c for c in classes if function.startswith(c + "_")), None)
            method = function[len(owner) + 1:] if owner else ""
            if method in METHODS:
                yield f"{header}: {function}: a method “{method}” bites in Python or JavaScript"
    for source in sorted((root / "lib").rglob("*.c")):
        for name in PROPERTY.findall(source.read_text()):
            if name.replace("-", "_") in PROPERTIES:
                yield f"{source}: a property “{name}” bites in Python or JavaScript"


def include_path_faults(root):
    for path in sorted(root.rglob("meson.build")):
        if re.search(r"include_directories\s*\([^)]*include/scrutiny", path.read_text()):
            yield f"{path}: -Iinclude/scrutiny would put error.h before the C library's"


def length_faults(root):
    for path in files(root, "*.[ch]", "*.py", "*.js", "*.sh"):
        n_lines = path.read_text().count("\n")
        if n_lines > MAX_LINES:
            yield f"{path}: {n_lines} lines; {MAX_LINES} is the most a file may have"


def function_faults(root):
    ctags = shutil.which("ctags")
    about = subprocess.run([ctags, "--version"], capture_output=True, text=True) if ctags else None
    if not about or "Universal Ctags" not in about.stdout:
        print("the length of functions was not looked at: universal-ctags is not installed")
        return
    run = subprocess.run(
        [ctags, "--output-format=json", "--fields=+ne", "--kinds-C=f", "-f", "-",
         *files(root, "*.c", "*.h", "*.py", "*.js")],
        capture_output=True, text=True,
    )
    for line in run.stdout.splitlines():
        tag = json.loads(line)
        if tag.get("kind") in {"function", "method", "member"} and "end" in tag:
            length = tag["end"] - tag["line"] + 1
            if length > MAX_FUNCTION:
                yield (f"{tag['path']}:{tag['line']}: {tag['name']} has {length} lines; "
                       f"{MAX_FUNCTION} is the most a function may have")


def main(root):
    found = [*drawer_faults(root), *concept_faults(root), *binding_faults(root), *include_path_faults(root),
             *length_faults(root), *function_faults(root)]
    print("\n".join(found))
    return bool(found)


sys.exit(main(pathlib.Path(sys.argv[1])))
