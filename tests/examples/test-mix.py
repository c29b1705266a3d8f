#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command that takes a change apart.

usage: test-mix.py PROGRAM SOURCE-ROOT
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


class Mix(Case):
    WORDS = ("--segment", "stones", "--numerator", "success", "--denominator", "cases", "--period", "operation")
    ROWS = ("operation,stones,size,success,cases\nopen,small,s,81,87\nopen,large,l,192,263\n"
            "keyhole,small,s,234,270\nkeyhole,large,l,55,80\n")

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "stones.csv"
        self.path.write_text(self.ROWS)

    def mix(self, *words):
        value = json.loads(self.done("mix", self.path, *self.WORDS, *words, "--format", "json"),
                           object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("mix", value), [])
        return value

    def test_rate_and_mix(self):
        value = self.mix()
        self.assertAlmostEqual(value["rate"], -5.3671217385603764)
        self.assertAlmostEqual(value["mix"], 9.938550309988942)
        self.assertEqual((value["first"], value["last"], value["input"]["file"]), ("open", "keyhole", "stones.csv"))
        said = self.done("mix", self.path, *self.WORDS)
        self.assertIn("it fell, by 5.4 points together", said)
        self.assertRegex(said, r"-3\.3 +5\.0  small\n")

    def test_settings(self):
        value = self.mix("--before", "keyhole", "--after", "open", "--scale", "1", "--level", "0.9", "--draws", "500", "--seed", "7")
        self.assertAlmostEqual(value["rate"], 0.053671217385603764)
        said = value["method"]["parameters"]
        self.assertEqual((said["scale"], said["level"], said["draws"], said["seed"]), (1, 0.9, 500, 7))
        self.assertIsNone(self.mix("--counts", "sums")["agreement"])

    def test_a_mean(self):
        self.path.write_text("year,team,days,n,sd,se\n2022,short,10,100,4,0.4\n2022,long,40,100,12,1.2\n"
                             "2023,short,9,50,4,0.5656854\n2023,long,38,150,12,0.9797959\n")
        words = ("mix", self.path, "--segment", "team", "--period", "year", "--numerator", "days", "--denominator", "n",
                 "--unit", "days")
        said = self.done(*words, "--deviation", "sd")
        self.assertIn("within the parts (“team”) together it comes to -1.6, and as few cases as these leave it between -3.6 and 0.4.",
                      said)
        self.assertIn("rose from 25.0 days to 30.8 days", said)
        self.assertEqual(said, self.done(*words, "--standard-error", "se"))
        value = json.loads(self.done(*words, "--counts", "means", "--format", "json"))
        if jsonschema:
            self.assertEqual(faults("mix", value), [])
        self.assertAlmostEqual(value["rate"], -1.625)
        self.assertIsNone(value["agreement"])
        self.assertIn("only means have one", self.refused(*words, "--deviation", "sd", "--counts", "cases"))

    def test_several_columns(self):
        value = json.loads(self.done("mix", self.path, "--segment", "stones,size", *self.WORDS[2:], "--format", "json"))
        self.assertAlmostEqual(sum(factor["mix"] for factor in value["factors"]), value["mix"])
        rows = list(csv.DictReader(io.StringIO(self.done("mix", self.path, "--segment", "size", *self.WORDS))))
        self.assertEqual([row["segment"] for row in rows], ["size", "stones"])
        self.assertEqual([row["moved_apart"] for row in rows], ["0", "0"])

    def test_forms(self):
        rows = list(csv.DictReader(io.StringIO(self.done("mix", self.path, *self.WORDS, "--format", "csv"))))
        self.assertEqual([row["segment"] for row in rows], ["small", "large"])
        drawn = self.done("mix", self.path, *self.WORDS, "--format", "svg")
        self.assertEqual(drawn.count('<rect class="pt"'), 4)
        self.assertIn("all together", drawn)

    def test_what_is_withheld_is_said(self):
        self.path.write_text(self.ROWS.replace("55,80", "<5,80"))
        self.assertIn("Cannot tell: large, keyhole: “success” is not given", self.done("mix", self.path, *self.WORDS))
        self.assertIsNone(self.mix()["total"])

    def test_refusals(self):
        self.assertEqual(run("mix", self.path)[0], USAGE)
        self.assertIn("no row has “laser”", self.refused("mix", self.path, *self.WORDS, "--after", "laser"))
        self.assertEqual(run("mix", self.path, "--segment", "size", *self.WORDS, "--format", "json")[0], USAGE)


if __name__ == "__main__":
    tap.main()
