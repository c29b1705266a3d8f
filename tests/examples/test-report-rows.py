#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""scrutiny report: parts, places, and those who still wait.

usage: test-report-rows.py PROGRAM SOURCE-ROOT
"""

import json
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import SOURCE, Case, faults, jsonschema, no_duplicates


class Report(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def report(self, *words):
        value = json.loads(self.done("report", *words, "--format", "json"), object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("report", value), [])
        return value


class Places(Report):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "calls.csv"
        rows = [f"Calls answered,{area},{month},{above},100" for area, above in
                (("Ashcombe", 50), ("Bexford", 52), ("Corley", 47), ("Denby", 85), ("Elsham", 51)) for month in ("2024-01", "2024-02")]
        self.path.write_text("indicator,area,period,numerator,denominator\n" + "\n".join(rows) + "\n")

    def test_each_figure_once(self):
        value = self.report(self.path)
        (places,) = value["places"]
        self.assertEqual(len(places["compare"]["areas"]), 5)
        self.assertTrue(places["title"].endswith(", 5 places in February 2024"))
        outside = [f for f in value["findings"] if f["id"] == "compare.outside"]
        self.assertEqual([(f["subject"], f["facts"]["above"]) for f in outside], [(places["id"], ["Denby"])])
        self.assertNotIn("compare.focus", {f["id"] for f in value["findings"]})

    def test_the_place_that_is_asked_about(self):
        value = self.report(self.path, "--council", "Denby")
        (focus,) = [f for f in value["findings"] if f["id"] == "compare.focus"]
        (denby,) = [i for i in value["indicators"] if i["area"] == "Denby"]
        self.assertEqual((focus["subject"], value["council"]), (denby["id"], "Denby"))

    def test_the_funnel_is_drawn(self):
        self.assertIn("998 in 1,000 within", self.done("report", self.path, "--format", "html"))

    def test_without(self):
        self.assertEqual(self.report(self.path, "--without", "compare")["places"], [])


class Counts(Report):
    """A long table with counts and statuses, and no figure."""

    def setUp(self):
        super().setUp()
        self.path = self.folder / "calls.csv"
        rows = [f"Calls answered,2024-{month:02},{80 + month},97,{'Met' if month > 7 else 'Not met'}" for month in range(1, 13)]
        self.path.write_text("indicator,period,numerator,denominator,status\n" + "\n".join(rows) + "\n")

    def test_the_status_is_of_what_they_give(self):
        value = self.report(self.path)
        (figure,) = value["indicators"]
        self.assertEqual([(row["status"], row["value_text"]) for row in figure["published"][6:8]], [("Not met", ""), ("Met", "")])
        self.assertAlmostEqual(figure["published"][7]["value"], 100 * 88 / 97)
        self.assertNotIn("agree with their numerators", json.dumps(value))

    def test_the_sheet_says_the_counts(self):
        self.assertIn("Published: Calls answered, December 2024: 92 of 97, “Met”.", self.done("report", self.path))

    def test_the_statuses_are_worked_out_again(self):
        said = self.done("colours", self.path, "--bands", "Met >= 90, Not met")
        self.assertNotIn("published statuses are not the ones", said)
        self.assertIn("1 of 12 published statuses is not the one", self.done("colours", self.path, "--bands", "Met >= 91, Not met"))


@unittest.skipUnless("records" in os.environ.get("SCRUTINY_BUILT_WITH", "records"), "built without records")
class Rows(Report):
    DEFINITION = {"records": "cases", "kind": "share", "counted": "days_between(opened, closed) <= 7", "of": "closed IS NOT MISSING",
                  "dated": "opened", "segments": "ward", "demand": "kind", "cause": "why"}

    def setUp(self):
        super().setUp()
        rows = [f"{year}-{month:02}-{1 + k:02},{f'{year}-{month:02}-{1 + k + (k % 5) * 3:02}' if k % 9 else ''},{'ABC'[k % 3]},"
                f"{'failure' if k % 4 else 'value'},{'no reply' if k % 2 else 'broken'}"
                for year in (2022, 2023) for month in range(1, 13) for k in range(16)]
        (self.folder / "cases.csv").write_text("opened,closed,ward,kind,why\n" + "\n".join(rows) + "\n2023-12-31,2023-12-31,A,,\n" + 6 * "2023-12-31,2023-12-01,A,,\n")
        (self.folder / "datapackage.json").write_text(json.dumps(
            {"name": "cases", "resources": [{"name": "cases", "path": "cases.csv", "profile": "tabular-data-resource"}]}))
        (self.folder / "scrutiny.json").write_text(json.dumps(
            {"schema": "scrutiny.dossier/1", "indicators": [{"id": "soon", "title": "Repairs within a week", "unit": "%",
                                                             "definitions": [self.DEFINITION]}]}))

    def test_all_four(self):
        (figure,) = self.report(self.folder)["indicators"]
        self.assertEqual((figure["mix"]["first"], figure["mix"]["last"]), ("2022", "2023"))
        self.assertEqual(len(figure["compare"]["areas"]), 3)
        self.assertGreater(figure["waits"]["open"], 40)
        self.assertEqual(len(figure["demand"]["causes"]), 3)

    def test_single_cases_where_they_can_be_told(self):
        (figure,) = self.report(self.folder)["indicators"]
        (level,) = figure["capability"]["stretches"]
        self.assertEqual((level["lower"], level["upper"], level["n"]), (0, 19, 117))
        self.assertEqual(figure["capability"]["method"]["parameters"]["disclosure"], 5)
        lines = (self.folder / "cases.csv").read_text().splitlines()
        (self.folder / "cases.csv").write_text("\n".join(lines[:60]) + "\n")
        self.assertNotIn("capability", self.report(self.folder)["indicators"][0])

    def test_no_row_is_named(self):
        value = self.report(self.folder)
        (backwards,) = [f for f in value["findings"] if f["id"] == "waits.backwards"]
        self.assertEqual((backwards["statement"], backwards["facts"]["n_backwards"]),
                         ("6 rows end before their start, and are left out.", 6))
        self.assertNotIn("first_row", json.dumps(value))

    def rounded(self, rounding, threshold=5):
        path = self.folder / "scrutiny.json"
        value = json.loads(path.read_text())
        value["disclosure"] = {"threshold": threshold, "rounding": rounding}
        path.write_text(json.dumps(value))

    def test_counts_are_rounded(self):
        self.rounded(10)
        value = self.report(self.folder)
        (figure,) = value["indicators"]
        counts = [p[k] for p in figure["mix"]["segments"] for k in p if k.startswith(("numerator", "denominator"))]
        counts += [a[k] for a in figure["compare"]["areas"] for k in ("numerator", "denominator")]
        self.assertGreater(len(counts), 6)
        self.assertEqual({n % 10 for n in counts if n is not None}, {0})
        why = {o["check"]: o["reason"] for o in value["not_done"]}
        for check in ("waits", "demand"):
            self.assertNotIn(check, figure)
            self.assertIn("is not looked at: it would tell counts exactly, and the dossier asks for counts rounded to multiples of 10.", why[check])

    def test_no_hash_tells_what_is_rounded(self):
        self.rounded(10, threshold=0)
        (figure,) = self.report(self.folder)["indicators"]
        for check in ("mix", "compare"):
            self.assertIsNone(figure[check]["method"]["input_hash"])

    def test_the_command_rounds_too(self):
        self.rounded(10)
        value = json.loads(self.done("recompute", self.folder, "--format", "json"))
        self.assertEqual({p[k] % 10 for p in value["rows"] for k in ("numerator", "denominator") if p[k] is not None}, {0})
        self.assertIn("Counts are rounded to multiples of 10", " ".join(value["notes"]))

    def test_says_how_far_rounding_reaches(self):
        self.rounded(10)
        said = " ".join(self.done("report", self.folder).split())
        self.assertIn("counts rounded to multiples of 10: of 10 cases, the fewest of a period, that alone may move a figure by up to 100 points.", said)

    def test_alike_rows_give_the_same_report(self):
        self.rounded(10)
        path = self.folder / "cases.csv"
        rows = path.read_text()

        def said(text):
            path.write_text(text)
            value = self.report(self.folder)
            value.pop("input")
            return json.dumps(value)

        one, other = said(rows), said(rows + "2023-12-20,2023-12-21,A,value,broken\n")
        self.assertEqual(one, other)
        self.rounded(0)
        self.assertNotEqual(said(rows), said(rows + "2023-12-20,2023-12-21,A,value,broken\n"))

    def test_a_rounding_that_makes_no_sense(self):
        self.rounded(-5)
        self.assertIn("scrutiny.json, line 1, /disclosure/rounding: a whole number from 0 to 1000", self.refused("report", self.folder))

    def test_each_is_drawn(self):
        page = self.done("report", self.folder, "--format", "html")
        for words in ("by its share of the whole", "998 in 1,000 within", "days since the start"):
            self.assertIn(words, page)

    def test_each_can_be_left_out(self):
        for check in ("mix", "compare", "waits", "demand"):
            (figure,) = self.report(self.folder, "--without", check)["indicators"]
            self.assertNotIn(check, figure)

    def test_no_sentence_twice(self):
        said = self.done("report", self.folder).split("What the figures show")[1]
        sentences = [" ".join(s.split()) for s in said.split(". ") if len(s) > 60]
        self.assertEqual(len(set(sentences)), len(sentences))


class Score(Report):
    """A score of four councils, of which the third has another value than its weights give."""

    RECIPE = {"unit": "council", "scaling": "min-max", "published": "score", "units": {"resource": "scores"},
              "components": [{"component": "safe", "weight": 3}, {"component": "site", "weight": 1}]}

    def write(self, **changes):
        (self.folder / "scores.csv").write_text("council,safe,site,score\na,10,0,75\nb,0,100,25\nc,5,80,77.5\nd,8,20,65\n")
        (self.folder / "datapackage.json").write_text(json.dumps({"name": "scores", "resources": [{"name": "scores", "path": "scores.csv"}]}))
        (self.folder / "scrutiny.json").write_text(json.dumps(
            {"schema": "scrutiny.dossier/1", "indicators": [{"id": "score", "title": "Overall score", "area": "d",
                                                             "recipe": {**self.RECIPE, **changes}}]}))

    def test_it_is_looked_at(self):
        self.write()
        value = self.report(self.folder)
        (figure,) = value["indicators"]
        self.assertEqual([row["place"] for row in figure["composite"]["units"]], [1, 4, 3, 2])
        (found,) = [f for f in value["findings"] if f["id"] == "composite.published-value"]
        self.assertEqual((found["facts"]["differ"], found["facts"]["times"], found["subject"]), (1, 100, "score"))
        self.assertIn("“d” is number 2 of 4", self.done("report", self.folder))

    def test_it_is_drawn(self):
        self.write()
        page = self.done("report", self.folder, "--format", "html")
        self.assertIn("to what with other weights", page)
        self.assertIn("With other weights from", page)

    def test_where_its_scaling_is_not_recorded(self):
        self.write(scaling=None)
        ids = {f["id"] for f in self.report(self.folder)["findings"]}
        self.assertIn("composite.scaling", ids)
        self.assertNotIn("composite.published-value", ids)

    def test_it_can_be_left_out(self):
        self.write()
        (figure,) = self.report(self.folder, "--without", "composite")["indicators"]
        self.assertNotIn("composite", figure)


if __name__ == "__main__":
    del sys.argv[1:]
    tap.main()
