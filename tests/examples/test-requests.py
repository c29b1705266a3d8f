#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is asked for, from one meeting to the next: the commands request and answer.

usage: test-requests.py PROGRAM SOURCE-ROOT
"""

import json
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import SOURCE, USAGE, Case, faults, jsonschema, no_duplicates, run

DATA = SOURCE / "examples/data/road-safety"
HOSTILE = ("<b>x</b>", "a/b~c", "\"quoted\"\\", "=1+1", "عربي", "👩‍🚒", "\x1b[31mred", "two\nlines", "..", "")


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


class Requests(Case):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.root = pathlib.Path(made.name)
        self.folder = self.root / "dossier"
        shutil.copytree(DATA, self.folder)
        record = self.record()
        record.pop("requests")
        for indicator in record["indicators"]:  # as the library writes what a person may write shorter
            for target in indicator.get("targets", ()):
                target["text"] = str(target["text"])
            if "chain" in indicator:
                indicator["chain"].setdefault("same_as", [])
        (self.folder / "scrutiny.json").write_text(json.dumps(record))

    def requests(self, *words):
        value = json.loads(self.done("request", self.folder, *words, "--format", "json"), object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("request", value), [])
        return value["requests"]

    def record(self):
        return json.loads((self.folder / "scrutiny.json").read_text(), object_pairs_hook=no_duplicates)

    def report(self, *words):
        value = json.loads(self.done("report", self.folder, *words, "--format", "json"), object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("report", value), [])
        return value["requests"]

    def test_two_meetings_from_one_dossier(self):
        asked = self.requests()
        self.assertGreater(len(asked), 0)
        self.assertFalse([one for one in asked if one["recorded"]])

        before = self.record()
        self.done("request", self.folder, "--keep", "--on", "2025-03-12", "--by", "2025-06-11")
        kept = self.record()
        self.assertEqual([one["id"] for one in kept["requests"]], [one["id"] for one in asked])
        self.assertEqual({one["asked_on"] for one in kept["requests"]}, {"2025-03-12"})
        kept.pop("requests")
        self.assertEqual(kept, before)

        again = self.requests()
        self.assertEqual([one["id"] for one in again], [one["id"] for one in asked])
        self.assertTrue(all(one["recorded"] for one in again))
        sheet = self.done("report", self.folder, "--meeting", "2025-09-10", "--format", "md")
        self.assertIn("For the meeting of 10 September 2025.", sheet)
        self.assertEqual(sheet.count("Outstanding since 12 March 2025; the date has passed"), len(asked))
        self.assertNotIn("| New |", sheet)

        came = asked[0]["id"]
        self.done("answer", self.folder, "--request", came, "--text", "Here they are: see <b>.", "--said-by", "Head of Roads",
                  "--on", "2025-06-03", "--reference", "Annex B")
        said = {one["id"]: one for one in self.report("--meeting", "2025-09-10")}
        self.assertEqual(said[came]["state"], "received")
        self.assertEqual(said[came]["responses"], [{"text": "Here they are: see <b>.", "said_by": "Head of Roads",
                                                    "on": "2025-06-03", "reference": "Annex B"}])
        self.assertFalse(said[came]["past"])
        self.assertTrue(all(one["past"] for name, one in said.items() if name != came))
        sheet = self.done("report", self.folder, "--meeting", "2025-09-10")
        self.assertIn("What came of earlier requests", sheet)
        self.assertIn("Response, Head of Roads, 3 June 2025: “Here they are: see <b>.” (Annex", sheet)
        self.assertNotIn("<b>.", self.done("report", self.folder, "--format", "html"))

    def test_what_is_to_be_looked_at_beside_a_figure(self):
        """Asked for, kept, answered, and no longer asked for once it is a figure of the dossier."""
        record = self.record()
        record["indicators"][0]["chain"]["statements"][0]["companions"] = [
            {"measure": "Cyclists in hospital", "why": "whether the harm moved elsewhere"}, {"measure": "kilometres"}]
        (self.folder / "scrutiny.json").write_text(json.dumps(record))
        what = "“Cyclists in hospital” beside “Car drivers killed or seriously injured”, by month"
        asked = {one["what"]: one for one in self.requests()}
        self.assertFalse(asked[what]["recorded"])
        self.assertFalse([one for one in asked if "Distance driven” beside" in one])

        self.done("request", self.folder, "--keep", "--only", asked[what]["id"], "--on", "2025-03-12", "--by", "2025-06-11")
        self.assertEqual([(one["what"], one["about"]) for one in self.record()["requests"]], [(what, ["drivers"])])
        again = [one for one in self.requests() if one["what"] == what]
        self.assertEqual([(one["recorded"], one["state"], one["asked_on"]) for one in again], [(True, "open", "2025-03-12")])
        self.done("answer", self.folder, "--request", asked[what]["id"], "--text", "See the appendix.", "--said-by", "Head of Roads",
                  "--on", "2025-06-03")
        sheet = self.done("report", self.folder, "--meeting", "2025-09-10", "--format", "md")
        self.assertEqual(sheet.count("\n\n“Distance driven” is on record as something to look at beside this figure"), 2)
        sheet = " ".join(self.done("report", self.folder, "--meeting", "2025-09-10").split())
        self.assertIn("Response, Head of Roads, 3 June 2025: “See the appendix.”", sheet)
        self.assertIn("“Cyclists in hospital” is on record as something to look at beside this figure (whether the harm moved "
                      "elsewhere). No figure here shows it.", sheet)
        self.assertIn("“Distance driven” is on record as something to look at beside this figure, and is among the figures here.", sheet)

        record = self.record()
        came = dict(record["indicators"][3], id="cyclists", title="Cyclists in hospital")
        record["indicators"].append(came)
        (self.folder / "scrutiny.json").write_text(json.dumps(record))
        sheet = " ".join(self.done("report", self.folder, "--meeting", "2025-09-10").split())
        self.assertIn("beside this figure (whether the harm moved elsewhere), and is among the figures here.", sheet)
        self.assertEqual(sheet.count("No figure here shows it."), 1)  # of the other figure

    def test_the_same_bytes_again(self):
        words = ("--keep", "--on", "2025-03-12", "--by", "2025-06-11")
        self.done("request", self.folder, *words)
        once, sheet = bytes_of(self.folder), self.done("report", self.folder, "--meeting", "2025-09-10")
        self.done("request", self.folder, "--keep", "--on", "2025-06-11")
        self.assertEqual(bytes_of(self.folder), once)
        self.assertEqual(self.done("report", self.folder, "--meeting", "2025-09-10"), sheet)
        self.assertEqual(bytes_of(self.folder)["monthly.csv"], (DATA / "monthly.csv").read_bytes())

    def test_nothing_else_is_lost(self):
        record = self.record()
        record["mine"], record["indicators"][0]["mine"] = {"kept": [1.50, None]}, "kept"
        record["requests"] = [{"what": "Rows", "mine": 1}, {"id": "x", "what": "More", "mine": 2}]
        (self.folder / "scrutiny.json").write_text(json.dumps(record))
        self.done("answer", self.folder, "--request", "x", "--text", "No.", "--state", "refused")
        after = self.record()
        self.assertEqual(after.pop("responses"), [{"request_id": "x", "text": "No."}])
        self.assertEqual(after["requests"][1].pop("state"), "refused")
        self.assertEqual(after["requests"][0].pop("state"), "open")
        self.assertEqual(after, record)

    def test_one_of_a_person(self):
        self.done("request", self.folder, "--what", "Days to first help", "--of-whom", "Director", "--on", "2025-03-12", "--by", "2025-06")
        own, = self.record()["requests"]
        self.assertEqual((own["what"], own["of_whom"], own["by"], own["state"]), ("Days to first help", "Director", "2025-06", "open"))
        self.done("answer", self.folder, "--request", own["id"], "--text", "In part.", "--state", "partly-received")
        self.assertEqual(self.record()["requests"][0]["state"], "partly-received")
        self.assertIn("Part of it came; the rest outstanding since 12 March 2025", self.done("report", self.folder))

    def test_only_some(self):
        asked = self.requests()
        self.done("request", self.folder, "--keep", "--only", asked[-1]["id"])
        self.assertEqual([one["id"] for one in self.record()["requests"]], [asked[-1]["id"]])
        self.assertIn("nothing is asked for under the id “nope”", self.refused("request", self.folder, "--keep", "--only", "nope"))

    def test_an_answer_to_a_finding(self):
        self.done("answer", self.folder, "--finding", "trend.shift", "--indicator", "drivers", "--text", "The law.", "--said-by", "Us",
                  "--on", "2025-06-03")
        self.assertIn("Response, Us, 3 June 2025: “The law.”", self.done("report", self.folder))

    def test_whatever_the_ids(self):
        record = self.record()
        record["requests"] = [{"id": name, "what": f"Rows of {name}"} for name in HOSTILE if name]
        (self.folder / "scrutiny.json").write_text(json.dumps(record))
        for name in HOSTILE:
            if name:
                self.done("answer", self.folder, "--request", name, "--text", name)
        self.assertEqual([one["request_id"] for one in self.record()["responses"]], [name for name in HOSTILE if name])
        self.assertEqual({one["state"] for one in self.record()["requests"]}, {"received"})
        text, html = self.done("request", self.folder), self.done("report", self.folder, "--format", "html")
        self.assertNotIn("\x1b", text + self.done("report", self.folder))
        self.assertIn("\ntwo lines\n", text)
        self.assertNotIn("<b>x</b>", html)

    def test_figures_that_are_no_dossier_yet(self):
        table = self.folder / "monthly.csv"
        before = bytes_of(self.folder)
        self.assertIn("--into FOLDER makes one of this file", self.refused("request", table, "--keep"))
        self.assertEqual(bytes_of(self.folder), before)
        self.done("request", table, "--keep", "--on", "2025-03-12", "--into", self.root / "new")
        self.folder = self.root / "new"
        self.assertTrue(all(one["recorded"] for one in self.requests()))

    def test_refusals(self):
        before = bytes_of(self.folder)
        for words, needed in (
            (("answer", self.folder, "--request", "x", "--text", "y"), "no request “x”; there are none"),
            (("answer", self.root / "none", "--request", "x", "--text", "y"), "there is no such file or folder"),
        ):
            with self.subTest(words):
                self.assertIn(needed, self.refused(*words))
        for words in (("answer", self.folder), ("answer", self.folder, "--request", "x"), ("answer", self.folder, "--text", "y"),
                      ("answer", self.folder, "--request", "x", "--finding", "y", "--text", "z"),
                      ("answer", self.folder, "--request", "x", "--indicator", "y", "--text", "z"),
                      ("answer", self.folder, "--finding", "x", "--state", "open", "--text", "z"),
                      ("request", self.folder, "--on", "2025-03-12"), ("request", self.folder, "--only", "x")):
            with self.subTest(words):
                self.assertEqual(run(*words)[0], USAGE)
        self.done("request", self.folder, "--what", "w")
        name = self.record()["requests"][0]["id"]
        self.assertIn("“lost” is not one of open", self.refused("answer", self.folder, "--request", name, "--text", "y", "--state", "lost"))
        self.assertEqual(bytes_of(self.folder)["monthly.csv"], before["monthly.csv"])


if __name__ == "__main__":
    tap.main()
