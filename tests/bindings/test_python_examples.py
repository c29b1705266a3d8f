# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The three programs that embed the main job say the same of the same file, and refuse the same; and so do the three that build
a graph of reasons, check it and hold one against figures.

usage: test_python_examples.py EXAMPLES PROGRAM FIGURES REASONS
"""

import pathlib
import re
import shutil
import subprocess
import sys
import unittest

import tap

EXAMPLES, PROGRAM, FIGURES, REASONS = map(pathlib.Path, sys.argv[1:])
MOST_LINES = 30
COMMANDS = {
    "c": [PROGRAM],
    "py": ["/usr/bin/python3", EXAMPLES / "question-sheet.py"],
    "js": ["gjs", "-m", EXAMPLES / "question-sheet.js"],
}
OF_REASONS = {
    "c": [REASONS],
    "py": ["/usr/bin/python3", EXAMPLES / "reasons.py"],
    "js": ["gjs", "-m", EXAMPLES / "reasons.js"],
}


def run(kind, *files, commands=COMMANDS):
    return subprocess.run([*commands[kind], *files], capture_output=True, text=True)


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


class Reasons(unittest.TestCase):
    """What a councillor reads: the reasons that are missing, then whether the figures move together."""

    def both(self, kind):
        if not shutil.which(str(OF_REASONS[kind][0])):
            self.skipTest(f"{OF_REASONS[kind][0]} is not installed")
        folder = EXAMPLES / "data/road-safety"
        said, c = run(kind, folder, commands=OF_REASONS), run("c", folder, commands=OF_REASONS)
        self.assertEqual((said.returncode, c.returncode, said.stderr), (0, 0, ""))
        self.assertEqual(said.stdout, c.stdout)
        reasons, link = said.stdout.split("\n\n")
        self.assertIn("And that’s good for the public because…?\n- ", reasons)
        self.assertIn("Fewer cars crash", reasons)
        self.assertIn("no link between “Distance driven” and “Car drivers killed or seriously injured”", link)
        gone = run(kind, EXAMPLES / "data/gone", commands=OF_REASONS)
        self.assertEqual((gone.returncode, len(gone.stderr.strip().splitlines())), (1, 1), gone.stderr)
        self.assertIn("gone", gone.stderr)

    def test_c(self):
        self.both("c")

    def test_python(self):
        self.both("py")

    def test_javascript(self):
        self.both("js")


if __name__ == "__main__":
    del sys.argv[1:]
    tap.main()
