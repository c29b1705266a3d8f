#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What scrutiny link says of many pairs and of places, and scrutiny step of a date.

usage: test-link.py PROGRAM SOURCE-ROOT
"""

import csv
import io
import json
import pathlib
import sys
import tempfile
import unittest

from command import SOURCE, USAGE, Case, faults, jsonschema, no_duplicates, run

sys.path.insert(0, str(SOURCE / "tests/bindings"))
import tap  # noqa: E402

DATA = SOURCE / "examples/data/road-safety"


class Link(Case):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def valid(self, name, *words):
        value = json.loads(self.done(*words, "--format", "json"), object_pairs_hook=no_duplicates)
        self.assertEqual(value["schema"], f"scrutiny.{name}/1")
        if jsonschema:
            self.assertEqual(faults(name, value), [])
        return value

    def misused(self, *words):
        code, said, complaint = run(*words)
        self.assertEqual((code, said, complaint.count("\n")), (USAGE, "", 1), complaint)
        return complaint

    def write(self, header, rows):
        path = pathlib.Path(self.folder.name) / "rows.csv"
        path.write_text(header + "\n" + "".join(",".join(map(str, row)) + "\n" for row in rows))
        return path

    def places(self, n=6, years=8):
        """What comes back follows help, out of as many cases; rows of a place stand apart."""
        made = []
        for i in range(n * years):
            help = (i * i * 37 + i * 7919) % 101 / 10
            made.append((f"P{i % n}", "North" if i % 2 else "South", 2010 + i // n, help, round(100 + 8 * help + i % 3), 1000 + i))
        return self.write("place,region,year,help,back,cases", made)

    def months(self, step):
        rows = [(f"{2019 + i // 12}-{i % 12 + 1:02}", 50 + (i * i * 37 + i * 7919) % 11 / 10 + (step if i >= 18 else 0)) for i in range(36)]
        return self.write("period,value", rows)

    def test_every_pair(self):
        said = self.done("link", DATA, "--format", "text")
        self.assertRegex(said, r"Of 12 pairs, \d+ stand out; chance alone would give about 1\.")
        self.assertIn("even when it is allowed for that so many were looked at", said)
        rows = list(csv.DictReader(io.StringIO(self.done("link", DATA, "--indicator", "drivers", "--format", "csv"))))
        self.assertEqual([row["outcome"] for row in rows], ["front-passengers", "rear-passengers", "kilometres"])
        value = self.valid("batch", "link", DATA, "--outcome", "kilometres", "--outcome", "drivers")
        self.assertEqual((value["analysis"], value["n"], value["counts"]["known"]), ("link", 6, 6))
        self.assertIn("there are “drivers”", self.refused("link", DATA, "--indicator", "gone"))

    def test_a_pair_is_what_its_row_says(self):
        one = self.valid("link", "link", DATA, "--indicator", "drivers", "--outcome", "kilometres")
        row = next(csv.DictReader(io.StringIO(self.done(
            "link", DATA, "--indicator", "drivers", "--outcome", "kilometres", "--outcome", "drivers", "--format", "csv"))))
        self.assertEqual((one["verdict"], one["routes"][0]["r"], one["direction"]["verdict"]),
                         (row["verdict"], float(row["r"]), "not-asked"))
        self.assertIn("svg", self.misused("link", DATA, "--indicator", "drivers", "--outcome", "kilometres", "--format", "svg"))

    def test_places(self):
        words = "link", self.places(), "--key", "place", "--period", "year", "--indicator", "help", "--outcome", "back"
        self.assertIn("Of 6 places over 8 years: where “help” was higher", self.done(*words))
        value = self.valid("link-panel", *words)
        self.assertEqual((value["n_orders"], value["ratio"], value["n_periods_left_out"]), (720, None, 0))
        self.assertEqual(self.valid("link-panel", *words, "--region", "region")["n_orders"], 36)
        risks = self.valid("link-panel", *words, "--outcome-of", "cases", "--contrast", "2", "--expected", "up")
        self.assertEqual((risks["verdict"], risks["contrast"]), ("moved-as-stated", 2))
        self.assertGreater(risks["e_value"], risks["ratio"])
        self.assertIn("An unmeasured cause would need to be", self.done(*words, "--outcome-of", "cases"))
        self.assertIn("Cannot tell. 6 places in 6 years", self.done(*words, "--lag", "2"))

    def test_places_refused(self):
        path = self.places()
        words = "link", path, "--key", "place", "--indicator", "help"
        self.assertIn("Period: there is no column “period”", self.refused(*words, "--outcome", "back"))
        self.assertIn("“gone”", self.refused(*words, "--outcome", "gone", "--period", "year"))
        self.assertIn("rows.csv", self.refused(*words, "--outcome", "back", "--period", "year", "--draws", "0"))
        self.assertIn("one column is named", self.misused(*words))
        self.assertIn("mean nothing with --key", self.misused(*words, "--outcome", "back", "--max-lag", "1"))
        self.assertIn("need --key", self.misused("link", path, "--lag", "1"))
        self.assertIn("takes the place of", self.misused("link", path, "--because", "a:b", "--indicator", "help"))

    def test_a_date(self):
        words = "step", self.months(6), "--at", "2020-07"
        self.assertIn("From July 2020 on the figure is", self.done(*words, "--stated", "2020-03-14"))
        self.assertNotIn("Where a date is picked", self.done(*words, "--stated", "2020-03-14"))
        self.assertIn("It is not recorded when July 2020 was first named.", self.done(*words))
        self.assertIn("when July 2020 had begun", self.done(*words, "--stated", "2021-01-01"))
        value = self.valid("step", *words, "--stated", "2020-03-14", "--expected", "down", "--draws", "199", "--seed", "7")
        self.assertEqual((value["verdict"], value["timing"], value["p"]), ("moved-other-way", "before", 0.005))
        self.assertEqual((value["method"]["parameters"]["seed"], value["method"]["parameters"]["draws"]), (7, 199))
        self.assertIn("Cannot tell: 18 months before the date", self.done("step", self.months(0), "--at", "2020-07"))

    def dossier(self, *claims):
        """A dossier with the months of a step, and what was said of them."""
        self.months(6)
        folder = pathlib.Path(self.folder.name)
        (folder / "datapackage.json").write_text(json.dumps({"resources": [{"name": "rows", "path": "rows.csv"}]}))
        (folder / "scrutiny.json").write_text(json.dumps({"schema": "scrutiny.dossier/1", "indicators": [
            {"id": "soon", "title": "Seen within a week", "claims": list(claims), "targets": [{"text": "95", "from": "2020-09"}],
             "series": {"resource": "rows"}}]}))
        return folder

    def test_a_recorded_claim(self):
        said = {"about": "start", "text": "A new team", "said_by": "Cabinet", "on": "2020-05-01", "from": "2020-07"}
        path = self.dossier(said, {"about": "start", "text": "no date"})
        text = self.done("step", path, "--claim", "start")
        self.assertIn("On record (start): “A new team”, from 2020-07; said by Cabinet; said on 2020-05-01, before 2020-07 had begun.\n",
                      text)
        self.assertNotIn("Where a date is picked", text)
        self.assertEqual(text.split("\n", 3)[3], self.done("step", path, "--at", "2020-07", "--stated", "2020-05-01").split("\n", 2)[2]
                         .replace("the figure", "“Seen within a week”"))
        value = self.valid("step", "step", path, "--claim", "start", "--expected", "up")
        self.assertEqual((value["verdict"], value["timing"], value["claim"]), ("moved-as-stated", "before", said))
        self.assertIsNone(self.valid("step", "step", path, "--at", "2020-07")["claim"])

    def test_a_claim_that_looks_back(self):
        for on, timing, words in (("2020-07-02", "after", "was stated on 2020-07-02, when July 2020 had begun"),
                                  ("2022-03-01", "after", "after the last of these figures (December 2021), when all of them"),
                                  (None, "unknown", "It is not recorded when July 2020 was first named.")):
            with self.subTest(on):
                path = self.dossier({"about": "start", "text": "A new team", "on": on, "from": "2020-07"})
                text = self.done("step", path, "--claim", "start")
                self.assertIn(words, text)
                self.assertIn("after 2020-07 had begun.\n" if on else "; when it was said is not recorded.\n", text)
                self.assertEqual(self.valid("step", "step", path, "--claim", "start")["timing"], timing)

    def test_which_claim(self):
        two = [{"about": "start", "text": "A new team", "on": "2020-05-01", "from": start} for start in ("2020-07", "2020-10")]
        path = self.dossier(*two)
        self.assertIn("more than one claim is about “start”; name one of these: target:2020-09, start:2020-07, start:2020-10",
                      self.refused("step", path, "--claim", "start"))
        self.assertEqual(self.valid("step", "step", path, "--claim", "start:2020-10")["at"], "2020-10")
        self.assertEqual(self.valid("step", "step", path, "--claim", "target")["at"], "2020-09")
        self.assertIn("no claim “end” with a date is recorded", self.refused("step", path, "--claim", "end"))
        self.assertIn("there are none with a first period", self.refused("step", self.months(6), "--claim", "start"))
        self.assertIn("--claim takes the place of --at and --stated",
                      self.misused("step", path, "--claim", "start", "--stated", "2019-01-01"))

    def test_no_date(self):
        path = self.months(6)
        self.assertIn("--at is needed", self.misused("step", path))
        self.assertIn("up or down", self.misused("step", path, "--at", "2020-07", "--expected", "better"))
        self.assertIn("“soon” is no month", self.refused("step", path, "--at", "soon"))
        self.assertIn("from 1 to 9999 can be drawn", self.refused("step", path, "--at", "2020-07", "--draws", "0"))


if __name__ == "__main__":
    del sys.argv[1:]
    tap.main()
