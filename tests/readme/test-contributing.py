#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Does what docs/CONTRIBUTING.md says: adds its check, and looks at its lists.

The C blocks are the files that their first lines name. They are put into a tree of
their own, which must pass the lints, and built against this build; the test among
them must pass, and must fail once the check is made another.

usage: test-contributing.py SOURCE-ROOT BUILD-ROOT
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PAGE = (SOURCE / "docs/CONTRIBUTING.md").read_text()
BLOCK = re.compile(r"^```c\n/\* (\S+) \*/\n(.*?)^```$", re.S | re.M)
SPDX = "/*\n * SPDX-FileCopyrightText: 2026 The libscrutiny authors\n * SPDX-License-Identifier: LGPL-2.1-or-later\n */\n\n"
FILES = {name: SPDX + text for name, text in BLOCK.findall(PAGE)}


def run(*command, wanted=0):
    ran = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                         env=dict(os.environ, LD_LIBRARY_PATH=str(BUILD), CMOCKA_MESSAGE_OUTPUT="TAP"))
    assert (ran.returncode == 0) == (wanted == 0), \
        f"{' '.join(map(str, command))}\n{ran.stdout}{ran.stderr}"
    return ran.stdout


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def compile_in(root):
    program = root / "program"
    config = dict(os.environ, PKG_CONFIG_PATH=str(BUILD / "meson-uninstalled"))
    words = subprocess.run(["pkg-config", "--cflags", "--libs", "scrutiny-1", "cmocka"], env=config,
                           capture_output=True, text=True, check=True).stdout.split()
    run("cc", "-std=gnu11", "-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror",
        *(root / name for name in FILES if name.endswith(".c")), "-o", program,
        "-I", root / "lib", "-I", SOURCE / "include", "-I", BUILD / "include", "-I", SOURCE / "lib",
        "-I", SOURCE / "tests", *words, "-lm")
    return program


def builds_and_passes(folder):
    write(folder, FILES)
    assert "ok 5" in run(compile_in(folder))


def is_held_by_its_test(folder):
    """Each of these makes another check of it; the test must see that."""
    for old, new in [("2 * n_round <= n_known", "2 * n_round < n_known"), ("if (!values)", "if (0)"),
                     ("if (isnan (values[i]))", "if (0)"), ("== 0)\n      n_round++", "== 1)\n      n_round++")]:
        changed = {name: text if name.startswith("tests/") else text.replace(old, new)
                   for name, text in FILES.items()}
        assert changed != FILES, old
        write(folder, changed)
        run(compile_in(folder), wanted=1)


def passes_the_lints(folder):
    tree = dict(FILES)
    for name in ("docs/style/clang-format", "tests/lint/words-allowed.txt"):
        tree[name] = (SOURCE / name).read_text()
    for path in SOURCE.glob("lib/*/meson.build"):
        tree[path.relative_to(SOURCE).as_posix()] = path.read_text()
    write(folder, tree)
    for lint in ("layers", "words", "format"):
        run(sys.executable, SOURCE / f"tests/lint/check-{lint}.py", folder)


def names_every_package(folder):
    listed = (SOURCE / "tests/support/set-up.sh").read_text()
    packages = {word for words in re.findall(r"_packages=\((.*?)\n\)", listed, re.S)
                for word in words.split() if not word.startswith('"')}
    absent = sorted(word for word in packages if f"`{word}`" not in PAGE)
    assert not absent, f"CONTRIBUTING.md does not say what these are for: {' '.join(absent)}"


def names_what_is_there(folder):
    """Folders and files that the page names, but for those of the example."""
    named = set(re.findall(r"`((?:lib|docs|tests|examples|bindings|include)/[\w./-]*)`", PAGE))
    ours = re.compile(r"round-numbers|^lib/records/$|symbols.txt$")  # the last comes with a release
    absent = sorted(name for name in named if not ours.search(name) and not (SOURCE / name).exists())
    assert not absent, f"CONTRIBUTING.md names what is not there: {' '.join(absent)}"


def names_every_suite(folder):
    told = run("meson", "introspect", "--tests", BUILD)
    suites = set(re.findall(r'libscrutiny:([\w-]+)', told))
    rooms = {path.name for path in (SOURCE / "lib").iterdir() if path.is_dir()}
    absent = sorted(one for one in suites - rooms if f"`{one}`" not in PAGE)
    assert not absent, f"CONTRIBUTING.md does not name the suites {' '.join(absent)}"


def main():
    steps = [builds_and_passes, is_held_by_its_test, passes_the_lints, names_every_package,
             names_what_is_there, names_every_suite]
    n_failed = 0
    print(f"1..{len(steps)}", flush=True)
    for number, step in enumerate(steps, 1):
        with tempfile.TemporaryDirectory(dir=BUILD) as folder:
            try:
                step(pathlib.Path(folder))
                said = "ok"
            except AssertionError as why:
                n_failed += 1
                said = "not ok"
                print(why, file=sys.stderr, flush=True)
        print(f"{said} {number} - {step.__name__.replace('_', ' ')}", flush=True)
    return bool(n_failed)


sys.exit(main())
