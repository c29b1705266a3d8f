#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command-line program: what it writes, in which form, and how it ends.

usage: test-scrutiny.py PROGRAM SOURCE-ROOT
"""

import csv
import gzip
import io
import json
import pathlib
import re
import shlex
import statistics
import sys
import tempfile
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import DONE, SOURCE, USAGE, Case, faults, jsonschema, no_duplicates, run

DATA = SOURCE / "examples/data/road-safety"
ONE = ("--indicator", "drivers")
COMMANDS = {"report": (), "chart": ONE, "shifts": ONE, "slope": ONE, "trend": ONE, "season": ONE, "notice": ONE, "drift": ONE,
            "colours": ONE, "quality": (), "because": (), "link": (*ONE, "--outcome", "rear-passengers"), "step": (*ONE, "--at", "1983-02", "--stated", "1981-07-28")}

ANALYSES = ("trend", "chart", "shifts", "slope")


def panel_file(folder, extra=""):
    """Three series of months: 30, 5 and 12 long."""
    rows = [f"{area},{what},{2020 + i // 12}-{i % 12 + 1:02},{50 + i * i % 7},{i * i % 7},10"
            for area, what, n in (("A", "x", 30), ("B", "x", 5), ("B", "y", 12)) for i in range(n)]
    path = pathlib.Path(folder) / "panel.csv"
    path.write_text("area,what,month,value,met,closed\n" + "\n".join(rows) + "\n" + extra)
    return path


class Json(Case):
    def test_follows_its_schema(self):
        if not jsonschema:
            self.skipTest("python3-jsonschema is not installed")
        for command, words in COMMANDS.items():
            with self.subTest(command):
                value = json.loads(self.done(command, DATA, *words, "--format", "json"),
                                   object_pairs_hook=no_duplicates)
                self.assertEqual(value["schema"], f"scrutiny.{command}/1")
                self.assertEqual(faults(command, value), [])

    def test_of_a_table_follows_its_schema(self):
        if not jsonschema:
            self.skipTest("python3-jsonschema is not installed")
        value = json.loads(self.done("report", DATA / "monthly.csv", "--format", "json"))
        self.assertEqual(faults("report", value), [])
        self.assertGreater(len(value["indicators"]), 3)

    def test_of_a_batch_follows_its_schema(self):
        if not jsonschema:
            self.skipTest("python3-jsonschema is not installed")
        with tempfile.TemporaryDirectory() as folder:
            for analysis in ANALYSES:
                value = json.loads(self.done("batch", panel_file(folder), "--key", "area,what", "--period", "month",
                                             "--analysis", analysis, "--format", "json"), object_pairs_hook=no_duplicates)
                self.assertEqual(faults("batch", value), [])
                self.assertEqual(value["analysis"], analysis)
                self.assertEqual(value["columns"]["area"], ["A", "B", "B"])
                self.assertEqual(value["columns"]["status"], ["done", "cannot-tell", "done"])
                self.assertEqual((value["n"], value["counts"]["done"], value["counts"]["cannot_tell"]), (3, 2, 1))

    def test_of_colours_of_many_series_follows_its_schema(self):
        if not jsonschema:
            self.skipTest("python3-jsonschema is not installed")
        with tempfile.TemporaryDirectory() as folder:
            value = json.loads(self.done("colours", panel_file(folder), "--key", "area,what", "--period", "month", "--bands",
                                         "A >= 53, B", "--least", "6", "--format", "json"), object_pairs_hook=no_duplicates)
            self.assertEqual(faults("colour-panel", value), [])
            self.assertEqual((value["n_series"], value["n_left_out"]), (2, 1))
            self.assertEqual([row["status"] for row in value["series"]], ["done", "refused", "done"])

    def test_of_figures_that_say_the_same_follows_its_schema(self):
        if not jsonschema:
            self.skipTest("python3-jsonschema is not installed")
        with tempfile.TemporaryDirectory() as folder:
            value = json.loads(self.done("notice", panel_file(folder), "--key", "area,what", "--period", "month",
                                         "--format", "json"), object_pairs_hook=no_duplicates)
            self.assertEqual(faults("overlap", value), [])
            self.assertEqual((value["n_figures"], value["n_periods"]), (3, 4))

    def test_the_validator_sees_a_key_that_no_schema_lists(self):
        if not jsonschema:
            self.skipTest("python3-jsonschema is not installed")
        value = json.loads(self.done("chart", DATA, *ONE, "--format", "json"))
        value["points"][3]["colour"] = "red"
        self.assertEqual(len(faults("chart", value)), 1)
        del value["points"][3]["colour"], value["signals"]
        self.assertEqual(len(faults("chart", value)), 1)

    def test_names_the_file_and_never_its_folder(self):
        for command, words in COMMANDS.items():
            said = self.done(command, DATA, *words, "--format", "json")
            self.assertEqual(json.loads(said)["input"]["file"], "road-safety")
            self.assertNotIn(str(SOURCE), said)

    def test_known_figures(self):
        value = json.loads(self.done("chart", DATA, *ONE, "--format", "json"))
        drivers = [float(row["drivers"]) for row in csv.DictReader(open(DATA / "monthly.csv"))]
        self.assertEqual((value["kind"], value["n"]), ("xmr", 192))
        self.assertAlmostEqual(value["phases"][0]["centre"], sum(drivers) / 192, places=9)
        self.assertEqual([point["value"] for point in value["points"]], drivers)

    def test_what_happened_to_drivers(self):
        value = json.loads(self.done("trend", DATA, *ONE, "--format", "json"))
        self.assertEqual((value["direction"], value["since"]), ("down", "1983-01"))
        said = {finding["id"]: finding["statement"] for finding in reversed(value["findings"])}
        self.assertEqual(said["trend.shift"],
                         "In January 1983 the figure fell from around 1,644 to around 1,331, by 251 to 376. "
                         "The change dates from between December 1982 and April 1983.")
        self.assertIn("up to about ±329; 3 of 192 months stand out beyond it", said["trend.movement"])
        self.assertAlmostEqual(value["season"]["strength"], 0.8494, places=3)

    def test_a_season_longer_than_the_series(self):
        self.assertEqual(self.done("season", DATA, *ONE, "--season", "500"),
                         "Car drivers killed or seriously injured\n\n"
                         "Cannot tell: 192 months: a season of 500 months needs 1500 months\n")
        self.assertEqual(self.done("season", DATA, *ONE, "--format", "csv").count("\n"), 193)

    def test_the_season_on_a_terminal(self):
        said = self.done("season", DATA, *ONE)
        self.assertEqual(said, self.done("season", DATA, *ONE, "--format", "text"))
        self.assertIn("What comes round every 12 periods is clear: 85% of the movement around the trend; it is "
                      "taken off", said)
        self.assertIn("adds most in December 1984, 339, and least in April 1984, -217.", said)
        self.assertRegex(said, r"\n  December 1984 +1763 +\d+ +\d+ +-?\d+\n")
        self.assertEqual(len(said.splitlines()), 20)
        marked = self.done("season", DATA, *ONE, "--format", "md")
        self.assertIn("| December 1984 | 1763 | ", marked)
        self.assertIn("is faint: ", self.done("season", DATA, "--indicator", "kilometres", "--season", "5"))

    def test_an_id_with_quotes_is_still_json(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "scrutiny.json"
            path.write_text(json.dumps({"schema": "scrutiny.dossier/1",
                                        "indicators": [{"id": 'a"b\\', "title": "A"}]}))
            code, said, _ = run("because", path, "--format", "json")
            if code == DONE:
                self.assertEqual(json.loads(said)["claims"][0]["indicator"], 'a"b\\')


class Hints(Case):
    CHAIN = {"schema": "scrutiny.dossier/1", "indicators": [{"id": "repairs", "title": "Housing repairs completed within target",
             "chain": {"claim": "a", "statements": [
                 {"id": "a", "kind": "status", "text": "Housing repairs are on target"},
                 {"id": "b", "kind": "output", "text": "repairs are finished on time"}],
                 "reasons": [{"from": "a", "because": "b"}]}}]}

    def test_asks_what_may_say_the_same_and_writes_it_apart(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "scrutiny.json"
            path.write_text(json.dumps(self.CHAIN))
            text = self.done("because", path)
            said = json.loads(self.done("because", path, "--format", "json"))["claims"][0]
        self.assertEqual(said["hints"]["schema"], "scrutiny.hints/1")
        if said["hints"]["cannot_tell"]:
            self.assertIn("without libstemmer", text)
            return
        self.assertEqual([one["id"] for one in said["hints"]["findings"]], ["because.hint-repeats"])
        self.assertFalse([one for one in said["findings"] if one["id"].startswith("because.hint")])
        self.assertIn("  May say the same, going by the words alone:\n    “repairs are finished on time” has words", text)
        self.assertIn("    Ask: Do these two say the same? A person decides.\n", text)


class Quality(Case):
    def test_names_the_row_that_its_counts_do_not_give(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "hospitals.csv.gz"
            path.write_bytes(gzip.compress(b"Operations\n,,\nat,pct,survived,done\nRHS,96.4,733,760\nGOS,96.3,733,760\n"))
            words = (path, "--value", "pct", "--numerator", "survived", "--denominator", "done")
            self.assertIn("furthest off is row 5: 733 of 760 is 96.447, not 96.3.\n  Ask: ", self.done("quality", *words))
            said = json.loads(self.done("quality", *words, "--format", "json"))
            self.assertEqual(faults("quality", said), [])
            self.assertEqual([fact["rows"] for fact in said["facts"] if fact["id"] == "reproduced"], [[1]])
            self.assertIn("there is none", self.refused("quality", path, "--value", "rate"))

    def test_holds_entries_against_the_codes_of_a_package(self):
        with tempfile.TemporaryDirectory() as folder:
            path, package = pathlib.Path(folder) / "cases.csv", pathlib.Path(folder) / "datapackage.json"
            path.write_text("id,outcome\n1,helped\n2,moved\n3,\n")
            field = {"name": "outcome", "constraints": {"enum": ["helped", "closed"]}}
            package.write_text(json.dumps({"resources": [{"path": "cases.csv", "schema": {"fields": [field]}}]}))
            said = self.done("quality", path, "--package", package)
            self.assertIn("1 of 2 entries of “outcome” is none of the 2 that are listed for it: row 3.", said)
            value = json.loads(self.done("quality", path, "--package", package, "--format", "json"))
            self.assertEqual(faults("quality", value), [])
            self.assertEqual(value["method"]["parameters"]["codes"], ["outcome"])
            package.write_text(json.dumps({"resources": []}))
            self.assertIn("there is no such table", self.refused("quality", path, "--package", package))


class Batch(Case):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def test_is_the_same_on_any_number_of_threads(self):
        path = panel_file(self.folder.name)
        said = {self.done("batch", path, "--key", "area,what", "--period", "month", "--threads", n) for n in (1, 2, 8)}
        self.assertEqual(len(said), 1)
        rows = list(csv.DictReader(io.StringIO(said.pop())))
        self.assertEqual([row["what"] for row in rows], ["x", "x", "y"])
        self.assertEqual([row["n_values"] for row in rows], ["30", "5", "12"])

    def test_of_ratios(self):
        said = self.done("batch", panel_file(self.folder.name), "--key", "area,what", "--period", "month",
                         "--numerator", "met", "--denominator", "closed")
        self.assertEqual(len(list(csv.DictReader(io.StringIO(said)))), 3)

    def test_names_both_rows(self):
        path = panel_file(self.folder.name, "A,x,2024-01,1,1,1\n")
        self.assertIn("panel.csv: Rows 1 and 48 below the header: both are “A, x”",
                      self.refused("batch", path, "--key", "area,what", "--period", "month"))

    def of(self, rows, *words):
        path = pathlib.Path(self.folder.name) / "rows.csv"
        path.write_text("area,month,value\n" + "".join(f"{row}\n" for row in rows) if rows is not None else "")
        return "batch", path, "--key", "area", "--period", "month", *words

    def test_every_analysis_in_every_form(self):
        for analysis in ANALYSES:
            for form in ("text", "md", "html"):
                said = self.done("batch", panel_file(self.folder.name), "--key", "area,what", "--period", "month",
                                 "--analysis", analysis, "--format", form)
                self.assertIn("Of 3 series, ", said)
                self.assertIn("1 × 5 months", said)
            rows = list(csv.DictReader(io.StringIO(self.done(
                "batch", panel_file(self.folder.name), "--key", "area,what", "--period", "month", "--analysis", analysis))))
            self.assertEqual([row["status"] for row in rows], ["done", "cannot-tell", "done"])

    def test_says_what_chance_alone_would_give(self):
        steps = [f"A{a},{2020 + i // 12}-{i % 12 + 1:02},{50 + i * (7 + a) % 11 + (2 * i if a == 3 else 0)}"
                 for a in range(40) for i in range(30)]
        said = self.done(*self.of(steps, "--analysis", "slope", "--format", "text"))
        self.assertRegex(said, r"Of 40 series, \d+ stands? out; chance alone would give about 2\.")
        self.assertRegex(said, r"\d+ stands? out even when it is allowed for that so many were looked at\.")
        self.assertRegex(said, r"\n  A3 +up +[0-9.]+ \([0-9.]+ to [0-9.]+\)")
        self.assertRegex(self.done(*self.of(steps, "--analysis", "chart", "--format", "text")),
                         r"chance alone would give about \d+\.")
        self.assertIn("how many chance alone would give is not known", self.done(*self.of(steps, "--format", "text")))

    def test_settings_reach_the_analysis(self):
        path = panel_file(self.folder.name)
        words = "batch", path, "--key", "area,what", "--period", "month", "--analysis"
        kinds = [row["kind"] for row in csv.DictReader(io.StringIO(self.done(*words, "chart", "--kind", "run")))]
        self.assertEqual(kinds, ["run"] * 3)
        refused = csv.DictReader(io.StringIO(self.done(*words, "chart", "--rules", "nothing")))
        self.assertEqual({row["status"] for row in refused}, {"refused"})
        self.assertNotEqual(self.done(*words, "chart", "--rules", "nelson,mdc-2023"), self.done(*words, "chart"))
        self.assertNotEqual(self.done(*words, "slope", "--level", "0.5"), self.done(*words, "slope"))
        self.assertNotEqual(self.done(*words, "shifts", "--sensitivity", "high"), "")

    def test_words_that_mean_nothing_are_refused(self):
        for words, complaint in ((("--analysis", "slope", "--kind", "p"), "--kind means nothing with --analysis slope"),
                                 (("--rules", "nelson"), "--rules means nothing with --analysis trend"),
                                 (("--analysis", "chart", "--season", "12"), "--season means nothing"),
                                 (("--analysis", "guess"), "--analysis is trend, chart, shifts or slope")):
            code, _, said = run(*self.of(["A,2024-01,1"], *words))
            self.assertEqual(code, USAGE)
            self.assertIn(complaint, said)

    def test_rows_out_of_order_are_named(self):
        for rows, complaint in (
                (["A,2024-01,1", "B,2024-01,1", "A,2024-02,1"], "Rows 1 and 3 below the header: both are “A”"),
                (["A,2024-02,1", "A,2024-01,1"], "Rows 1 and 2 below the header, column “month”: 2024-01 comes after"),
                (["A,2024-01,1", "A,2024-01,1"], "Rows 1 and 2 below the header, column “month”: both are 2024-01"),
                (["A,2024-01,inf"], "Row 1 below the header, column “value”: “inf” is no number"),
                (["A,2024-01,1e400"], "Row 1 below the header, column “value”: “1e400” is no number")):
            for analysis in ANALYSES:
                said = self.refused(*self.of(rows, "--analysis", analysis))
                self.assertIn(f"rows.csv: {complaint}", said)

    def test_files_that_say_little(self):
        for analysis in ANALYSES:
            words = "--analysis", analysis, "--format", "text"
            self.assertIn("There is no series.", self.done(*self.of([], *words)))
            for rows in (["A,2024-01,", "A,2024-02,"], ["A,2024-01,3"]):
                said = self.done(*self.of(rows, *words))
                self.assertIn("Of 1 series, none could be told anything of.", said)
                self.assertIn("1 × ", said)
        said = self.refused(*self.of(None))
        self.assertEqual(said.count("rows.csv"), 1)

    def test_a_season_longer_than_the_series(self):
        rows = [f"A,{2020 + i // 12}-{i % 12 + 1:02},{50 + i * i % 7}" for i in range(30)]
        for analysis in ("trend", "shifts", "slope"):
            said = list(csv.DictReader(io.StringIO(self.done(*self.of(rows, "--analysis", analysis, "--season", "500")))))
            self.assertIn(said[0]["status"], ("done", "cannot-tell"))

    def test_needs_a_key(self):
        code, _, complaint = run("batch", panel_file(self.folder.name))
        self.assertEqual(code, USAGE)
        self.assertIn("--key", complaint)


class Subgroups(Case):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        days = [[10 + (3 * i + k * k) % 7 for k in range(3 + i % 2)] for i in range(12)]
        months = [f"2023-{i + 1:02}" for i in range(12)]
        self.long = self.write("long.csv", ["month,days"] + [
            f"{month},{day}" for month, group in reversed(list(zip(months, days))) for day in group])
        self.summary = self.write("summary.csv", ["month,mean,sd,n"] + [
            f"{month},{statistics.mean(group)!r},{statistics.stdev(group)!r},{len(group)}"
            for month, group in zip(months, days)])

    def write(self, name, lines):
        path = pathlib.Path(self.folder.name) / name
        path.write_text("\n".join(lines) + "\n")
        return path

    def test_rows_and_their_summary_give_the_same_chart(self):
        for kind in ("xbar", "s"):
            long, summed = (json.loads(self.done("chart", path, "--kind", kind, "--period", "month", *words,
                                                 "--format", "json")) for path, words in (
                (self.long, ("--value", "days")),
                (self.summary, ("--mean", "mean", "--deviation", "sd", "--size", "n"))))
            self.assertEqual((long["kind"], long["n"], long["input"]["file"]), (kind, 12, "long.csv"))
            self.assertAlmostEqual(long["phases"][0]["centre"], summed["phases"][0]["centre"], places=12)
            for one, other in zip(long["points"], summed["points"]):
                self.assertEqual(one["period"], other["period"])
                self.assertAlmostEqual(one["upper"], other["upper"], places=12)
            if jsonschema:
                self.assertEqual(faults("chart", long), [])

    def test_draws_and_tables(self):
        words = ("chart", self.long, "--kind", "xbar", "--period", "month", "--value", "days")
        self.assertTrue(self.done(*words).startswith("days\nChart: xbar."))
        self.assertEqual(len(self.done(*words, "--format", "csv").splitlines()), 13)
        self.assertIn("<svg", self.done(*words, "--format", "svg"))

    def test_names_row_and_column(self):
        path = self.write("wrong.csv", ["month,days", "2023-04,3", "2023-04,about 4"])
        self.assertIn("wrong.csv: Row 2 below the header, column “days”: “about 4” is no number",
                      self.refused("chart", path, "--kind", "s", "--period", "month", "--value", "days"))
        self.assertIn("there are “month”, “days”", self.refused("chart", path, "--kind", "s", "--period", "month"))

    def test_what_does_not_go_together(self):
        for words in (("--mean", "mean"), ("--mean", "mean", "--deviation", "sd"),
                      ("--kind", "s", "--numerator", "n"), ("--kind", "xbar", "--indicator", "x"),
                      ("--kind", "xbar", "--suggest", "run-of-n"),
                      ("--mean", "mean", "--deviation", "sd", "--size", "n", "--value", "mean")):
            with self.subTest(words):
                code, _, complaint = run("chart", self.summary, *words)
                self.assertEqual((code, complaint.count("\n")), (USAGE, 1), complaint)


class Suggestion(Case):
    def test_says_the_words_that_apply_it_and_applies_nothing(self):
        plain = json.loads(self.done("chart", DATA, *ONE, "--format", "json"))
        said = json.loads(self.done("chart", DATA, *ONE, "--suggest", "stable-shift", "--format", "json"))
        if jsonschema:
            self.assertEqual(faults("chart", said), [])
        found = said.pop("suggestion")
        self.assertEqual(said, plain)
        self.assertEqual((found["by"], found["phases"]), ("stable-shift", ["1972-06", "1975-01"]))
        self.assertEqual([step["period"] for step in found["steps"] if step["step"] == "new-lines"], found["phases"])
        self.assertEqual(found["apply"],
                         "scrutiny chart road-safety --indicator drivers --format json --phase 1972-06 --phase 1975-01")
        self.assertNotIn(str(SOURCE), json.dumps(found))

    def test_the_words_do_what_they_say(self):
        said = self.done("chart", DATA, *ONE, "--exclude", "1969-03", "--suggest=stable-shift")
        words = shlex.split(re.search(r"To draw them: scrutiny (.+)", said)[1]) + ["--format", "json"]
        applied = json.loads(self.done(*words))
        self.assertEqual([phase["first"] for phase in applied["phases"]], ["1969-01", "1972-06", "1975-01"])
        self.assertEqual([point["i"] for point in applied["points"] if point["excluded"]], [2])

    def test_forms(self):
        words = ("chart", DATA, *ONE, "--suggest", "run-of-n", "--format")
        rows = list(csv.DictReader(io.StringIO(self.done(*words, "csv"))))
        self.assertEqual(list(rows[0]), ["period", "step", "reason"])
        marked = self.done(*words, "md")
        self.assertIn("| 1969-09 | 8 months from September 1969 on", marked)
        self.assertIn("    scrutiny chart road-safety", marked)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a b's.csv"
            path.write_text("month,a|b\n" + "".join(f"2020-{i:02},{i % 3}\n" for i in range(1, 13)))
            said = self.done("chart", path, "--value", "a|b", "--suggest", "run-of-n", "--format", "md")
            self.assertTrue(said.startswith("# a\\|b\n"), said)
            found = json.loads(self.done("chart", path, "--suggest", "stable-shift", "--format", "json"))["suggestion"]
            self.assertEqual((found["phases"], found["apply"]), ([], None))
        self.assertIn("there are stable-shift, run-of-n", self.refused(*words[:-2], "magic"))


class Slope(Case):
    def slope(self, *words):
        value = json.loads(self.done("slope", DATA, *ONE, *words, "--format", "json"))
        if jsonschema:
            self.assertEqual(faults("slope", value), [], words)
        return value

    def test_every_test_has_the_same_keys(self):
        usual = self.slope()
        tests = ("mann-kendall", "seasonal-mann-kendall", "correlated-seasonal", "hamed-rao", "yue-wang", "pre-whitened",
                 "trend-free-pre-whitened", "pettitt")
        for test in tests:
            value = self.slope("--test", test)
            self.assertEqual((value["test"], list(value)), (test, list(usual)))
        self.assertEqual((usual["test"], self.slope("--test", "auto")), ("seasonal-mann-kendall", usual))
        for test in tests + ("regional", "partial"):
            self.assertIn(test, self.done("slope", "--help"))

    def test_states_which_hamed_rao(self):
        self.assertIn("with its sign", self.slope("--test", "hamed-rao")["method"]["parameters"]["definition"])

    def test_a_covariate_is_a_figure_or_a_column(self):
        value = self.slope("--partial", "kilometres")
        self.assertEqual((value["test"], value["n"]), ("partial", 192))
        said = json.loads(self.done("slope", DATA / "monthly.csv", "--value", "drivers", "--partial", "kilometres",
                                    "--format", "json"))
        self.assertEqual((said["s"], said["p"]), (value["s"], value["p"]))

    def test_several_places(self):
        with tempfile.TemporaryDirectory() as folder:
            path = panel_file(folder)
            said = json.loads(self.done("slope", path, "--key", "area,what", "--period", "month", "--format", "json"))
            self.assertEqual((said["test"], said["places"], said["n"]), ("regional", 3, 47))
            self.assertEqual(said["input"]["file"], "panel.csv")
            if jsonschema:
                self.assertEqual(faults("slope", said), [])
            self.assertIn("the 3 series taken together" if said["direction"] != "none" else "no steady movement",
                          self.done("slope", path, "--key", "area,what", "--period", "month"))
            self.assertIn("there is no column “place”", self.refused("slope", path, "--key", "place", "--period", "month"))

    def test_what_does_not_go_together(self):
        for words in (("--test", "regional"), ("--test", "partial"), ("--key", "a", "--partial", "b"), ("--key", "a")):
            code, _, complaint = run("slope", DATA, *ONE, *words)
            self.assertEqual((code, complaint.count("\n")), (USAGE, 1), complaint)
        for words, needed in ((("--test", "kendall"), "there are auto, mann-kendall"),
                              (("--test", "hamed-rao", "--season", "12"), "leave the season out"),
                              (("--test", "seasonal-mann-kendall", "--season", "none"), "needs a season"),
                              (("--test", "pettitt", "--partial", "kilometres"), "takes no covariate"),
                              (("--partial", "speed"), "no column “speed”")):
            self.assertIn(needed, self.refused("slope", DATA if words[0] != "--partial" else DATA / "monthly.csv",
                                               *(ONE if words[0] != "--partial" else ("--value", "drivers")), *words))


class Pileup(Case):
    """Made up: a smooth curve of days, twice as many at 43 to 45 and half at 46 to 48."""

    @staticmethod
    def file(folder, header="days,cases", factor=1):
        rows = [(day, round(factor * (2 if 43 <= day <= 45 else 0.5 if 46 <= day <= 48 else 1)
                            * 100 * 2 ** -(((day - 40) / 15) ** 2))) for day in range(90)]
        path = pathlib.Path(folder) / "days.csv"
        path.write_text(header + "\n" + "".join(f"{day},{n}\n" for day, n in rows))
        return path

    def test_every_form(self):
        with tempfile.TemporaryDirectory() as folder:
            words = ("pileup", self.file(folder), "--value", "days", "--count", "cases", "--threshold", "45")
            value = json.loads(self.done(*words, "--format", "json"), object_pairs_hook=no_duplicates)
            if jsonschema:
                self.assertEqual(faults("pileup", value), [])
            self.assertEqual((value["verdict"], value["window"], value["input"]["file"]),
                             ("excess", [43, 45], "days.csv"))
            self.assertAlmostEqual(value["excess"], value["observed"] - value["expected"])
            self.assertEqual(value["p"], max(value["p_fit"], value["p_others"]))
            self.assertGreater(value["deficit_after"], 0)
            rows = list(csv.DictReader(io.StringIO(self.done(*words, "--format", "csv"))))
            self.assertEqual(len(rows), len(value["bins"]))
            self.assertEqual([row["in_window"] for row in rows].count("1"), 3)
            self.assertTrue(all(row["count"] is None or row["count"] >= 5 for row in value["bins"]))
            self.assertTrue(ET.fromstring(self.done(*words, "--format", "svg")).tag.endswith("svg"))
            said = self.done(*words)
            self.assertIn(f"{value['observed']:.0f} cases are recorded at 43 to 45 days", said)
            self.assertLess(said.index("work to the date"), said.index("recorded to fit"))
            self.assertIn("5 of 100", said)

    def test_what_it_was_asked(self):
        with tempfile.TemporaryDirectory() as folder:
            words = ("pileup", self.file(folder), "--value", "days", "--count", "cases", "--threshold", "45",
                     "--unit", "working-days", "--window", "1,0", "--half-width", "20", "--disclosure", "0")
            value = json.loads(self.done(*words, "--format", "json"))
            self.assertEqual({key: value["method"]["parameters"][key] for key in ("unit", "window", "half_width")},
                             {"unit": "working-days", "window": "1,0", "half_width": 20})
            self.assertEqual(len(value["bins"]), 41)

    def test_nothing_and_too_little(self):
        with tempfile.TemporaryDirectory() as folder:
            words = ("pileup", self.file(folder), "--value", "days", "--count", "cases")
            self.assertIn("no pile-up", self.done(*words, "--threshold", "30"))
            words = ("pileup", self.file(folder, factor=0.01), *words[2:])
            self.assertIn("Cannot tell: ", self.done(*words, "--threshold", "45"))

    def test_heaping(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "took.csv"
            path.write_text("took\n" + "".join(f"{day}\n" * (round(300 * 2 ** -(day / 17)) + (0 if day % 5 else 20))
                                               for day in range(80)))
            words = ("pileup", path, "--value", "took", "--heaping", "--unit", "points")
            value = json.loads(self.done(*words, "--format", "json"), object_pairs_hook=no_duplicates)
            if jsonschema:
                self.assertEqual(faults("heaping", value), [])
            self.assertEqual(value["verdict"], "heaped")
            self.assertIn("lengths end in 0 or 5, where a smooth spread gives", self.done(*words))
            self.assertEqual(len(self.done(*words, "--format", "csv").splitlines()), 11)
            beside = json.loads(self.done(*words, "--threshold", "28", "--format", "json"))
            self.assertLess(beside["n"], value["n"])
            self.assertEqual(run(*words, "--format", "svg")[0], USAGE)
            self.assertEqual(run(*words, "--count", "n")[0], USAGE)

    def test_units_just_beyond(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "wards.csv"
            sizes = [40 + 7 * (i % 9) for i in range(60)]
            path.write_text("ward,met,closed\n" + "".join(
                f"{i},{-(-9 * n // 10) if i % 3 == 0 else round(n * (0.8 + i / 600))},{n}\n" for i, n in enumerate(sizes)))
            words = ("pileup", path, "--units", "--numerator", "met", "--denominator", "closed", "--threshold", "90")
            value = json.loads(self.done(*words, "--format", "json"), object_pairs_hook=no_duplicates)
            if jsonschema:
                self.assertEqual(faults("just-made", value), [])
            self.assertEqual((value["verdict"], value["n_units"], value["width"]), ("excess", 60, 2))
            self.assertIn("of 60 are from 90% to just under 92%", self.done(*words))
            self.assertEqual(json.loads(self.done(*words, "--width", "5", "--format", "json"))["width"], 5)
            self.assertEqual(run(*words, "--format", "csv")[0], USAGE)
            self.assertIn("wards.csv: Column “numerator”", self.refused("pileup", path, "--units", "--threshold", "90"))

    def test_ends_of_months(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cases.csv"
            rows = [(year, month, day) for year in range(2021, 2025) for month in range(1, 13) for day in range(1, 29)]
            path.write_text("opened,closed\n" + "".join(
                f"{y}-{m:02}-{d:02},{y}-{m:02}-{28 if d % 5 == 0 else d:02}\n" for y, m, d in rows))
            words = ("pileup", path, "--period-end", "--to", "closed", "--last-days", "3")
            value = json.loads(self.done(*words, "--format", "json"), object_pairs_hook=no_duplicates)
            if jsonschema:
                self.assertEqual(faults("period-end", value), [])
            self.assertEqual((value["n_months"], value["opened"]), (46, None))
            self.assertEqual(value["method"]["parameters"]["last_days"], 3)
            both = self.done(*words, "--from", "opened")
            self.assertIn("closed on the last 3 working days of 46 months", both)
            self.assertEqual(run(*words, "--format", "csv")[0], USAGE)

    def test_a_packed_file(self):
        with tempfile.TemporaryDirectory() as folder:
            plain = self.file(folder)
            packed = pathlib.Path(folder) / "days.csv.gz"
            packed.write_bytes(gzip.compress(plain.read_bytes()))
            words = ("--value", "days", "--count", "cases", "--threshold", "45", "--format", "csv")
            self.assertEqual(self.done("pileup", packed, *words), self.done("pileup", plain, *words))

    def test_dates_of_two_columns(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "dates.csv"
            path.write_text("opened,closed\n" + "".join(
                f"03/01/2024 09:00:00 AM,03/{day + 1:02}/2024 08:59:00 AM\n" for day in range(1, 31) for _ in range(day)))
            value = json.loads(self.done("pileup", path, "--from", "opened", "--to", "closed", "--threshold", "14",
                                         "--format", "json"))
            self.assertEqual([(row["first"], row["count"]) for row in value["bins"] if row["in_window"]],
                             [(12, 12), (13, 13), (14, 14)])

    def test_refusals(self):
        with tempfile.TemporaryDirectory() as folder:
            path = self.file(folder)
            for words in (("--value", "days"), ("--threshold", "45"), ("--value", "days", "--threshold", "x"),
                          ("--from", "days", "--threshold", "45"), ("--value", "a", "--from", "a", "--to", "b", "--threshold", "4"),
                          ("--value", "days", "--threshold", "45", "--half-width", "-1"),
                          ("--units", "--threshold", "x"), ("--units", "--threshold", "90", "--value", "days"),
                          ("--period-end",), ("--period-end", "--to", "days", "--threshold", "4"),
                          ("--units", "--period-end", "--threshold", "90")):
                code, _, complaint = run("pileup", path, *words)
                self.assertEqual((code, complaint.count("\n")), (USAGE, 1), complaint)
            for words, needed in ((("--value", "weeks"), "days.csv: Column “weeks”: there is none; there are “days”, “cases”"),
                                  (("--value", "days", "--unit", "weeks"), "there are days, working-days"),
                                  (("--from", "days", "--to", "cases"), "it holds numbers; texts are needed")):
                self.assertIn(needed, self.refused("pileup", path, "--threshold", "45", *words))


class Forms(Case):
    def test_the_sheet_on_a_terminal(self):
        said = self.done("report", DATA)
        self.assertEqual(said, self.done("report", DATA, "--format", "text"))
        self.assertIn("And that’s good for the public because…?", said)

    def test_markdown(self):
        self.assertTrue(self.done("report", DATA, "--format", "md").startswith("# "))

    def test_html_stands_alone(self):
        said = self.done("report", DATA, "--format", "html")
        self.assertTrue(said.lower().startswith("<!doctype html>"))
        self.assertIn("<svg", said)
        for outside in ("<script", "<link", "src=", "@import"):
            self.assertNotIn(outside, said)

    def test_csv(self):
        for command in ("report", "chart", "trend", "season", "colours"):
            rows = list(csv.reader(io.StringIO(self.done(command, DATA, *COMMANDS[command], "--format", "csv"))))
            self.assertGreater(len(rows), 1, command)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, command)

    def test_svg_says_what_it_shows(self):
        drawing = ET.fromstring(self.done("chart", DATA, *ONE, "--format", "svg"))
        for name in ("title", "desc"):
            self.assertTrue(drawing.find("{http://www.w3.org/2000/svg}" + name).text)

    def test_a_file_instead_of_the_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            for command, name in (("report", "sheet.html"), ("report", "sheet.md"), ("chart", "chart.svg")):
                path = pathlib.Path(folder) / name
                form = path.suffix[1:]
                words = (command, DATA, *COMMANDS[command], "--format", form)
                self.assertEqual(self.done(*words, "-o", path), "")
                self.assertEqual(path.read_text(), self.done(*words))

    def test_the_form_of_a_report_is_in_its_name(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "sheet.json"
            self.done("report", DATA, "-o", path)
            self.assertEqual(json.loads(path.read_text())["schema"], "scrutiny.report/1")


class Options(Case):
    def chart(self, *words):
        return json.loads(self.done("chart", DATA, *ONE, *words, "--format", "json"))

    def test_a_baseline_gives_the_limits(self):
        drivers = [float(row["drivers"]) for row in csv.DictReader(open(DATA / "monthly.csv"))]
        value = self.chart("--baseline", "1969-01..1970-12")
        self.assertAlmostEqual(value["phases"][0]["centre"], sum(drivers[:24]) / 24, places=9)
        self.assertEqual(value["method"]["parameters"]["baseline"], "1969-01..1970-12")

    def test_a_phase_and_an_exclusion(self):
        value = self.chart("--phase", "1983-02", "--exclude", "1969-03,1969-04")
        self.assertEqual([phase["first"] for phase in value["phases"]], ["1969-01", "1983-02"])
        value = self.chart("--phase", "1983-02", "--baseline", "1969-01..1970-12,1983-02..1984-01")
        self.assertEqual([phase["n_used"] for phase in value["phases"]], [24, 12])
        value = self.chart("--phase", "1983-02", "--exclude", "1969-03,1969-04")
        self.assertEqual([point["i"] for point in value["points"] if point["excluded"]], [2, 3])

    def test_a_row_may_stand_for_a_period(self):
        self.assertEqual(self.chart("--phase", "@169")["phases"], self.chart("--phase", "1983-02")["phases"])

    def test_a_kind_and_a_rule_set(self):
        value = self.chart("--kind", "run", "--rules", "anhoej")
        self.assertEqual((value["kind"], {signal["rule_set"] for signal in value["signals"]}), ("run", {"anhoej"}))

    def test_the_seat_belt_law_is_dated(self):
        """Front seat belts were compulsory from 31 January 1983."""
        found = json.loads(self.done("shifts", DATA, *ONE, "--format", "json"))["shifts"]
        holding = [one for one in found if one["earliest"] <= "1983-02" <= one["latest"]]
        self.assertEqual([(one["kind"], one["change"] < 0) for one in holding], [("level", True)])

    def test_how_changes_are_looked_for(self):
        words = ("--season", "none", "--sensitivity", "less", "--level", "0.9", "--minimum-segment", "6", "--seed", "7")
        said = json.loads(self.done("shifts", DATA, *ONE, *words, "--format", "json"))["method"]["parameters"]
        self.assertEqual({key: said[key] for key in ("season", "sensitivity", "level", "minimum_segment", "seed")},
                         {"season": "none", "sensitivity": "less", "level": 0.9, "minimum_segment": 6, "seed": 7})

    def test_a_model_of_counts_and_an_event(self):
        """The one change of the deaths a month, counted as counts, and the law beside it."""
        words = ("--model", "poisson", "--event", "1983-02 front seat belts compulsory")
        said = json.loads(self.done("shifts", DATA, *ONE, *words, "--format", "json"))
        self.assertEqual(said["method"]["parameters"]["model"], "poisson")
        event = said["events"][0]
        self.assertEqual((event["when"], event["text"]), ("1983-02", "front seat belts compulsory"))
        for k in event["shifts"]:
            self.assertTrue(said["shifts"][k]["earliest"] <= "1983-02" <= said["shifts"][k]["latest"])
        self.assertTrue(event["shifts"])
        self.assertIn("is dated 1983-02, within that time", self.done("shifts", DATA, *ONE, *words))

    def test_a_path_of_penalties(self):
        rows = self.done("shifts", DATA, *ONE, "--model", "mean", "--path", "10..400", "--format", "csv").splitlines()
        self.assertEqual(rows[0], "from,to,n_shifts,cost,usual,at")
        counts = [float(row.split(",")[2]) for row in rows[1:]]
        self.assertEqual(counts, sorted(counts, reverse=True))

    def test_shifts_are_drawn(self):
        drawn = self.done("shifts", DATA, *ONE, "--format", "svg")
        self.assertIn('role="img"', drawn)
        self.assertIn('<rect class="band"', drawn)

    def test_a_rule_given_in_bands(self):
        said = json.loads(self.done("colours", DATA, "--indicator", "kilometres", "--format", "json",
                                    "--bands", "A >= 15000, B >= 12000, C"))
        self.assertEqual({row["recomputed"] for row in said["rows"]}, {"A", "B", "C"})

    def test_colours_of_what_is_counted_otherwise(self):
        words = ("colours", DATA, "--indicator", "kilometres", "--format", "json", "--bands", "A >= 15000, B >= 12000, C")
        periods = [row["period"] for row in json.loads(self.done(*words))["rows"]]
        said = json.loads(self.done(*words, "--break", periods[len(periods) // 2], "--shifts"))
        if jsonschema:
            self.assertEqual(faults("colours", said), [])
        self.assertIn({"first": periods[len(periods) // 2], "begun": "declared"},
                      [{key: one[key] for key in ("first", "begun")} for one in said["stretches"]])
        self.assertIn("no date and no period", self.refused(*words, "--break", "soon"))
        self.assertEqual(run(*words[:2], "--key", "area", "--break", "2024-01")[0], USAGE)

    def test_colours_of_many_series(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "mixed.csv"
            path.write_text("area,month,late,all\n" + "".join(
                f"{area},2024-{month:02},{month % (2 + k)},20\n" for month in range(12, 0, -1)
                for k, area in enumerate(("Ash", "Elm"))))
            words = ("colours", path, "--key", "area", "--period", "month", "--numerator", "late", "--denominator", "all",
                     "--bands", "Met <= 3, Not met")
            self.assertIn("In 2 series the status changed 18 times; ", self.done(*words))
            rows = list(csv.DictReader(io.StringIO(self.done(*words, "--format", "csv"))))
            self.assertEqual([row["area"] for row in rows], ["Ash", "Elm"])
            self.assertEqual([row["changes"] for row in rows], ["11", "7"])
            self.assertEqual(run(*words[:2], "--least", "3")[0], USAGE)

    def test_a_check_left_out(self):
        said = json.loads(self.done("report", DATA, "--without", "because", "--without", "hints", "--format", "json"))
        self.assertFalse([finding for finding in said["findings"] if finding["id"].startswith("because.")])


class Ends(Case):
    def test_helps(self):
        said = self.done("--help")
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", said)
            self.assertIn("--format", self.done(command, "--help"))
        self.assertEqual(said, self.done("help"))
        self.assertRegex(self.done("--version"), r"^scrutiny \d+\.\d+\.\d+\n$")

    def test_wrong_words(self):
        for words in ((), ("polarity",), ("report",), ("report", "a.csv", "b.csv"), ("report", "--colour"),
                      ("report", DATA, "--format", "docx"), ("chart", DATA, *ONE, "--kind", "pie"),
                      ("report", DATA, "--column", "Actual"), ("report", "")):
            with self.subTest(words):
                code, _, complaint = run(*words)
                self.assertEqual(code, USAGE, complaint)
                self.assertEqual(complaint.count("\n"), 1 if words else 0, complaint)

    def test_refusals_say_what_to_do(self):
        for words, needed in (
            (("report", "there-is-no.csv"), "there-is-no.csv: there is no such file or folder; check its name"),
            (("chart", DATA), "--indicator: drivers, front-passengers"),
            (("chart", DATA, "--indicator", "drvers"), "drvers"),
            (("chart", DATA, *ONE, "--baseline", "2020-01..2020-12"), "1969-01 to 1984-12"),
            (("chart", DATA / "monthly.csv", "--value", "Speed"), "Speed"),
            (("colours", DATA, "--indicator", "kilometres"), "--bands"),
            (("colours", DATA, *ONE, "--bands", "GREEN >= , RED"), "ule"),
            (("report", DATA, "-o", "/there/is/no/folder/sheet.html"), "sheet.html: there is no such folder"),
        ):
            with self.subTest(words):
                self.assertIn(needed, self.refused(*words))

    def test_loops_and_old_evidence_are_told(self):
        statements = [{"id": name, "kind": kind, "text": text, "who": "children"} for name, kind, text in (
            ("i", "indicator", "Seen in time"), ("b", "intermediate", "Help starts"), ("o", "outcome", "Children are safer"))]
        evidence = [{"reference": "survey", "date": "2019"}]
        reasons = [{"from": a, "because": b, "evidence": evidence} for a, b in (("i", "b"), ("b", "i"), ("b", "o"))]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "scrutiny.json"
            path.write_text(json.dumps({"schema": "scrutiny.dossier/1", "indicators": [
                {"id": "a", "title": "A", "chain": {"claim": "i", "statements": statements, "reasons": reasons}}]}))
            said = self.done("because", path)
            self.assertIn("  Loops among the reasons, feedback included: 1\n    Seen in time > Help starts > Seen in time\n", said)
            self.assertNotIn("The newest evidence", said)
            self.assertEqual(self.done("because", path, "--as-of", "2025-06").count("more than 5 years before 2025-06"), 3)
            self.assertNotIn("The newest", self.done("because", path, "--as-of", "2025-06", "--oldest", "6"))
            code, _, complaint = run("because", path, "--oldest", "6")
            self.assertEqual((code, "--as-of" in complaint), (USAGE, True))

    def test_a_refusal_names_file_and_place(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "scrutiny.json"
            path.write_text('{"schema": "scrutiny.dossier/1",\n"indicators": [{"id": "a", "title": "A",\n"targets": [{}]}]}')
            complaint = self.refused("because", path)
            self.assertIn("scrutiny.json, line 3, /indicators/0/targets/0", complaint)
            self.assertNotIn(folder, complaint)

    def test_nothing_a_file_holds_acts_on_the_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "acts.csv"
            rows = "".join(f"2024-{month:02},{month}\n" for month in range(1, 13))
            path.write_text("month,\x1b[31mred\u202e\n" + rows)
            for form in ("text", "md", "html", "json", "csv"):
                _, said, complaint = run("report", path, "--format", form)
                for character in "\x1b\u202e":
                    self.assertNotIn(character, said + complaint)


if __name__ == "__main__":
    tap.main()
