#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The manual page says all that --help says, the same each time, in proper roff.

usage: test-man.py MAKE-MAN PROGRAM PAGE
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MAKE, PROGRAM, PAGE = sys.argv[1:4]
TEXT = pathlib.Path(PAGE).read_text()


class Skip(Exception):
    pass


def run(*words, **environment):
    ran = subprocess.run(words, capture_output=True, text=True, env={**os.environ, **environment})
    assert ran.returncode == 0, ran.stderr
    return ran


def plain():
    return TEXT.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "")


def says_all_of_it():
    commands = re.findall(r"^  (\w+)  ", run(PROGRAM, "--help", LC_ALL="C.UTF-8").stdout, re.M)
    assert commands
    for command in commands:
        said = run(PROGRAM, command, "--help", LC_ALL="C.UTF-8").stdout
        assert f"\n  scrutiny {command} [OPTION…] " in said, said
        options = re.findall(r"^  +.*?(--[\w-]+)", said, re.M)
        assert f"\n.SS {command}\n" in TEXT and len(options) > 5, command
        for option in options:
            assert re.search(rf"^(-\w, )?{option}(=|$)", plain(), re.M), f"{command} {option}"
    for code in "012":
        assert f"\n.B {code}\n" in TEXT, f"exit status {code}"


def is_the_same_each_time():
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder, "scrutiny.1")
        texts = []
        for locale in ("C", "C.UTF-8"):
            run(sys.executable, MAKE, PROGRAM, "1.2", str(made), SOURCE_DATE_EPOCH="86400", LC_ALL=locale,
                PYTHONUTF8="1")
            texts.append(made.read_text())
    assert texts[0] == texts[1]
    assert texts[0].startswith('.TH SCRUTINY 1 "1970-01-02" "libscrutiny 1.2"')


def is_proper_roff():
    if not shutil.which("groff"):
        raise Skip("groff is not installed")
    ran = run("groff", "-man", "-ww", "-k", "-Tutf8", "-rHY=0", PAGE)
    assert not ran.stderr, ran.stderr
    assert "And that’s good for the public because…?" in " ".join(ran.stdout.split())


def main():
    steps = [says_all_of_it, is_the_same_each_time, is_proper_roff]
    n_failed = 0
    print(f"1..{len(steps)}", flush=True)
    for number, step in enumerate(steps, 1):
        said, note = "ok", ""
        try:
            step()
        except Skip as why:
            note = f" # SKIP {why}"
        except AssertionError as why:
            said, n_failed = "not ok", n_failed + 1
            print(why, file=sys.stderr, flush=True)
        print(f"{said} {number} - {step.__name__.replace('_', ' ')}{note}", flush=True)
    return bool(n_failed)


sys.exit(main())
