#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A lint that cannot fail is not a lint: each finds the fault planted for it.

Every row plants one file in a small clean tree and says what the lint must say
about it; the clean tree itself must pass every lint.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE_ROOT = HERE.parents[1]
LICENCE = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n"
LONG = "int\nf (void)\n{\n" + "  g ();\n" * 60 + "}\n"
PAGE = "# Mean\n\n## Source\n\nA book.\n\n## Worked example\n\n%s\n\n## How it was checked\n\nBy hand.\n"
QUOTE = "“No figure was given: ask for the figures.”"

CLEAN = {
    "meson.build": "",
    "lib/base/meson.build": "public_headers += files(\n  '../../include/scrutiny/series.h',\n)\n",
    "lib/base/series.c": LICENCE + "\n#include <scrutiny/series.h>\n",
    "lib/kernel/status.h": LICENCE + "\n#pragma once\n\n#include <math.h>\n",
    "lib/trend/meson.build": "public_headers += files(\n  '../../include/scrutiny/chart.h',\n)\n",
    "lib/trend/chart.c": LICENCE + '\n#include "kernel/status.h"\n\n#include <scrutiny/series.h>\n',
    "include/scrutiny/series.h": LICENCE + "\n#pragma once\n\n#include <glib-object.h>\n",
    "include/scrutiny/chart.h": LICENCE + "\n#pragma once\n\n#include <scrutiny/series.h>\n",
    "tests/base/test-series.c": LICENCE,
    "tests/trend/test-chart.c": LICENCE,
    "examples/show.c": LICENCE + "\n#include <scrutiny/scrutiny.h>\n",
    "docs/meson.build": "files('methods/mean.md')\n",
    "docs/methods/README.md": "[Mean](mean.md)\n",
    "docs/methods/mean.md": PAGE,
    "tests/lint/words-allowed.txt": "*: sigma\nlib/base/said.c: red route\n",
}

# lint, file, its text, what must be said
PLANTED = [
    ("layers", "lib/kernel/a.c", "#include <glib.h>", "a kernel must not include glib.h"),
    ("layers", "lib/kernel/a.c", "#include <stdlib.h>", "a kernel must not include stdlib.h"),
    ("layers", "lib/kernel/a.c", "#include <scrutiny/series.h>", "a kernel must not include"),
    ("layers", "lib/base/a.c", '#include "indicator/x.h"', "base must not include indicator/x.h"),
    ("layers", "lib/base/a.c", "#include <gio/gio.h>", "base must not include gio/gio.h"),
    ("layers", "lib/io/a.c", '#include "kernel/status.h"', "io must not include kernel/status.h"),
    ("layers", "lib/io/a.c", "#include <scrutiny/chart.h>", "io must not include scrutiny/chart.h"),
    ("layers", "lib/trend/a.c", '#include "compare/x.h"', "trend must not include compare/x.h"),
    ("layers", "lib/trend/a.c", "#include <libxml/tree.h>", "trend must not include libxml/tree.h"),
    ("layers", "lib/report/a.c", '#include "kernel/status.h"', "report must not include kernel"),
    ("layers", "lib/report/a.c", '#include "io/x.h"', "report must not include io/x.h"),
    ("layers", "lib/report/a.c", "#include <zip.h>", "report must not include zip.h"),
    ("layers", "lib/challenge/a.c", '#include "review/x.h"', "challenge must not include review"),
    ("layers", "lib/io/a.c", "#include <curl/curl.h>", "curl/curl.h is on no list"),
    ("layers", "lib/io/a.c", '#include "../base/x.h"', "by its layer's name"),
    ("layers", "lib/io/a.c", "#include <scrutiny/scrutiny.h>", "not the umbrella"),
    ("layers", "include/scrutiny/series.h", "#include <scrutiny/chart.h>", "base must not include"),
    ("layers", "docs/CONTRIBUTING.md", "| trend, compare | kernel, base, io | x |", "trend may include base"),
    ("layers", "docs/CONTRIBUTING.md", "| trend, compare | kernel, base, io | x |", "compare may include base"),
    ("layers", "docs/CONTRIBUTING.md", "| io | kernels, base, records | x |", "io may include base"),
    ("layers", "examples/a.c", '#include "base/x.h"', "public headers only"),
    ("layers", "bindings/python/a.c", '#include "../../lib/base/x.h"', "public headers only"),
    ("words", "lib/base/a.c", 'say ("it got better");', "must not say “better”"),
    ("words", "lib/base/a.c", 'say ("this is " "Poor");', "must not say “Poor”"),
    ("words", "lib/base/a.c", 'say ("a red route");', "must not say “red”"),
    ("words", "lib/base/a.c", "/* \" */ say (\"failed\"); /* \" */", "must not say “failed”"),
    ("words", "lib/base/a.c", "c = '\"'; say (\"on track\");", "must not say “on track”"),
    ("words", "examples/a.py", "print('a success')", "must not say “success”"),
    ("words", "bindings/gjs/a.js", "print(`a concern`)", "must not say “concern”"),
    ("words", "lib/trend/a.c", "x = get_declared_polarity (i);", "trend must not know"),
    ("words", "lib/review/a.c", 'g_object_get (i, "declared-polarity");', "review must not know"),
    ("format", "lib/base/a.c", "int  x;", "not formatted"),
    ("format", "tests/base/a.h", "#pragma once\nint f(void);", "not formatted"),
    ("names", "lib/base/utils.c", "", "a drawer"),
    ("names", "tests/support/file-helpers.py", "", "a drawer"),
    ("names", "lib/io/meson.build", "files('../../include/scrutiny/read.h')", "there is no lib/io/read.c"),
    ("names", "include/scrutiny/signal.h", "", "named like a header of the C library"),
    ("names", "include/scrutiny/x.h",
     "G_DECLARE_FINAL_TYPE (ScrutinyX, scrutiny_x, SCRUTINY, X, GObject)\nint scrutiny_x_get_data (int);",
     "a method “get_data” bites"),
    ("names", "include/scrutiny/x.h",
     "G_DECLARE_FINAL_TYPE (ScrutinyX, scrutiny_x, SCRUTINY, X, GObject)\nint scrutiny_x_from (int);",
     "a method “from” bites"),
    ("names", "lib/base/a.c", 'g_param_spec_string ("type", NULL, NULL, NULL, 0);', "“type” bites"),
    ("names", "lib/meson.build", "i = include_directories('../include/scrutiny')", "-Iinclude"),
    ("names", "lib/base/a.c", "\n" * 801, "is the most a file may have"),
    ("names", "lib/base/a.c", LONG, "f has 63 lines"),
    ("pages", "docs/methods/mean.md", PAGE % QUOTE, "no source says “No figure was given"),
    ("pages", "docs/methods/mean.md", PAGE % "In `tests/trend/test-chart.c`: “one”.", "has no “one”"),
    ("pages", "docs/methods/mean.md", PAGE % "In `tests/trend/test-gone.c`: “one”.", "has no “one”"),
    ("pages", "docs/methods/mean.md", "# Mean", "there is no part “Source"),
    ("pages", "docs/methods/mode.md", PAGE, "docs/meson.build does not list it"),
    ("pages", "docs/methods/mode.md", PAGE, "README.md does not list it"),
    ("hygiene", "docs/a.md", "see /" + "home/anna/build", "a path of one machine"),
    ("hygiene", "docs/a.md", "get it from py" + "pi.org", "the host of a registry"),
    ("hygiene", "lib/base/b.c", "int x;", "no SPDX-License-Identifier"),
    ("hygiene", "stray.txt", "", "does not belong at the top"),
    ("hygiene", "docs/copied.csv", "1,2,3\n" * 100, "a copy of data/a.csv"),
]
UNLICENSED = {"lib/base/b.c"}


