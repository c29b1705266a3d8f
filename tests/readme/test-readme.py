#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs every fenced block of README.md from the top of the project.

The command, the C, the Python and the JavaScript block do the same job, so they
must print the same text.  What the page links to is there, and a picture says what it shows.

usage: test-readme.py SOURCE-ROOT BUILD-ROOT with|without (introspection)
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
INTROSPECTION = sys.argv[3] == "with"
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^):]+)\)")
MOST_BYTES = 150_000  # of a picture
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.S | re.M)


class Skip(Exception):
    pass


def run(*command):
    env = dict(
        os.environ,
        LC_ALL="C.UTF-8",
        PATH=f"{BUILD / 'examples'}:{os.environ['PATH']}",
        PKG_CONFIG_PATH=str(BUILD / "meson-uninstalled"),
        LD_LIBRARY_PATH=str(BUILD),
        GI_TYPELIB_PATH=str(BUILD),
        PYTHONPATH=str(SOURCE / "bindings/python"),
        PYTHONDONTWRITEBYTECODE="1",
    )
    ran = subprocess.run([str(word) for word in command], cwd=SOURCE, env=env,
                         capture_output=True, text=True)
    assert ran.returncode == 0, f"{' '.join(map(str, command))}\n{ran.stdout}{ran.stderr}"
    return ran.stdout


def run_sh(text, folder):
    return run("sh", "-euc", text)


def run_c(text, folder):
    source, program = folder / "block.c", folder / "block"
    source.write_text(text)
    words = run("pkg-config", "--cflags", "--libs", "scrutiny-1").split()
    # Uninstalled, the headers are in two places that pkg-config does not name.
    words += ["-I", SOURCE / "include", "-I", BUILD / "include"]
    run("cc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", source, "-o", program, *words)
    return run(program)


def run_python(text, folder):
    if not INTROSPECTION:
        raise Skip("built without introspection")
    source = folder / "block.py"
    source.write_text(text)
    return run("/usr/bin/python3", source)


def run_js(text, folder):
    if not INTROSPECTION:
        raise Skip("built without introspection")
    if not shutil.which("gjs"):
        raise Skip("gjs is not installed")
    source = folder / "block.js"
    source.write_text(text.replace("'./bindings/", f"'file://{SOURCE}/bindings/"))
    return run("gjs", "-m", source)


RUNNERS = {"sh": run_sh, "c": run_c, "python": run_python, "js": run_js}


def outcome(language, text, folder, printed):
    said = RUNNERS[language](text, folder).rstrip()
    assert said, "it printed nothing"
    printed.setdefault("first", said)
    assert said == printed["first"], f"it printed what the first block did not:\n{said}"


def broken_links(text):
    """What is linked to and not there, and pictures that are too large or say nothing."""
    for mark, words, target in LINK.findall(text):
        path = SOURCE / target
        if not path.exists():
            yield f"{target}: not there"
        elif mark and len(words) < 40:
            yield f"{target}: “{words}” does not say what the picture shows"
        elif mark and path.stat().st_size > MOST_BYTES:
            yield f"{target}: {path.stat().st_size} bytes"


def main():
    page = (SOURCE / "README.md").read_text()
    blocks = BLOCK.findall(page)
    faults = list(broken_links(page))
    printed, n_failed = {}, 0
    print(f"1..{len(blocks) + 2}", flush=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        for number, (language, text) in enumerate(blocks, 1):
            name = f"{number} - block {number} ({language})"
            try:
                outcome(language, text, pathlib.Path(folder), printed)
                print(f"ok {name}", flush=True)
            except Skip as why:
                print(f"ok {name} # SKIP {why}", flush=True)
            except (AssertionError, KeyError) as why:
                n_failed += 1
                print(f"not ok {name}", flush=True)
                print(f"block {number}: {why}", file=sys.stderr, flush=True)
    languages = {language for language, _ in blocks}
    complete = languages == set(RUNNERS)
    print(f"{'ok' if complete else 'not ok'} {len(blocks) + 1} - one block for each way in")
    print(f"{'not ok' if faults else 'ok'} {len(blocks) + 2} - links and pictures")
    print("\n".join(faults), file=sys.stderr)
    return bool(n_failed or faults) or not complete


sys.exit(main())
