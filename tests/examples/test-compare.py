#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""scrutiny compare: what it writes, in which form, and what it refuses.

usage: test-compare.py PROGRAM SOURCE-ROOT
"""

import csv
import io
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import USAGE, Case, faults, jsonschema, no_duplicates, run


class Compare(Case):
    WORDS = ("--area", "ward", "--numerator", "late", "--denominator", "cases", "--where", "year=2019")
    ROWS = "ward,year,late,cases\n" + "".join(
        f"{ward},{year},{late},100\n" for year in (2018, 2019)
        for ward, late in (("Ash", 50), ("Beech", 52), ("Elm", 47), ("Oak", 51), ("Yew", 49), ("Fir", 85), ("Lime", 50), ("Holm", 48)))

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "wards.csv"
        self.path.write_text(self.ROWS)

    def compare(self, *words):
        value = json.loads(self.done("compare", self.path, *self.WORDS, *words, "--format", "json"),
                           object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("compare", value), [])
        return value

    def test_areas(self):
        value = self.compare("--focus", "Fir")
        self.assertEqual((value["n_areas"], value["centre"], value["input"]["file"]), (8, 54, "wards.csv"))
        fir = next(area for area in value["areas"] if area["area"] == "Fir")
        self.assertEqual((fir["outside998"], fir["rank"], fir["rank_set"]), (1, 1, [1, 1]))
        self.assertLess(fir["upper998"], 85)

    def test_settings(self):
        said = self.compare("--dispersion", "additive", "--limits", "normal", "--trim", "none", "--scale", "1", "--level", "0.9",
                            "--draws", "1000", "--seed", "7", "--score", "arcsine")["method"]["parameters"]
        self.assertEqual((said["dispersion"], said["limits"], said["trim"], said["score"]), ("additive", "normal", "none", "arcsine"))
        self.assertEqual((said["scale"], said["level"], said["draws"], said["seed"]), (1, 0.9, 1000, 7))
        self.assertEqual(self.compare("--kind", "rate")["scale"], 100000)

    def test_published_ranks(self):
        head, *rows = self.ROWS.splitlines()
        self.path.write_text("\n".join([head + ",place,quarter", *(f"{row},{1 + i},{1 + i // 4}" for i, row in enumerate(rows))]) + "\n")
        value = self.compare("--rank", "place", "--quartile", "quarter")
        self.assertEqual([area["published_rank"] for area in value["areas"]], list(range(9, 17)))
        ids = [f["id"] for f in value["findings"]]
        self.assertEqual(ids[:2], ["compare.published-rank", "compare.published-order"])
        self.assertIn("compare.published-quartile", ids)

    def test_neighbours(self):
        beside = self.path.with_name("neighbours.csv")
        beside.write_text("area,neighbour\nFir,Ash\nFir,Beech\n")
        value = self.compare("--neighbours", beside, "--focus", "Fir")
        fir = next(area for area in value["areas"] if area["area"] == "Fir")
        self.assertEqual((fir["neighbours"], fir["neighbour_value"], fir["neighbour_outside998"]), (2, 51, 1))

    def test_forms(self):
        text = self.done("compare", self.path, *self.WORDS)
        self.assertRegex(text, "(?s)8 areas, all together 54.0%. Dispersion φ.*Above: Fir[.]")
        self.assertEqual(text.replace(", 2019", ""), self.done("compare", self.path, *self.WORDS[:6], "--period", "year", "--at", "2018")
                         .replace(", 2018", ""))
        rows = list(csv.DictReader(io.StringIO(self.done("compare", self.path, *self.WORDS, "--format", "csv"))))
        self.assertEqual([row["outside998"] for row in rows].count("1"), 1)
        drawn = self.done("compare", self.path, *self.WORDS, "--format", "svg")
        self.assertEqual((drawn.count('class="out"'), drawn.count('<circle class="pt"')), (1, 7))
        self.assertIn(">Fir</text>", drawn)
        self.assertNotIn(">Ash</text>", drawn)
        self.assertIn("<svg", self.done("compare", self.path, *self.WORDS, "--format", "html"))
        self.assertIn("| Fir |", self.done("compare", self.path, *self.WORDS, "--format", "md"))

    def test_what_is_withheld_is_said(self):
        self.path.write_text(self.ROWS.replace("Ash,2019,50,", "Ash,2019,*,"))
        self.assertIn("Ash: not published", self.done("compare", self.path, *self.WORDS))
        self.assertEqual(self.compare()["n_areas"], 7)

    def test_refusals(self):
        self.assertEqual(run("compare", self.path)[0], USAGE)
        self.assertEqual(run("compare", self.path, *self.WORDS, "--at", "2018")[0], USAGE)
        self.assertEqual(run("compare", self.path, *self.WORDS[:6], "--where", "2018")[0], USAGE)
        self.assertIn("“Ash” stands in row 1 already", self.refused("compare", self.path, *self.WORDS[:6]))
        self.assertIn("no row has “2017”", self.refused("compare", self.path, *self.WORDS[:6], "--where", "year=2017"))
        self.assertIn("there is no area “Birch”", self.refused("compare", self.path, *self.WORDS, "--focus", "Birch"))


if __name__ == "__main__":
    tap.main()