def licensed(path, text):
    """The planted text under a licence, so that only the planted fault is one."""
    suffix = pathlib.PurePath(path).suffix
    if path in UNLICENSED or suffix not in {".c", ".h", ".py", ".js"}:
        return text
    return ("# SPDX-License-Identifier: x\n" if suffix == ".py" else LICENCE) + text + "\n"


def plant(root, path, text):
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)


def run(lint, root, shared):
    env = dict(os.environ, SCRUTINY_SHARED=str(shared))
    return subprocess.run([sys.executable, HERE / f"check-{lint}.py", root],
                          capture_output=True, text=True, env=env)


def verdict(lint, path, text, wanted):
    with tempfile.TemporaryDirectory() as folder:
        root, shared = pathlib.Path(folder, "tree"), pathlib.Path(folder, "shared")
        plant(shared, "data/a.csv", "1,2,3\n" * 100)
        for clean, content in CLEAN.items():
            plant(root, clean, content)
        plant(root, "docs/style/clang-format", (SOURCE_ROOT / "docs/style/clang-format").read_text())
        if path:
            plant(root, path, licensed(path, text))
        ran = run(lint, root, shared)
    if ran.returncode == 77:
        return f" # SKIP {ran.stdout.strip()}"
    if not path:
        return "" if ran.returncode == 0 else None
    if "was not looked at" in ran.stdout:
        return f" # SKIP {ran.stdout.strip().splitlines()[0]}"
    said = ran.stdout + ran.stderr
    return "" if ran.returncode == 1 and wanted in said and "Traceback" not in said else None


def main():
    lints = sorted({row[0] for row in PLANTED})
    rows = [(lint, None, None, None) for lint in lints] + PLANTED
    print(f"1..{len(rows)}")
    for number, (lint, path, text, wanted) in enumerate(rows, 1):
        name = f"{lint} finds: {wanted}, in {path}" if path else f"{lint} passes a clean tree"
        result = verdict(lint, path, text, wanted)
        print(f"{'ok' if result is not None else 'not ok'} {number} - {name}{result or ''}", flush=True)


main()
