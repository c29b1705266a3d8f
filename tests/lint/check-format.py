#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails if a C file is not formatted by docs/style/clang-format."""

import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77


def main(root):
    program = shutil.which("clang-format")
    if not program:
        print("clang-format is not installed")
        return SKIPPED
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    number = re.search(r"version (\d+)", version)
    if not number or int(number[1]) < 14:
        print(f"needs clang-format 14, there is: {version.strip()}")
        return SKIPPED

    paths = [p for folder in ("lib", "include", "bindings", "examples", "tests")
             for p in sorted((root / folder).rglob("*.[ch]"))]
    run = subprocess.run(
        [program, f"--style=file:{root}/docs/style/clang-format", "--dry-run", "-Werror", *paths],
        capture_output=True, text=True,
    )
    faults = {}
    for path, line in re.findall(r"^(.+?):(\d+):\d+: error", run.stderr, re.M):
        faults.setdefault(path, line)
    print("\n".join(f"{path}:{line}: not formatted from here" for path, line in faults.items()))
    if run.returncode and not faults:
        print(run.stderr)
    return bool(run.returncode)


sys.exit(main(pathlib.Path(sys.argv[1])))
