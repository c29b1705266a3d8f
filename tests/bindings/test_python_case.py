# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Python and C make the same of the same case, to the last bit.

usage: test_python_case.py CASE-CHART CASE-REVIEW
"""

import sys
import unittest

import case
import scrutiny
import tap

WANTS = sys.argv[1:]


class Chart(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.c = case.said_by_c(WANTS[0])
        cls.series = case.series()

    def same(self, name, chart):
        for column in ("value", "centre", "lower", "upper"):
            self.assertEqual(case.bits(chart.points[column]), self.c[f"{name}.{column}"])
        said = "".join(f"{s.rule} {s.direction} {s.first}..{s.last};" for s in chart.signals)
        self.assertEqual(said, self.c[f"{name}.signals"])
        self.assertEqual(case.escaped(chart.json), self.c[f"{name}.json"])
        self.assertEqual(case.escaped(chart.reason), self.c[f"{name}.reason"])
        self.assertEqual(case.bits([chart.false_alarm]), self.c[f"{name}.false-alarm"])

    def said(self, findings):
        return case.escaped("".join(f"{f.id}|{f.statement or ''}|{f.question or ''};" for f in findings))

    def test_the_case_is_not_trivial(self):
        self.assertIn("2024", self.c["p.signals"] + self.c["xmr.signals"])
        self.assertNotEqual(self.c["because"], "")

    def test_what_goes_in_is_what_comes_out(self):
        for name in ("values", "numerators", "denominators"):
            self.assertEqual(case.bits(getattr(self.series, name)), self.c[name])
        self.assertEqual(self.series.hash, self.c["hash"])

    def test_p_with_baseline_phase_and_exclusion(self):
        chart = scrutiny.chart(self.series, kind="p", baseline=("2023-04", "2024-03"), phases=["2024-10"],
                               excluded=["2023-12"])
        self.same("p", chart)
        self.assertEqual(self.said(chart.findings), self.c["p.findings"])

    def test_xmr_with_every_other_setting(self):
        self.same("xmr", scrutiny.chart(self.series, kind="xmr", constants="wheeler", rules=["wheeler", "anhoej"],
                                        screen=True, width=2.5))

    def test_the_chart_that_is_chosen(self):
        self.same("auto", scrutiny.chart(self.series))

    def test_proportion(self):
        share = scrutiny.proportion(7, 9, level=0.9)
        self.assertEqual(case.bits([share.value, share.low, share.high]), self.c["proportion"])

    def test_because(self):
        chain = scrutiny.chain(
            {"done": ("status", "97% of appraisals done: “GREEN”"), "managed": ("service", "Staff are well managed"),
             "talked": ("service", "Everyone has had the yearly talk")},
            because=[("done", "managed", "staff survey 2024, question 7", "2024-11"), ("managed", "talked")],
            same_as=[("talked", "done", "marked by a member, 12 June")])
        self.assertEqual(self.said(scrutiny.because(chain)), self.c["because"])


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.c = case.said_by_c(WANTS[1])

    def test_colours(self):
        rule = scrutiny.colour_rule(case.RULE, said_by="Cabinet, 14 March 2024", on="2024-03-14")
        audit = scrutiny.colours(case.SCORECARD, rule, status="RAG")
        self.assertEqual(case.escaped(audit.json), self.c["audit.json"])
        self.assertEqual(str(audit.changes), self.c["audit.changes"])

    def test_pileup(self):
        counts = {"days": list(range(90)), "n": [round(100 * 2 ** -(((day - 40) / 15) ** 2)) for day in range(90)]}
        for day in (43, 44, 45):
            counts["n"][day] *= 2
        pile = scrutiny.pileup(counts, 45, column="days", counts="n")
        self.assertEqual((pile.verdict, pile.unit, pile.cannot_tell), ("excess", "days", None))
        self.assertAlmostEqual(pile.excess, pile.observed - pile.expected)
        self.assertEqual((pile.findings[0].id, len(pile.bins)), ("pileup.excess", 49))
        lengths = [day for day, n in zip(*counts.values()) for _ in range(n)]
        self.assertEqual(scrutiny.pileup(lengths, 45).p, pile.p)
        self.assertEqual(scrutiny.pileup({"took": lengths}, 45, column="took", unit="working-days").unit, "working-days")
        dates = {"a": ["2024-01-01"] * 60, "b": [f"2024-01-{day % 30 + 1:02}" for day in range(60)]}
        self.assertEqual(scrutiny.pileup(dates, 20, start="a", end="b").n_cases, 60)
        with self.assertRaisesRegex(scrutiny.Error, "there are days"):
            scrutiny.pileup(lengths, 45, unit="weeks")
        for wrong in ({"start": "a"}, {"counts": "n"}, {"start": "a", "end": "b", "column": "n"}):
            with self.assertRaises(TypeError):
                scrutiny.pileup(dates, 20, **wrong)

    def test_heaping(self):
        lengths = [day for day in range(80) for _ in range(round(300 * 2 ** -(day / 17)) + (0 if day % 5 else 20))]
        heaps = scrutiny.heaping(lengths, unit="points")
        self.assertEqual((heaps.verdict, len(heaps.digits), heaps.findings[0].id), ("heaped", 10, "heaping.digits"))
        self.assertEqual(scrutiny.heaping(lengths, unit="points", disclosure=0).verdict, "heaped")
        beside = scrutiny.heaping({"took": lengths}, column="took", threshold=28, unit="points")
        self.assertLess(beside.n_cases, heaps.n_cases)
        with self.assertRaises(TypeError):
            scrutiny.heaping(lengths, window="2,0")

    def test_units_and_months(self):
        rows = {"met": [17 + unit % 3 for unit in range(30)], "of": [20] * 30}
        made = scrutiny.just_made(rows, 90, numerator="met", denominator="of", width=3)
        self.assertEqual((made.verdict, made.n_units, made.observed), ("none" if made.p >= 0.05 else "excess", 30, 10))
        with self.assertRaises(scrutiny.Error):
            scrutiny.just_made(rows, 99, numerator="met", denominator="of")
        closed = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
        self.assertEqual(scrutiny.ratchet({"value": [1.0, 2.0], "target": [2.0, 1.0]}).verdict, "cannot-tell")
        end = scrutiny.period_end({"closed": closed}, closed="closed")
        self.assertTrue(end.cannot_tell.startswith("10 whole months"))
        self.assertEqual(scrutiny.period_end({"closed": closed}, closed="closed", opened="closed", last_days=3).verdict, "cannot-tell")

    def test_codes(self):
        rows = {"outcome": ["helped", "moved", "closed"], "band": [1.0, 2.0, 7.0]}
        found = scrutiny.quality(rows, codes={"outcome": ["helped", "closed"], "band": [1, 2]})
        self.assertEqual([finding.facts["column"] for finding in found.findings], ["band", "outcome"])
        self.assertEqual({finding.id for finding in found.findings}, {"quality.not-listed"})

    def test_quality(self):
        rows = {"ward": ["N", "S"], "pct": [83.1, 81.3], "cases": [16.0, 16.0]}
        found = scrutiny.quality(rows, key="ward", value="pct", denominator="cases")
        self.assertEqual([f.id for f in found.findings], ["quality.not-possible"])
        self.assertIn("13 give 81.3%, 14 give 87.5%", str(found.findings[0]))
        self.assertIn("not-possible", list(found.facts.get_texts("id")))
        with self.assertRaises(TypeError):
            scrutiny.quality(rows, vlaue="pct")
        with self.assertRaises(scrutiny.Error):
            scrutiny.quality(rows, value="none")

    def test_suppress(self):
        counts = {"ward": ["N", "S", "W"], "n": [2.0, 30.0, 9.0], "of": [40.0, 60.0, 50.0]}
        hidden = scrutiny.suppress(counts, keys="ward", count="n")
        self.assertEqual(list(hidden.table.get_texts("shown")), ["<5", "30", "withheld", "41"])
        self.assertEqual((hidden.n_small, hidden.n_withheld, hidden.says_which), (1, 1, True))
        shares = scrutiny.suppress(counts, keys="ward", count="n", of="of")
        self.assertEqual(shares.table.get_texts("numerator")[0], "<5")
        cuts = scrutiny.suppress({"within": ["44", "45"], "n": [319.0, 322.0]}, keys="within", count="n", cuts=True)
        self.assertEqual(list(cuts.table.get_texts("shown")), ["withheld", "322"])
        with self.assertRaises(TypeError):
            scrutiny.suppress(counts, keys="ward", count="n", of="of", cuts=True)
        with self.assertRaises(scrutiny.Error):
            scrutiny.suppress(counts, keys="ward", count="n", threshold=0)
        with self.assertRaises(TypeError):
            scrutiny.suppress(counts, keys=["ward", "n"], count="n", of="of")

    def test_report_in_every_form(self):
        builder = scrutiny.Scrutiny.DossierBuilder.new()
        builder.add_indicator("within-45", "Assessed in time, =HYPERLINK(“x”) %s")
        builder.set_series("within-45", case.series())
        report = scrutiny.review(builder.end())
        for form in ("text", "md", "html", "json"):
            self.assertEqual(case.escaped(report.text(form, lang="en")), self.c[f"report.{form}"], form)
        self.assertEqual(case.escaped(str(report)), self.c["report.text"])


if __name__ == "__main__":
    del sys.argv[1:]
    tap.main()
