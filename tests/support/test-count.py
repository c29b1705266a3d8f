#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The closing line of tests/run.sh counts what really ran."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

COUNT = pathlib.Path(__file__).with_name("count.py")


def whole(name, result, status, stdout=""):
    return {"name": f"p:s / {name}", "result": result, "returncode": status, "stdout": stdout}, None


def parts(name, result, status, stdout, cases):
    inside = "".join(
        f'<testcase name="{case}" classname="x">{"" if kind == "ok" else f"<{kind}/>"}</testcase>'
        for case, kind in cases
    )
    log, _ = whole(name, result, status, stdout)
    return log, f'<testsuite name="p.p:s / {name}">{inside}</testsuite>'


def count(*tests, n_broken=0):
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, "whole.json")
        log.write_text("".join(json.dumps(test) + "\n" for test, _ in tests))
        log.with_suffix(".junit.xml").write_text(
            "<testsuites>" + "".join(suite or "" for _, suite in tests) + "</testsuites>"
        )
        run = subprocess.run(
            [sys.executable, COUNT, folder, str(n_broken)], capture_output=True, text=True
        )
    return run.returncode, run.stdout.splitlines()


class Counting(unittest.TestCase):
    def test_counts_each_part(self):
        test = parts("a", "OK", 0, "1..2\nok 1 - x\nok 2 - y\n", [("x", "ok"), ("y", "ok")])
        self.assertEqual(count(test, whole("b", "OK", 0)), (0, ["3 passed, 0 failed, 0 skipped"]))

    def test_gives_the_reason_cmocka_printed(self):
        test = parts("a", "OK", 0, "1..2\n# no data\nnot ok 1 # SKIP x\nok 2 - y\n",
                     [("x", "skipped"), ("y", "ok")])
        self.assertEqual(count(test), (0, ["skipped 1: no data", "    whole: s / a: x",
                                           "1 passed, 0 failed, 1 skipped"]))

    def test_gives_the_reason_tap_has(self):
        test = parts("a", "OK", 0, "1..2\nok 1 - x # SKIP no data\nok 2 - y\n",
                     [("x", "skipped"), ("y", "ok")])
        self.assertEqual(count(test)[1][0], "skipped 1: no data")

    def test_gives_the_reason_of_a_whole_test(self):
        code, lines = count(whole("a", "SKIP", 77, "no gjs here\n"), whole("b", "OK", 0))
        self.assertEqual((code, lines[0], lines[-1]),
                         (0, "skipped 1: no gjs here", "1 passed, 0 failed, 1 skipped"))

    def test_fails_when_a_part_fails(self):
        test = parts("a", "FAIL", 1, "", [("x", "failure"), ("y", "ok")])
        self.assertEqual(count(test), (1, ["failed: whole: s / a: x",
                                           "1 passed, 1 failed, 0 skipped"]))

    def test_fails_when_a_program_dies_between_parts(self):
        test = parts("a", "ERROR", -11, "", [("x", "ok")])
        self.assertEqual(count(test)[1][-1], "1 passed, 1 failed, 0 skipped")

    def test_fails_when_a_program_reports_nothing(self):
        code, lines = count(whole("a", "SKIP", 0), whole("b", "OK", 0))
        self.assertEqual((code, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))

    def test_fails_when_it_took_too_long(self):
        self.assertEqual(count(whole("a", "TIMEOUT", -15))[0], 1)

    def test_fails_when_a_build_is_broken(self):
        self.assertEqual(count(whole("a", "OK", 0), n_broken=1)[1][-1],
                         "1 passed, 1 failed, 0 skipped")

    def test_fails_when_nothing_ran(self):
        self.assertEqual(count(), (1, ["nothing ran", "0 passed, 0 failed, 0 skipped"]))


if __name__ == "__main__":
    unittest.main()
