#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The commands that take a row a case or a unit: composite, demand and waits.

usage: test-scrutiny-rows.py PROGRAM SOURCE-ROOT
"""

import csv
import datetime
import importlib.util
import io
import json
import os
import pathlib
import re
import sys
import tempfile
import unittest

BESIDE = pathlib.Path(__file__).resolve().with_name("test-scrutiny.py")
SPEC = importlib.util.spec_from_file_location("scrutiny", BESIDE)
scrutiny = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(scrutiny)


class Demand(scrutiny.Case):
    def test_causes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "calls.csv"
            path.write_text("kind,cause,other\n" + "failure,no reply,failure\n" * 30 + "value,new claim,failure\n" * 30)
            words = (path, "--kind", "kind", "--cause", "cause", "--second-coder", "other")
            value = json.loads(self.done("demand", *words, "--margin", "0.1", "--format", "json"), object_pairs_hook=scrutiny.no_duplicates)
            if scrutiny.jsonschema:
                self.assertEqual(scrutiny.faults("demand", value), [])
            self.assertEqual((value["n"], value["coders"]["agreed"], value["needed"]), (60, 0.5, 97))
            self.assertIn("disagree on 1 in 2", self.done("demand", *words))
            self.assertEqual(len(self.done("demand", *words, "--format", "csv").splitlines()), 3)
            self.assertEqual(scrutiny.run("demand", path)[0], scrutiny.USAGE)
            self.assertIn("there is none", self.refused("demand", path, "--kind", "sort", "--cause", "cause"))


class Composite(scrutiny.Case):
    def test_units(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "units.csv"
            path.write_text("ward,safe,site\na,10,0\nb,0,100\nc,5,80\nd,8,20\ne,3,\n")
            words = (path, "--unit", "ward", "--weight", "safe=3", "--weight", "site=1")
            bands = ("--threshold", "safe=5", "--spread", "safe=2", "--focus", "d")
            value = json.loads(self.done("composite", *words, *bands, "--format", "json"), object_pairs_hook=scrutiny.no_duplicates)
            if scrutiny.jsonschema:
                self.assertEqual(scrutiny.faults("composite", value), [])
            self.assertEqual([row["place"] for row in value["units"]], [1, 4, 3, 2])
            self.assertEqual((value["n_units"], value["n_within"]), (4, 3))
            self.assertIn("“a” is number 1 of 4", self.done("composite", *words))
            self.assertEqual(len(self.done("composite", *words, "--format", "csv").splitlines()), 5)
            self.assertEqual(self.done("composite", *words, "--format", "svg").count('<circle class="open"'), 4)
            self.assertEqual(scrutiny.run("composite", path)[0], scrutiny.USAGE)
            self.assertEqual(scrutiny.run("composite", *words, "--weight", "safe")[0], scrutiny.USAGE)
            self.assertIn("mood", self.refused("composite", *words, "--weight", "mood=1"))


class Versions(scrutiny.Case):
    def test_two_columns(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "figures.csv"
            path.write_text("period,first,last\n" + "".join(f"2024-{m:02},{50 + m},{51 + m}\n" for m in range(1, 13)))
            words = (path, "--earlier", "first", "--later", "last")
            value = json.loads(self.done("versions", *words, "--format", "json"), object_pairs_hook=scrutiny.no_duplicates)
            if scrutiny.jsonschema:
                self.assertEqual(scrutiny.faults("versions", value), [])
            self.assertEqual((value["n_pairs"], value["n_up"], value["mean"]), (12, 12, 1))
            self.assertIn("12 of the 12 that differ rose", self.done("versions", *words))
            self.assertIn("(2024-01)", self.done("versions", *words))
            self.assertEqual(scrutiny.run("versions", path)[0], scrutiny.USAGE)
            self.assertIn("final", self.refused("versions", path, "--earlier", "first", "--later", "final"))


class Waits(scrutiny.Case):
    WORDS = ("--from", "opened", "--to", "closed")
    ALL = ("--disclosure", "0")

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "cases.csv"
        self.write([f"2024-03-{day:02}" for day in range(2, 13)] + [""])

    def write(self, ends):
        rows = "".join(f"2024-03-01,{end},{'abcdefghijka'[k]}\n" for k, end in enumerate(ends))
        self.path.write_text("opened,closed,child\n" + rows)

    def waits(self, *words):
        value = json.loads(self.done("waits", self.path, *self.WORDS, *self.ALL, *words, "--format", "json"),
                           object_pairs_hook=scrutiny.no_duplicates)
        if scrutiny.jsonschema:
            self.assertEqual(scrutiny.faults("waits", value), [])
        return value

    def test_open_ones_count(self):
        value = self.waits("--until", "2024-06-01")
        self.assertEqual((value["n"], value["finished"], value["open"]), (12, 11, 1))
        self.assertEqual(value["quantiles"][0]["days"], 6.5)
        said = self.done("waits", self.path, *self.WORDS, *self.ALL, "--until", "2024-06-01")
        self.assertIn("1 of 12 is still open", said)
        self.assertRegex(said, r" 50% +6\.5 ")

    def test_settings(self):
        value = self.waits("--key", "child", "--windows", "7", "--level", "0.9")
        said = value["method"]["parameters"]
        self.assertEqual((said["key"], said["windows"], said["level"], said["until"]), ("child", 7, 0.9, "2024-03-12"))
        self.assertEqual(len(value["returns"]), 7)
        self.assertEqual((value["cases"]["n"], value["cases"]["again"]), (11, 1))

    def test_forms(self):
        rows = list(csv.DictReader(io.StringIO(self.done("waits", self.path, *self.WORDS, "--disclosure", "1", "--format", "csv"))))
        self.assertEqual(len(rows), 11)
        rows = list(csv.DictReader(io.StringIO(self.done("waits", self.path, *self.WORDS, "--format", "csv"))))
        self.assertEqual(rows, [])
        rows = self.done("waits", self.path, *self.WORDS, *self.ALL, "--format", "csv")
        self.assertEqual(rows.count("\n"), 12)
        drawn = self.done("waits", self.path, *self.WORDS, *self.ALL, "--format", "svg")
        self.assertIn("half: 6.5 days", drawn)

    def test_one_by_one(self):
        first = datetime.date(2022, 1, 1)
        days = [(first + datetime.timedelta(day), first + datetime.timedelta(day + 4 + day % 2 * 2)) for day in range(400)]
        self.path.write_text("opened,closed\n" + "".join(f"{start},{end}\n" for start, end in days))
        words = ("waits", self.path, *self.WORDS, "--until", "2023-02-04", "--one-by-one")
        value = json.loads(self.done(*words, "--format", "json"), object_pairs_hook=scrutiny.no_duplicates)
        if scrutiny.jsonschema:
            self.assertEqual(scrutiny.faults("capability", value), [])
        self.assertEqual([(row["centre"], row["lower"], row["upper"], row["n"]) for row in value["stretches"]], [(5, 0, 11, 378)])
        said = self.done(*words)
        self.assertIn("a single one lasts between 0 and 11 days", said)
        self.assertRegex(said, r"2022-01-20 2023-02-01 +378 +5\.0 +0\.0 +11\.0")
        self.assertEqual(self.done(*words, "--format", "csv").count("\n"), 28)
        drawn = self.done(*words, "--format", "svg")
        self.assertIn("11 highest as it goes", drawn)
        self.assertEqual(drawn.count("<circle"), 27)
        self.assertIn("no column “shut”", self.refused(*words[:2], "--from", "opened", "--to", "shut", "--one-by-one"))

    def test_too_few(self):
        self.write(["2024-03-02", ""])
        self.assertIn("Cannot tell: So few have finished that nothing is told", self.done("waits", self.path, *self.WORDS))
        self.assertIn("Cannot tell: 1 of 2 have finished", self.done("waits", self.path, *self.WORDS, *self.ALL))
        self.assertIsNone(self.waits()["mean_finished"])

    def test_refusals(self):
        self.assertEqual(scrutiny.run("waits", self.path, "--from", "opened")[0], scrutiny.USAGE)
        self.write(["2024-02-31"])
        self.assertIn("cases.csv: Row 1 below the header, column “closed”: “2024-02-31” is no day of the calendar",
                      self.refused("waits", self.path, *self.WORDS))


class Few(scrutiny.Case):
    """Two files that differ in a small count print the same, whatever is asked for."""

    PAIRS = {
        "demand": ((("kind", "cause"), {("x", "a"): (2, 4), ("y", "b"): (11, 9), ("z", "c"): (30, 30)}),
                   ("--kind", "kind", "--cause", "cause"), ("text", "csv", "json")),
        "waits": ((("opened", "closed"), {("2024-01-01", f"2024-01-{day:02}"): (5, 5) for day in range(3, 15, 2)}
                   | {("2024-01-01", "2024-04-01"): (8, 7), ("2024-01-01", ""): (2, 3)}),
                  ("--from", "opened", "--to", "closed", "--until", "2024-06-30"), ("text", "csv", "json", "svg")),
        "recompute": ((("opened", "days"), {("2024-01-15", "9"): (2, 3), ("2024-02-15", "9"): (9, 8), ("2024-03-15", "9"): (30, 30)}),
                      ("--dated", "opened", "--of", "days < 45"), ("text", "csv", "json")),
    }
    COUNTS = {
        "mix": ("part,period,n,of\na,1,{0},40\na,2,12,50\nb,1,{1},60\nb,2,30,70\nc,1,50,99\nc,2,40,90\n", ((2, 20), (4, 18)),
                ("--segment", "part", "--numerator", "n", "--denominator", "of", "--disclosure", "5"), ("text", "csv", "json", "svg")),
        "compare": ("area,n,of\nN,{0},40\nS,{1},50\nW,20,60\nE,50,99\nM,40,80\n", ((2, 12), (3, 11)),
                    ("--area", "area", "--numerator", "n", "--denominator", "of", "--disclosure", "5"),
                    ("text", "csv", "json", "md", "html", "svg")),
    }

    def prints(self, command, text, words, form):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cases.csv"
            path.write_text(text)
            said = self.done(command, path, *words, "--format", form)
        return said

    def check(self, command, texts, words, form):
        one, other = (self.prints(command, text, words, form) for text in texts)
        if command in self.PAIRS:
            # What identifies the rows says that they are others, and not in what.
            one, other = (re.sub(r"[0-9a-f]{64}", "", said) for said in (one, other))
        self.assertEqual(one, other, (command, form))

    def check_rows(self, command):
        (names, rows), words, forms = self.PAIRS[command]
        texts = ["\n".join([",".join(names)] + [",".join(row) for row, counts in rows.items() for _ in range(counts[k])]) + "\n"
                 for k in range(2)]
        for form in forms:
            self.check(command, texts, words, form)

    def test_rows(self):
        self.check_rows("demand")
        self.check_rows("waits")

    @unittest.skipUnless("records" in os.environ.get("SCRUTINY_BUILT_WITH", "records"), "built without records")
    def test_rows_recomputed(self):
        self.check_rows("recompute")

    def test_counts(self):
        for command, (text, counts, words, forms) in self.COUNTS.items():
            for form in forms:
                self.check(command, [text.format(*pair) for pair in counts], words, form)


if __name__ == "__main__":
    scrutiny.tap.main()
