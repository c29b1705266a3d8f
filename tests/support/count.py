#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts what `meson test` logged in a folder and says so in the closing line.

A test that reports its parts (TAP) counts once for each part. What was skipped
is listed with its reason; a test program that reports nothing has failed.

usage: count.py FOLDER [N_BROKEN]
"""

import collections
import json
import pathlib
import re
import sys

PLAN = re.compile(r"^1\.\.\d+", re.M)
# The result of a part in cmocka's and in everybody else's TAP.
PART = re.compile(r"^(not )?ok\b\s*\d*\s*(?:-\s*)?([^#]*)(?:#\s*skip\S*\s*(.*))?$", re.I)


def parts(stdout):
    """Yields the name of each part of a TAP stream, whether it is ok, and why it was skipped.

    cmocka gives the name where TAP has the reason; the reason is then what the
    test printed since the part before it.
    """
    said = []
    for line in stdout.splitlines():
        part = PART.match(line)
        if part:
            name, reason = part[2].strip(), part[3]
            if reason is not None and not name:
                name, reason = reason, " ".join(said) or "no reason given"
            yield name, not part[1], reason
            said = []
        elif not PLAN.match(line) and line.strip("# "):
            said.append(line.strip("# "))


def last_line(text):
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"


class Count:
    def __init__(self):
        self.passed = self.failed = 0
        self.failures = []
        self.skips = collections.defaultdict(list)

    @property
    def skipped(self):
        return sum(len(where) for where in self.skips.values())

    def fail(self, where):
        self.failed += 1
        self.failures.append(where)

    def skip(self, where, reason):
        self.skips[reason].append(where)

    def add_parts(self, where, logged):
        n_failed, n_skipped = self.failed, self.skipped
        for name, ok, reason in parts(logged["stdout"]):
            if reason is not None:
                self.skip(f"{where}: {name}", reason)
            elif ok:
                self.passed += 1
            else:
                self.fail(f"{where}: {name}")
        # cmocka writes a skipped part as "not ok … # SKIP", which meson takes for a failure;
        # the exit status then says that nothing failed.
        only_skipped = logged["returncode"] == 0 and self.skipped > n_skipped
        if logged["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and self.failed == n_failed and not only_skipped:
            self.fail(f"{where}: {logged['result']}, exit status {logged['returncode']}")

    def add_whole(self, where, logged):
        if logged["result"] in ("OK", "EXPECTEDFAIL"):
            self.passed += 1
        elif logged["result"] == "SKIP" and logged["returncode"] == 77:
            self.skip(where, last_line(logged["stdout"] or logged.get("stderr")))
        elif logged["result"] == "SKIP":
            self.fail(f"{where}: reported no tests")
        else:
            self.fail(f"{where}: {logged['result']}")

    def add_log(self, path):
        for line in path.read_text().splitlines():
            logged = json.loads(line)
            where = f"{path.stem}: {logged['name'].partition(':')[2]}"
            if PLAN.search(logged["stdout"] or ""):
                self.add_parts(where, logged)
            else:
                self.add_whole(where, logged)


def main(folder, n_broken="0"):
    folder = pathlib.Path(folder)
    count = Count()
    for path in sorted(folder.glob("*.json")):
        count.add_log(path)
    count.failed += int(n_broken)
    aside = folder / "skipped.txt"
    for line in aside.read_text().splitlines() if aside.exists() else []:
        where, _, reason = line.partition(": ")
        count.skip(where, reason)

    for reason, where in sorted(count.skips.items()):
        print(f"skipped {len(where)}: {reason}")
        for name in where[:3]:
            print(f"    {name}")
        if len(where) > 3:
            print(f"    … and {len(where) - 3} more")
    for where in count.failures:
        print(f"failed: {where}")
    if not count.passed and not count.failed:
        print("nothing ran")
    print(f"{count.passed} passed, {count.failed} failed, {count.skipped} skipped")
    return 0 if count.passed and not count.failed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
