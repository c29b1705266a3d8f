#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command that looks at reasons.

usage: test-because.py PROGRAM SOURCE-ROOT
"""

import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import Case


class Written(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "reasons.txt"

    def test_plain_lines(self):
        self.path.write_text("# repairs\nRepairs are quick > homes are dry >\n  fewer fall ill [outcome: tenants]\n")
        said = self.done("because", self.path)
        self.assertTrue(said.startswith("Repairs are quick\n"))
        self.assertIn("because fewer fall ill", said)
        self.assertIn("  Of 2 of 3 statements no kind is given: the claim is taken as an indicator and what follows as "
                      "intermediate", said)
        claim = json.loads(self.done("because", self.path, "--format", "json"))["claims"][0]
        self.assertEqual((claim["claim"], claim["n_routes"]), ("s1", 1))

    def test_as_an_editor_saves_it(self):
        for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
            with self.subTest(encoding):
                self.path.write_bytes("Caffi’r plant > llai yn sâl\r\n".encode(encoding))
                self.assertIn("because llai yn sâl", self.done("because", self.path))

    def test_a_whole_graph(self):
        self.path.write_text("claim: a\n\nstatement a [indicator]: Tŷ\n\nstatement b [outcome]: Iach\n  who: pawb\n\n"
                             "reason a because b\n  evidence: Arolwg\n")
        self.assertIn("The recorded reasons reach people", self.done("because", self.path))
        self.assertIn("Tŷ", self.done("report", self.path, "--format", "text"))

    def test_refusals_name_line_and_column(self):
        for text, needed in (("A > B\nC -> D\n", "reasons.txt, line 2, column 3: an arrow"),
                             ("claim: a\nstatement a [output]: A\nreason a because b\n",
                              "reasons.txt, line 3, column 1: Reason 0: no statement “b”; there are “a”")):
            with self.subTest(needed):
                self.path.write_text(text)
                self.assertIn(needed, self.refused("because", self.path))


if __name__ == "__main__":
    tap.main()
