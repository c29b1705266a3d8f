#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""scrutiny recompute: figures from rows, beside what was published, and what is refused.

usage: test-recompute.py PROGRAM SOURCE-ROOT
"""

import csv
import io
import json
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import SOURCE, Case, faults, jsonschema, no_duplicates


@unittest.skipUnless("records" in os.environ.get("SCRUTINY_BUILT_WITH", "records"), "built without records")
class Recompute(Case):
    ROWS = "opened,closed,days,ward\n" + "".join(
        f"2024-{month:02}-01,2024-{month:02}-{2 + k:02},{k + 1},{'AB'[k % 2]}\n" for month in (4, 5, 6) for k in range(20 + month))
    WORDS = ("--counted", "days <= 12", "--dated", "opened")

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "cases.csv"
        self.path.write_text(self.ROWS)

    def recompute(self, *words):
        value = json.loads(self.done("recompute", *words, "--format", "json"), object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("recompute", value), [])
        return value

    def test_a_file(self):
        value = self.recompute(self.path, *self.WORDS)
        self.assertEqual([(row["period"], row["numerator"], row["denominator"], row["published"]) for row in value["rows"]],
                         [("2024-04", 12, 24, None), ("2024-05", 12, 25, None), ("2024-06", 12, 26, None)])
        self.assertEqual(value["definition"], {"kind": "share", "counted": "days <= 12", "dated": "opened"})
        self.assertEqual(value["cannot_tell"], "No published figures were given: ask for them by period.")
        self.assertEqual((value["input"]["file"], value["n_compared"]), ("cases.csv", 0))

    def test_every_kind(self):
        for words, expected in ((("--kind", "count"), 24), (("--kind", "mean", "--measure", "days"), 12.5),
                                (("--kind", "median", "--measure", "days_between(opened, closed)"), 12.5),
                                (("--kind", "median", "--measure", "working_days_between(opened, closed)"), 9),
                                (("--kind", "percentile", "--level", "0", "--measure", "days"), 1),
                                (("--kind", "rate", "--counted", "days > 12", "--measure", "days", "--scale", "100"), 4)):
            value = self.recompute(self.path, *words, "--dated", "opened")
            self.assertAlmostEqual(value["rows"][0]["recomputed"], expected, msg=words)

    def test_beside_what_was_published(self):
        published = self.folder / "published.csv"
        published.write_text("month,met\n2024-04,50.0\n2024-05,48.0\n2024-06,46.1\n")
        words = (self.path, *self.WORDS, "--published", published, "--column", "value=met", "--column", "period=month")
        value = self.recompute(*words)
        self.assertEqual((value["n_compared"], value["n_agreeing"], [row["agrees"] for row in value["rows"]]),
                         (3, 2, [True, True, False]))
        said = self.done("recompute", *words)
        self.assertIn("the latest is June 2024: 46.2 from the rows, 46.1 as published", said)
        rows = list(csv.DictReader(io.StringIO(self.done("recompute", *words, "--format", "csv"))))
        self.assertEqual([row["agrees"] for row in rows], ["1", "1", "0"])
        published.write_text("month,met\n2024-06,46.154\n")
        self.assertNotIn("-0.00", self.done("recompute", *words))

    def test_the_same_with_one_thing_changed(self):
        words = (self.path, *self.WORDS, "--but", "counted=days <= 6")
        but = self.recompute(*words)["but"]
        self.assertEqual(but["definition"]["counted"], "days <= 6")
        self.assertEqual([(row["before"], row["after"], row["difference"]) for row in but["rows"]][0], (50, 25, -25))
        self.assertIn("The same, but\n  counted   days <= 6\n", self.done("recompute", *words))
        by_quarter = self.recompute(self.path, *self.WORDS, "--by", "quarter", "--but", "of=ward = 'A'")
        self.assertEqual([row["period"] for row in by_quarter["rows"]], ["2024-Q2"])

    def test_by_segment(self):
        self.assertNotIn("segments", self.recompute(self.path, *self.WORDS))
        words = (self.path, *self.WORDS, "--segments", "ward")
        segments = self.recompute(*words)["segments"]
        june = {row["ward"]: row for row in segments if row["period"] == "2024-06"}
        whole = self.recompute(self.path, *self.WORDS)["rows"][-1]
        self.assertEqual(sum(row["denominator"] for row in june.values()), whole["denominator"])
        self.assertEqual(sum(row["numerator"] for row in june.values()), whole["numerator"])
        self.assertIn("By ward, 2024-06; --format csv gives every period", self.done("recompute", *words))
        rows = list(csv.DictReader(io.StringIO(self.done("recompute", *words, "--format", "csv"))))
        self.assertEqual(len(rows), len(segments))
        self.assertIn("“wrd” is not a column", self.refused("recompute", self.path, *self.WORDS, "--segments", "wrd"))

    def test_rows_only_when_asked(self):
        plain = self.recompute(self.path, *self.WORDS)
        self.assertNotIn("cell", plain)
        self.assertNotIn("by their number", self.done("recompute", self.path, *self.WORDS))
        words = (self.path, *self.WORDS, "--measure", "days", "--rows", "2024-05")
        cell = self.recompute(*words)["cell"]
        self.assertEqual((cell["period"], len(cell["rows"]), sum(row["counted"] for row in cell["rows"])), ("2024-05", 25, 12))
        self.assertEqual(cell["rows"][0], {"row": 26, "counted": True, "measure": 1})
        self.assertIn("  counted (12): 26 27 28", self.done("recompute", *words))
        rows = list(csv.DictReader(io.StringIO(self.done("recompute", *words, "--format", "csv"))))
        self.assertEqual((len(rows), rows[0]["row"]), (25, "26"))
        self.assertIn("soon", self.refused("recompute", self.path, *self.WORDS, "--rows", "soon"))

    def test_what_the_rows_show(self):
        self.path.write_text(self.ROWS + "2024-06-09,2024-06-01,3,A\n2024-02-31,2024-03-01,3,A\n")
        words = (self.path, "--counted", "days_between(opened, closed) <= 12", "--dated", "opened")
        value = self.recompute(*words)
        self.assertIn("records.backwards", [finding["id"] for finding in value["row_findings"]])
        self.assertTrue(any("row 78" in note and "opened" in note for note in value["notes"]), value["notes"])

    def dossier(self, definition):
        (self.folder / "datapackage.json").write_text('{"resources": [{"name": "cases", "path": "cases.csv"}]}')
        (self.folder / "scrutiny.json").write_text(json.dumps({"indicators": [
            {"id": "a", "title": "Another"},
            {"id": "soon", "title": "Closed soon", "definitions": [definition],
             "published": [{"period": "2024-Q2", "value": 48.0}]}]}))

    def test_a_dossier(self):
        self.dossier({"kind": "share", "records": "cases", "counted": "days <= 12", "dated": "opened"})
        value = self.recompute(self.folder)
        self.assertEqual([(row["period"], row["numerator"], row["denominator"], row["agrees"]) for row in value["rows"]],
                         [("2024-Q2", 36, 75, True)])
        self.assertIn("comes out of the rows", self.done("recompute", self.folder))

    def test_what_cannot_be(self):
        for words, needed in (
                ((self.path, "--counted", "dys <= 12", "--dated", "opened"),
                 "counted, line 1, column 1: “dys” is not a column; there are opened, closed, days, ward"),
                ((self.path, "--counted", "opened >= '2024-04-01'", "--dated", "opened"), "write DATE '2024-04-01'"),
                ((self.path, "--counted", "days <= 12; DROP TABLE records", "--dated", "opened"), "found “;”"),
                ((self.path, "--counted", "ward = 1", "--dated", "opened"), "“ward” is a text and “1” a number"),
                ((self.path, "--counted", "(" * 10000 + "days" + ")" * 10000 + " <= 12", "--dated", "opened"), "200 deep"),
                ((self.path, "--counted", "days <= 12"), "dated: nothing says when a row belongs to"),
                ((self.path, *self.WORDS, "--but", "colour=red"), "“colour” is not one of its properties"),
                ((self.path, *self.WORDS, "--column", "value=days"), "--column and --layout mean nothing"),
                ((self.path, *self.WORDS, "--by", "fortnight"), "“fortnight” is not a calendar"),
                ((SOURCE / "examples/data/road-safety", "--indicator", "drivers"), "its definition names no rows")):
            self.assertIn(needed, self.refused("recompute", *words))
        self.dossier({"kind": "share", "records": "cases", "counted": "1 = 1 UNION SELECT 1", "dated": "opened"})
        self.assertIn("found “UNION”", self.refused("recompute", self.folder))


if __name__ == "__main__":
    tap.main()
