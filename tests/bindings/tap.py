# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a module's unittest cases and reports each as a line of TAP."""

import sys
import unittest


class Result(unittest.TestResult):
    number = 0

    def _say(self, word, test, more=""):
        self.number += 1
        print(f"{word} {self.number} - {test.id().removeprefix('__main__.')}{more}", flush=True)

    def addSuccess(self, test):
        self._say("ok", test)

    def addSkip(self, test, reason):
        self._say("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._say("not ok", test)
        print(self._exc_info_to_string(error, test), file=sys.stderr, flush=True)

    addError = addFailure

    def addSubTest(self, test, part, error):
        if error:
            self.addFailure(part, error)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}", flush=True)
    result = Result()
    suite.run(result)
    sys.exit(not result.wasSuccessful())
