#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The command that looks at reasons.

usage: test-because.py PROGRAM SOURCE-ROOT
"""

import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

from command import PROGRAM, Case, faults, jsonschema, no_duplicates, run

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# Names that would act in one language or another if they were not kept to be text.
HOSTILE = (
    'a "b" --> c', "<b>x</b> <script>alert(1)</script> &amp; &lt;", "%%{init: {}}%% `code` *b* _i_ ~~d~~", "$$x$$ fa:fa-car @{a}",
    "1. one\ntwo\ttabs", "- list", "# heading", "back\\slash \\", '\\"', "a]; b } | c || d; end", "Tŷ cynnes, llai yn sâl ŵŷ",
    "المنازل أكثر دفئا", "\U0001F600 \U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", "style: a#35;b; click n0", "end")


class Written(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "reasons.txt"

    def test_plain_lines(self):
        self.path.write_text("# repairs\nRepairs are quick > homes are dry >\n  fewer fall ill [outcome: tenants]\n")
        said = self.done("because", self.path)
        self.assertTrue(said.startswith("Repairs are quick\n"))
        self.assertIn("because fewer fall ill", said)
        self.assertIn("  Of 2 of 3 statements no kind is given: the claim is taken as an indicator and what follows as "
                      "intermediate", said)
        self.assertIn("  Nobody is recorded as having confirmed the kind of 3 of 3 statements, ", said)
        claim = json.loads(self.done("because", self.path, "--format", "json"))["claims"][0]
        self.assertEqual((claim["claim"], claim["n_routes"], claim["n_unconfirmed"]), ("s1", 1, 3))

    def test_many_of_one_sort_are_said_once(self):
        people = [f"Group {i} is well" for i in range(9)]
        self.path.write_text("Bins are emptied > Streets are clean\n"
                             + "".join(f"Streets are clean > {one} [outcome: group {i}]\n" for i, one in enumerate(people)))
        once = ("No evidence is recorded for 10 steps: “Bins are emptied” > “Streets are clean”; “Streets are clean” > “Group 0 is well”; "
                "“Streets are clean” > “Group 1 is well”; and 7 more.")
        said = self.done("because", self.path)
        self.assertEqual((said.count(once), said.count("No evidence is recorded")), (1, 1))
        self.assertIn(once + "\n    Ask: What have you seen, ", said)
        self.assertEqual(said.count("All 9 may be so; "), 1)
        claim = json.loads(self.done("because", self.path, "--format", "json"))["claims"][0]
        ids = [one["id"] for one in claim["findings"]]
        self.assertEqual((ids.count("because.no-evidence"), ids.count("because.unfalsifiable")), (10, 9))
        report = " ".join(self.done("report", self.path, "--layout", "chain", "--format", "text").split())
        self.assertIn(once, report)
        self.assertEqual(report.count("may be so; "), 1)
        page = html.unescape(self.done("report", self.path, "--layout", "chain", "--format", "html"))
        self.assertNotIn("“Streets are clean” to “Group 8 is well”", page)

    def test_as_an_editor_saves_it(self):
        for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
            with self.subTest(encoding):
                self.path.write_bytes("Caffi’r plant > llai yn sâl\r\n".encode(encoding))
                self.assertIn("because llai yn sâl", self.done("because", self.path))

    def test_a_whole_graph(self):
        self.path.write_text("claim: a\n\nstatement a [indicator]: Tŷ\n\nstatement b [outcome]: Iach\n  who: pawb\n  by_when: 2030\n\n"
                             "reason a because b\n  evidence: Arolwg\n")
        self.assertIn("confirmed the kind of 2 of 2", self.done("because", self.path))
        self.path.write_text(self.path.read_text().replace("\n  who", "\n  confirmed_by: cadeirydd\n  who"))
        self.assertIn("The recorded reasons reach people", self.done("because", self.path))
        self.assertIn("confirmed the kind of 1 of 2", self.done("because", self.path))
        self.assertIn("Tŷ", self.done("report", self.path, "--format", "text"))

    def test_refusals_name_line_and_column(self):
        for text, needed in (("A > B\nC -> D\n", "reasons.txt, line 2, column 3: an arrow"),
                             ("claim: a\nstatement a [output]: A\nreason a because b\n",
                              "reasons.txt, line 3, column 1: Reason 1: no statement “b”; there are “a”")):
            with self.subTest(needed):
                self.path.write_text(text)
                self.assertIn(needed, self.refused("because", self.path))


class Edges(Case):
    """What is wrong is named, and what is only large or strange is told."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "scrutiny.json"

    def write(self, statements, reasons, **more):
        chain = {"statements": statements, "reasons": reasons, **more}
        self.path.write_text(json.dumps({"schema": "scrutiny.dossier/1", "indicators": [
            {"id": "a", "title": "A", "chain": chain}]}, ensure_ascii=False, indent=1))

    def line(self, n, kind="intermediate", evidence=()):
        return ([{"id": f"s{i}", "kind": kind, "text": f"Statement {i}"} for i in range(n)],
                [{"from": f"s{i}", "because": f"s{i + 1}", "evidence": list(evidence)} for i in range(n - 1)])

    def findings(self):
        return json.loads(self.done("because", self.path, "--format", "json"))["claims"][0]["findings"]

    def test_a_reason_that_is_not_stated(self):
        statements, reasons = self.line(2)
        self.write(statements, reasons + [{"from": "s0", "because": "المنازل"}])
        lines = self.path.read_text().splitlines()
        line = next(i for i, said in enumerate(lines) if '"because": "المنازل"' in said) - 1  # where its object begins, from 1
        self.assertIn(f"scrutiny.json, line {line}, /indicators/0/chain: Reason 2: no statement “المنازل”; there are “s0”, “s1”",
                      self.refused("because", self.path))

    def test_its_own_reason(self):
        statements, _ = self.line(1, "service")
        self.write(statements, [{"from": "s0", "because": "s0", "evidence": [{"reference": "r"}]}])
        self.assertEqual([(one["id"], one["path"]) for one in self.findings()], [("because.circular", ["s0", "s0"])])

    def test_two_indicators_with_one_id(self):
        self.path.write_text('{"indicators": [{"id": "tŷ", "title": "A"}, {"id": "tŷ", "title": "B"}]}')
        self.assertIn("“A” has the same id, “tŷ”; give each its own", self.refused("because", self.path))

    def test_forty_statements(self):
        self.write(*self.line(40))
        self.assertEqual([(one["id"], len(one["path"])) for one in self.findings()],
                         [("because.ends-at-intermediate", 40), ("because.no-evidence", 40)])
        statements, _ = self.line(40)
        self.write(statements, [{"from": f"s{i}", "because": f"s{k}"} for i in range(40) for k in range(40) if i != k], claim="s7")
        said = json.loads(self.done("because", self.path, "--format", "json"))["claims"][0]
        self.assertEqual((said["claim"], said["n_loops"], said["more_loops"], len(said["loops"])), ("s7", 1000, True, 32))

    def test_a_hundred_thousand_statements(self):
        n = 10000 if os.environ.get("SCRUTINY_QUICK") else 100000
        path = self.path.with_name("reasons.txt")
        path.write_text(" >\n".join(f"Datganiad {i}, بيان" for i in range(n)) + " [outcome: pawb]\n")
        said = self.done("because", path)
        self.assertTrue(said.startswith("Datganiad 0, بيان\n"))
        self.assertIn(f"None of the {n - 1} steps", said)
        self.assertIn(f"“Datganiad 12, بيان”; and {n - 13} more.\n", said)
        self.assertEqual(self.done("because", path, "--format", "chain").count("\nreason "), n - 1)

    def test_a_loop_to_the_recorded_claim(self):
        statements, reasons = self.line(2, "service", [{"reference": "r"}])
        statements.append({"id": "o", "kind": "outcome", "text": "O", "who": "pawb"})
        self.write(statements, reasons + [{"from": "s1", "because": "s0", "evidence": [{"reference": "r"}]}], claim="s0")
        self.assertEqual([one["id"] for one in self.findings()], ["because.circular", "because.outcome-not-reached"])


