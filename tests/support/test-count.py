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


def log(name, result, status, stdout=""):
    return {"name": f"p:s / {name}", "result": result, "returncode": status, "stdout": stdout}


def count(*tests, n_broken=0):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "whole.json")
        path.write_text("".join(json.dumps(test) + "\n" for test in tests))
        run = subprocess.run(
            [sys.executable, COUNT, folder, str(n_broken)], capture_output=True, text=True
        )
    return run.returncode, run.stdout.splitlines()


class Counting(unittest.TestCase):
    def test_counts_each_part(self):
        test = log("a", "OK", 0, "1..2\nok 1 - x\nok 2 - y\n")
        self.assertEqual(count(test, log("b", "OK", 0)), (0, ["3 passed, 0 failed, 0 skipped"]))

    def test_gives_the_reason_cmocka_printed(self):
        test = log("a", "OK", 0, "1..2\n# no data\nnot ok 1 # SKIP x\nok 2 - y\n")
        self.assertEqual(count(test), (0, ["skipped 1: no data", "    whole: s / a: x",
                                           "1 passed, 0 failed, 1 skipped"]))

    def test_does_not_count_what_meson_makes_of_a_skip_as_a_failure(self):
        skipped = "1..2\n# no data\nnot ok 1 # SKIP x\nok 2 - y\n"
        self.assertEqual(count(log("a", "FAIL", 0, skipped))[1][-1], "1 passed, 0 failed, 1 skipped")
        self.assertEqual(count(log("a", "FAIL", 1, skipped))[1][-1], "1 passed, 1 failed, 1 skipped")

    def test_does_not_take_a_message_for_a_reason(self):
        test = log("a", "OK", 0, "1..2\n# chatter\nok 1 - y\nnot ok 2 # SKIP x\n")
        self.assertEqual(count(test)[1][0], "skipped 1: no reason given")

    def test_gives_the_reason_tap_has(self):
        test = log("a", "OK", 0, "1..2\nok 1 - x # SKIP no data\nok 2 - y\n")
        self.assertEqual(count(test)[1][0], "skipped 1: no data")

    def test_gives_the_reason_of_a_whole_test(self):
        code, lines = count(log("a", "SKIP", 77, "no gjs here\n"), log("b", "OK", 0))
        self.assertEqual((code, lines[0], lines[-1]),
                         (0, "skipped 1: no gjs here", "1 passed, 0 failed, 1 skipped"))

    def test_fails_when_a_part_fails(self):
        test = log("a", "FAIL", 1, "1..2\nnot ok 1 - x\nok 2 - y\n")
        self.assertEqual(count(test), (1, ["failed: whole: s / a: x",
                                           "1 passed, 1 failed, 0 skipped"]))

    def test_fails_when_a_program_dies_between_parts(self):
        self.assertEqual(count(log("a", "ERROR", -11, "1..2\nok 1 - x\n"))[1][-1],
                         "1 passed, 1 failed, 0 skipped")

    def test_fails_when_a_leak_is_found_after_the_last_part(self):
        self.assertEqual(count(log("a", "ERROR", 99, "1..1\nok 1 - x\n"))[1][-1],
                         "1 passed, 1 failed, 0 skipped")

    def test_fails_when_a_program_reports_nothing(self):
        code, lines = count(log("a", "SKIP", 0), log("b", "OK", 0))
        self.assertEqual((code, lines[-1]), (1, "1 passed, 1 failed, 0 skipped"))

    def test_fails_when_it_took_too_long(self):
        self.assertEqual(count(log("a", "TIMEOUT", -15))[0], 1)

    def test_fails_when_a_build_is_broken(self):
        self.assertEqual(count(log("a", "OK", 0), n_broken=1)[1][-1],
                         "1 passed, 1 failed, 0 skipped")

    def test_fails_when_nothing_ran(self):
        self.assertEqual(count(), (1, ["nothing ran", "0 passed, 0 failed, 0 skipped"]))


if __name__ == "__main__":
    unittest.main()
