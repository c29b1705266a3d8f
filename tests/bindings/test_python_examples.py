# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The three programs that embed the main job say the same of the same file, and refuse the same.

usage: test_python_examples.py EXAMPLES PROGRAM FIGURES
"""

import pathlib
import re
import shutil
import subprocess
import sys
import unittest

import tap

EXAMPLES, PROGRAM, FIGURES = map(pathlib.Path, sys.argv[1:])
MOST_LINES = 30
COMMANDS = {
    "c": [PROGRAM],
    "py": ["/usr/bin/python3", EXAMPLES / "question-sheet.py"],
    "js": ["gjs", "-m", EXAMPLES / "question-sheet.js"],
}


def run(kind, *files):
    return subprocess.run([*COMMANDS[kind], *files], capture_output=True, text=True)


class Examples(unittest.TestCase):
    def both(self, kind):
        if not shutil.which(str(COMMANDS[kind][0])):
            self.skipTest(f"{COMMANDS[kind][0]} is not installed")
        said, c = run(kind, FIGURES), run("c", FIGURES)
        self.assertEqual((said.returncode, c.returncode), (0, 0), said.stderr + c.stderr)
        self.assertEqual(said.stdout, c.stdout)
        self.assertIn("Ask", said.stdout)
        gone = run(kind, FIGURES.with_name("gone.csv"))
        self.assertEqual((gone.returncode, gone.stdout), (1, ""))
        self.assertRegex(gone.stderr, r"gone\.csv")
        self.assertNotIn("Traceback", gone.stderr)
        self.assertEqual(len(gone.stderr.strip().splitlines()), 1, gone.stderr)

    def test_c(self):
        self.both("c")

    def test_python(self):
        self.both("py")

    def test_javascript(self):
        self.both("js")

    def test_each_is_short(self):
        for kind in COMMANDS:
            text = (EXAMPLES / f"question-sheet.{kind}").read_text()
            text = re.sub(r"\A/\*.*?\*/\n\n", "", text, flags=re.S)
            self.assertLessEqual(len(text.splitlines()), MOST_LINES, kind)


if __name__ == "__main__":
    del sys.argv[1:]
    tap.main()