class Figures(Case):
    """What figures say of a reason stands with that reason."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "datapackage.json").write_text('{"resources": [{"name": "months", "path": "months.csv"}]}')
        rows = [(f"{2022 + (i + 3) // 12}-{(i + 3) % 12 + 1:02}",
                 *(50 + (i + ahead) * (37 * (i + ahead) + 7919) % 101 / 10 + (30 if i >= 24 else 0) for ahead in (1, 0))) for i in range(48)]
        (self.folder / "months.csv").write_text("period,soon,back\n" + "".join(f"{a},{b},{c}\n" for a, b, c in rows))

    def write(self, expected="down", **more):
        chain = {"statements": [{"id": "seen", "kind": "indicator", "text": "Seen soon"}, {"id": "help", "kind": "intermediate", "text": "Help starts"},
                                {"id": "safe", "kind": "outcome", "text": "Safe", "who": "children", "measured_by": "back"}],
                 "reasons": [{"from": "seen", "because": "help", "expected": "up"}, {"from": "help", "because": "safe", "expected": expected}]}
        (self.folder / "scrutiny.json").write_text(json.dumps({"schema": "scrutiny.dossier/1", "indicators": [
            {"id": "soon", "title": "Seen within a week", "series": {"resource": "months", "value": "soon"}, "chain": chain, **more},
            {"id": "back", "title": "Came back", "series": {"resource": "months", "value": "back"}}]}))

    def claims(self):
        value = json.loads(self.done("because", self.folder, "--format", "json"), object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("because", value), [])
        return value["claims"]

    def test_on_its_reason(self):
        self.write()
        said = self.done("because", self.folder)
        figures = said[said.index("  What figures say of these reasons:\n"):]
        self.assertRegex(figures, "reasons:\n    Seen soon\n    because Help starts\n    because Safe\n      This figure rose in April 2024, .*\n"
                                  "        Ask: Which cases make up .*\n        Ask for: The cases behind “Came back” .*\n"
                                  "      What is said here of “Came back” hangs on one date, .*\n      .*\n.*\n"
                                  "    No figure here shows what the reasons lead to: “Help starts”.\n")
        self.assertEqual(said.count("What figures say"), 1)

    def test_as_json(self):
        self.write()
        soon, back = self.claims()
        test = soon["figures"]["tests"][0]
        self.assertEqual((test["path"], test["moved"]), (["seen", "help", "safe"], "other-way"))
        ids = [finding["id"] for finding in soon["figures"]["findings"]]
        self.assertEqual([ids[i] for i in test["findings"]], ["linkage.contradicted", "linkage.one-event", "linkage.moved-other-way"])
        self.assertEqual(ids[len(test["findings"]):], ["linkage.not-measured"])
        self.assertEqual((back["figures"]["tests"], back["figures"]["findings"]), ([], []))
        self.write("up")
        self.assertEqual(self.claims()[0]["figures"]["tests"][0]["moved"], "as-stated")

    def test_what_the_report_says(self):
        """The two say the same of the same reasons."""
        self.write()
        report = json.loads(self.done("report", self.folder, "--format", "json"))
        said = [finding["statement"] for finding in report["findings"] if finding["id"].startswith("linkage.")]
        self.assertEqual([finding["statement"] for finding in self.claims()[0]["figures"]["findings"]], said)

    def test_not_set_beside(self):
        self.write(events=[{"from": "2024-05", "until": "2024-04", "text": "A new team"}])
        self.assertIn("  Figures were not set beside the reasons. ", self.done("because", self.folder))
        self.assertIn("ends before it starts", self.claims()[0]["figures"]["refused"])
        self.write(events=[{"from": "April 2024", "text": "A new team"}])
        self.assertIn("(on record, April 2024: A new team)", self.done("because", self.folder))


class Forms(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "scrutiny.json"
        names = [f"s{i}" for i in range(len(HOSTILE))]
        statements = [{"id": name, "kind": "outcome" if i % 3 else "output", "text": text, "who": text}
                      for i, (name, text) in enumerate(zip(names, HOSTILE))]
        bearings = ("supports", "contradicts", "neutral")
        reasons = [{"from": a, "because": b, "mechanism": text, "evidence": [{"reference": text, "bearing": bearings[i % 3]}]}
                   for i, (a, b, text) in enumerate(zip(names, names[1:], HOSTILE))]
        chain = {"claim": "s0", "statements": statements, "reasons": reasons,
                 "same_as": [{"statements": ["s1", "s3"], "marked_by": HOSTILE[0]}]}
        self.path.write_text(json.dumps({"schema": "scrutiny.dossier/1", "indicators": [
            {"id": "first", "title": "F"}, {"id": "hostile", "title": "H", "chain": chain}]}))
        self.chain = chain

    def form(self, form, *words):
        return self.done("because", self.path, "--format", form, *words)

    def shown(self, text):
        """What a drawing shows of a text: blanks for new lines, however many."""
        return " ".join(text.replace("\u2060", "").split())

    def test_text_comes_back(self):
        path = self.folder / "chain.txt"
        path.write_text(self.form("chain"))
        said = self.done("because", path, "--format", "chain")
        self.assertEqual(said, path.read_text())
        for text in HOSTILE:
            self.assertIn(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"), said)

    def test_gsn(self):
        said = json.loads(self.form("gsn"), object_pairs_hook=no_duplicates)
        if jsonschema:
            self.assertEqual(faults("gsn", said), [])
        for name, element in said.items():
            for key in ("supportedBy", "inContextOf", "challenges"):
                self.assertEqual([one for one in element.get(key, ()) if one not in said], [], name)
        self.assertEqual([self.shown(said[f"G{i}"]["text"]) for i in range(len(HOSTILE))], [self.shown(text) for text in HOSTILE])
        self.assertEqual(said["Sn1_0"]["challenges"], ["GStep1"])

    def test_dagitty(self):
        """By its grammar: within quotes \\" is a quotation mark and a backslash stands for itself."""
        said = self.form("dagitty")
        string = r'"((?:\\"|[^"])*)"'
        self.assertRegex(said, rf"^dag \{{\n(  {string}(?: \[(?:exposure|outcome)\])?\n)+(  {string} -> {string}\n)+\}}\n$")
        names = [self.shown(name.replace('\\"', '"')) for name in re.findall(rf"(?m)^  {string}(?: \[|$)", said)]
        self.assertEqual(names, [self.shown(text) for i, text in enumerate(HOSTILE) if i != 3])
        self.assertEqual(said.count(" -> "), len(HOSTILE) - 1 + HOSTILE[0].count(" -> "))

    def test_drawn_by_graphviz(self):
        if not shutil.which("dot"):
            self.skipTest("dot (graphviz) is not here")
        svg = self.form("svg")
        labels = [html.unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]
        drawn = self.shown(" ".join(labels))
        for text in HOSTILE:
            self.assertIn(self.shown(text), drawn)
        self.assertEqual(svg.count('class="node"'), len(HOSTILE))
        self.assertEqual(svg.count('class="edge"'), len(HOSTILE))
        self.assertNotRegex(svg, "<(a|script|image|b)[ >]")

    def test_drawn_by_mermaid(self):
        library = os.environ.get("SCRUTINY_MERMAID", "/usr/share/javascript/mermaid/mermaid.min.js")
        if not BROWSER or not pathlib.Path(library).exists():
            self.skipTest("a browser, or mermaid.min.js at $SCRUTINY_MERMAID, is not here")
        text = json.dumps(self.form("mermaid")).replace("<", "\\u003c")
        page = self.folder / "page.html"
        page.write_text(f"""<!doctype html><meta charset="utf-8"><div id="out"></div><script src="{library}"></script><script>
            mermaid.initialize({{startOnLoad: false}});
            mermaid.render('drawing', {text}).then(({{svg}}) => {{
                out.innerHTML = svg;
                const said = [...document.querySelectorAll('.nodeLabel')].map(label => label.innerText);
                const acts = document.querySelectorAll('#out a, #out script, #out img, #out b, #out math').length;
                document.body.innerHTML = '<pre id="said"></pre>';
                document.getElementById('said').textContent = JSON.stringify({{said, acts}});
            }}).catch(error => {{ document.body.innerHTML = '<pre id="said"></pre>'; said.textContent = '"' + error + '"'; }});
            </script>""")
        dom = subprocess.run([BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom",
                              page.as_uri()], capture_output=True, timeout=100).stdout.decode()
        drawn = json.loads(html.unescape(re.search('<pre id="said">(.*)</pre>', dom, re.S)[1]))
        self.assertEqual(drawn["acts"], 0)
        self.assertEqual([self.shown(label).rsplit(" (out", 1)[0] for label in drawn["said"]],
                         [self.shown(text) for text in HOSTILE])

    def test_without_graphviz(self):
        ran = subprocess.run([PROGRAM, "because", self.path, "--format", "svg"], capture_output=True, env={"PATH": str(self.folder)})
        self.assertEqual((ran.returncode, ran.stdout), (1, b""))
        self.assertIn("install Graphviz (on Debian: apt install graphviz), or take --format dot or mermaid", ran.stderr.decode())

    def test_one_figure_at_a_time(self):
        dossier = json.loads(self.path.read_text())
        self.assertEqual(self.form("dot"), self.form("dot", "--indicator", "hostile"))
        self.assertIn("no reasons are recorded for “first”", self.refused("because", self.path, "--format", "dot", "--indicator", "first"))
        dossier["indicators"][0]["chain"] = self.chain
        self.path.write_text(json.dumps(dossier))
        self.assertIn("name one with --indicator: first, hostile", self.refused("because", self.path, "--format", "mermaid"))
        said = json.loads(self.done("because", self.path, "--indicator", "first", "--format", "json"))
        self.assertEqual([claim["indicator"] for claim in said["claims"]], ["first"])
        self.assertIn("third", self.refused("because", self.path, "--indicator", "third"))
        self.assertEqual(run("because", self.path, "--format", "pdf")[0], 2)


if __name__ == "__main__":
    tap.main()
