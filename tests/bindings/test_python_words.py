# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The words of the Python package: plain data, settings by keyword, errors, own checks."""

import copy
import json
import math
import pathlib
import pickle
import tempfile
import unittest

import case
import scrutiny
import tap
from gi.repository import Gio, GLib, Scrutiny

OWN = "ashcombe.n"


class Definition(unittest.TestCase):
    def test_a_share(self):
        within_45 = scrutiny.share(of="days IS NOT NULL", counted="days <= 45", dated="opened", scale=1)
        self.assertEqual((within_45.kind, within_45.of, within_45.counted, within_45.dated, within_45.scale),
                         ("share", "days IS NOT NULL", "days <= 45", "opened", "1.0"))
        self.assertIsNone(within_45.get_came_from())
        within_30 = within_45.replace(counted="days <= 30")
        self.assertEqual((within_30.counted, within_30.get_came_from().counted), ("days <= 30", "days <= 45"))
        self.assertEqual((within_30.dup_changes(), within_45.dup_changes()), (["counted"], []))

    def test_any_kind(self):
        median = scrutiny.definition("median", measure="days_between(opened, closed)", dated="opened", from_="2024-04")
        self.assertEqual((median.kind, median.measure, median.get_from()),
                         ("median", "days_between(opened, closed)", "2024-04"))
        self.assertFalse(scrutiny.definition(text="those in time").is_computed())
        with self.assertRaisesRegex(scrutiny.Error, "not one of share, count"):
            scrutiny.definition("ratio")
        with self.assertRaisesRegex(scrutiny.Error, "“colour” is not one of its properties"):
            scrutiny.definition(colour="x")


class Reconcile(unittest.TestCase):
    ours = scrutiny.ratio([90, 80, 70], [100, 100, 100], "2024-04")

    def test_a_table(self):
        beside = scrutiny.reconcile({"period": ["2024-04", "2024/25-Q1"], "value": [90, 81]}, self.ours)
        self.assertEqual((beside.get_n_compared(), beside.get_n_agreeing()), (2, 1))
        self.assertEqual((list(beside.rows["recomputed"]), list(beside.rows["agrees"])), ([90, 80], [1, 0]))
        self.assertEqual([finding.id for finding in beside.findings], ["recompute.differs"])

    def test_a_series(self):
        beside = scrutiny.reconcile(scrutiny.series([90, 80], "2024-04"), self.ours)
        self.assertEqual((beside.get_n_agreeing(), beside.cannot_tell), (2, None))


@unittest.skipUnless(Scrutiny.has_feature("records"), "built without records")
class Records(unittest.TestCase):
    columns = {"opened": ["2024-01-03"] * 3 + ["2024-02-01", ""], "days": [2.0, 6.0, None, 1.0, 9.0],
               "ward": ["North", "South", "North", "North", "South"]}
    within = scrutiny.share(counted="days <= 5", dated="opened")

    def setUp(self):
        self.records = scrutiny.records(self.columns, suppress_below=0)

    def test_what_they_hold(self):
        self.assertEqual((len(self.records), self.records.names, self.records.get_kind("opened")),
                         (5, ["opened", "days", "ward"], "date"))
        self.assertIn("5 rows", self.records.notes[0])
        self.assertIn("5 rows", repr(self.records))

    def test_releases_are_held_against_each_other(self):
        rows = {"opened": ["2024-01-05"] * 33, "days": [20] * 20 + [40] * 3 + [60] * 10}
        first = scrutiny.share(counted="days <= 30", dated="opened")
        second = scrutiny.share(counted="days <= 45", dated="opened")
        alone = scrutiny.records(rows).recompute(second, "year")
        beside = scrutiny.records(rows, releases=[first, second])
        self.assertEqual((list(alone.states), list(beside.recompute(first, "year").states),
                          list(beside.recompute(second, "year").states)),
                         (["observed"], ["observed"], ["suppressed"]))

    def test_recompute(self):
        ours = self.records.recompute(self.within, "month")
        self.assertEqual((list(ours.numerators), list(ours.denominators)), ([1, 1], [3, 1]))
        by_ward = self.records.recompute(self.within.replace(segments="ward"), "year")
        self.assertEqual((list(by_ward["ward"]), list(by_ward["value"])), (["North", "South"], [200 / 3, 0]))
        with self.assertRaisesRegex(scrutiny.Error, "wait"):
            self.records.recompute(self.within.replace(counted="wait < 3"))
        with self.assertRaisesRegex(TypeError, "financial-quarter"):
            self.records.recompute(self.within, "fortnight")

    def test_tables(self):
        self.assertEqual(list(self.records.groups("ward")["n"]), [3, 2])
        self.assertEqual(list(self.records.spread("days", step=5, where="ward = 'South'")["from"]), [5])
        self.assertEqual(list(self.records.spread("days", "ward")["by"]), ["North", "North", "South", "South"])
        self.assertEqual(list(self.records.table("days * 2", where="days > 5")["days * 2"]), [12, 18])
        self.assertEqual(list(self.records.rows(self.within, "2024-02")["row"]), [4])
        self.assertEqual([finding.id for finding in self.records.findings(self.within)],
                         ["records.undated", "records.unknown"])

    def test_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "cases.csv")
            path.write_text("when,n\n03/04/2024,1\n", encoding="utf-8")
            read = scrutiny.records(path, date_order="day-first", kinds={"n": "text"}, keep_in=path.with_suffix(".db"))
            self.assertEqual((read.get_kind("when"), read.get_kind("n")), ("date", "text"))
            with self.assertRaisesRegex(scrutiny.Error, "day-first and month-first"):
                scrutiny.records(path, date_order="dmy")
        with self.assertRaises(FileNotFoundError):
            scrutiny.records("/nonexistent.csv")


class Panel(unittest.TestCase):
    columns = {"area": ["A"] * 24 + ["B"] * 12 + ["C"] * 5,
               "month": [f"{2020 + i // 12}-{i % 12 + 1:02}" for n in (24, 12, 5) for i in range(n)],
               "value": [50.0 + i * i % 7 for i in range(41)], "of": [100.0] * 41}

    def test_one_row_a_series_and_the_same_as_alone(self):
        panel = scrutiny.panel(self.columns, key="area", period="month", threads=2)
        self.assertEqual(panel.threads, 2)
        out = scrutiny.trend(panel)
        self.assertEqual((panel.n_series, out["area"]), (3, ["A", "B", "C"]))
        self.assertEqual(out["status"], ["done", "done", "cannot-tell"])
        one = scrutiny.trend(panel.dup_series(0))
        self.assertEqual((out["dependence"][0], out["direction"][0]), (one.dependence, one.direction))
        self.assertEqual(out["findings"][0].split(), [finding.id for finding in one.findings])
        self.assertIn("adjusted", one.points)

    def test_one_word_for_one_series_and_for_many(self):
        panel = scrutiny.panel(self.columns, key="area", period="month")
        for word, name in ((scrutiny.chart, "false_alarm"), (scrutiny.shifts, "chance"), (scrutiny.slope, "p_dependent")):
            out, one = word(panel), word(panel.dup_series(0))
            self.assertEqual((len(out), out["area"], out[name][0]), (3, ["A", "B", "C"], getattr(one, name)))
            self.assertEqual(out["status"], ["done", "done", "cannot-tell"])
        with self.assertRaisesRegex(TypeError, "no setting 'nothing'"):
            scrutiny.chart(panel, nothing=1)
        self.assertEqual(set(scrutiny.chart(panel, kind="run")["kind"]), {"run"})

    def test_what_stands_out_though_there_are_so_many(self):
        out = scrutiny.slope(scrutiny.panel(self.columns, key="area", period="month"))
        counts = scrutiny.count(out)
        self.assertEqual((counts["series"], counts["done"], counts["cannot_tell"]), (3, 2, 1))
        self.assertAlmostEqual(counts["expected"], 0.1)
        again = scrutiny.discoveries(out, chance="p", share=0.5)
        self.assertEqual(len(again.names), len(out.names))
        with self.assertRaises(scrutiny.Error):
            scrutiny.discoveries(out, chance="q")

    def test_colours_of_many_series(self):
        rule = scrutiny.colour_rule('"High" when value >= 53; otherwise "Low"')
        panel = scrutiny.panel(self.columns, key="area", period="month")
        out = scrutiny.colours(panel, rule, least=6)
        self.assertEqual((out.n_series, out.table["status"]), (2, ["done", "done", "refused"]))
        one = scrutiny.colours({"period": self.columns["month"][:24], "value": self.columns["value"][:24]}, rule, status=None)
        self.assertEqual((out.table["changes"][0], out.table["expected"][0]), (one.changes, one.expected))
        self.assertLessEqual(one.expected_low, one.expected_high)
        self.assertGreater(one.bits_shown, 0)

    def test_colours_of_what_is_counted_otherwise(self):
        rule = scrutiny.colour_rule('"High" when value >= 53; otherwise "Low"')
        figures = {"period": self.columns["month"][:24], "value": self.columns["value"][:24]}
        shifts = scrutiny.shifts(scrutiny.panel(self.columns, key="area", period="month").dup_series(0))
        audit = scrutiny.colours(figures, rule, status=None, breaks=[figures["period"][12]], shifts=shifts)
        self.assertEqual(audit.method.parameters["breaks"], [figures["period"][12]])
        self.assertEqual(audit.method.parameters["shifts"], [shift.at for shift in shifts.dup_all()])
        self.assertEqual(audit.changes_compared, audit.changes)
        with self.assertRaises(scrutiny.Error):
            scrutiny.colours(figures, rule, status=None, breaks=["soon"])
        with self.assertRaises(TypeError):
            scrutiny.colours(figures, rule, status=None, brakes=["2024-01"])
        with self.assertRaises(TypeError):
            scrutiny.colours(scrutiny.panel(self.columns, key="area", period="month"), rule, breaks=["2024-01"])

    def test_what_a_series_could_notice(self):
        panel = scrutiny.panel(self.columns, key="area", period="month", numerator="value", denominator="of")
        notice = scrutiny.notice(panel.dup_series(0))
        self.assertEqual((notice.per, notice.power, notice.cases), ("month", 0.8, 100))
        self.assertGreater(notice.smallest_change, notice.smallest_change_year)
        self.assertEqual(list(notice.times["change"]), [2, 5, 10, 20, 30])
        with self.assertRaises(scrutiny.Error):
            scrutiny.notice(panel.dup_series(0), power=80)

    def test_how_much_figures_say_the_same(self):
        months = self.columns["month"][:24]
        values = [50.0 + i * i % 7 for i in range(24)]
        panel = scrutiny.panel({"what": ["a"] * 24 + ["b"] * 24, "month": months * 2, "value": values + [2 * v for v in values]},
                               key="what", period="month")
        out = scrutiny.overlap(panel)
        self.assertEqual((out.n_figures, out.n_periods, list(out.pairs["alike"])), (2, 23, [1]))
        self.assertLess(out.effective_number, 1.2)

    def test_stops(self):
        stop = Gio.Cancellable()
        stop.cancel()
        with self.assertRaises(GLib.Error):
            scrutiny.chart(scrutiny.panel(self.columns, key="area", period="month"), cancellable=stop)

    def test_ratios(self):
        panel = scrutiny.panel(self.columns, key=["area"], period="month", numerator="value", denominator="of")
        self.assertTrue(panel.dup_series(1).has_counts())
        for wrong in ({"numerator": "value"}, {"value": "value", "numerator": "value", "denominator": "of"}):
            with self.assertRaises(TypeError):
                scrutiny.panel(self.columns, key="area", period="month", **wrong)

    def test_names_both_rows(self):
        twice = {name: column + column[:1] for name, column in self.columns.items()}
        with self.assertRaisesRegex(scrutiny.Error, "^Rows 1 and 42 below the header"):
            scrutiny.panel(twice, key="area", period="month")


class Data(unittest.TestCase):
    def setUp(self):
        self.series = case.series()
        self.chart = scrutiny.chart(self.series, kind="xmr")

    def test_getters_are_attributes(self):
        self.assertEqual((self.chart.kind, self.chart.series.scale), ("xmr", 100))
        self.assertEqual(self.series.timeline.calendar, "month")
        self.assertEqual({s.direction for s in self.chart.signals}, {"up", "down"})
        self.assertIsNone(self.chart.cannot_tell)
        with self.assertRaises(AttributeError):
            self.chart.kind = "p"

    stones = {"stones": ["small", "large"] * 2, "period": ["open"] * 2 + ["keyhole"] * 2,
              "success": [81, 192, 234, 55], "cases": [87, 263, 270, 80]}

    def test_areas_side_by_side(self):
        figures = {"area": ["a", "b", "c", "d"], "cases": [50, 52, 47, 90], "all": [100] * 4}
        words = {"area": "area", "numerator": "cases", "denominator": "all"}
        comparison = scrutiny.compare(figures, focus="d", draws=1000, seed=3, **words,
                                      neighbours={"area": ["d", "d"], "neighbour": ["a", "b"]})
        self.assertEqual((comparison.kind, comparison.n_areas), ("proportion", 4))
        self.assertAlmostEqual(comparison.centre, 59.75)
        self.assertEqual(list(comparison.areas["outside998"]), [0, 0, 0, 1])
        self.assertEqual(list(comparison.areas["neighbours"]), [0, 0, 0, 2])
        self.assertEqual(comparison.findings[0].id, "compare.focus")
        self.assertIn(">d</text>", scrutiny.draw(comparison, "cases"))
        self.assertEqual(json.loads(comparison.json)["areas"][3]["rank_set"], [1, 1])
        self.assertRegex(repr(comparison), "proportion of 4 areas")
        with self.assertRaisesRegex(scrutiny.Error, "no column “ward”"):
            scrutiny.compare(figures, **{**words, "area": "ward"})
        with self.assertRaisesRegex(TypeError, "no setting 'places'"):
            scrutiny.compare(figures, places=True, **words)
        ranked = scrutiny.compare({**figures, "place": [3, 2, 4, 1]}, rank="place", **words)
        self.assertEqual(ranked.findings[0].id, "compare.published-rank")
        self.assertEqual(list(ranked.areas["published_rank"]), [3, 2, 4, 1])

    def test_rate_or_mix(self):
        words = {"numerator": "success", "denominator": "cases"}
        mix = scrutiny.mix(self.stones, segment="stones", seed=3, **words)
        self.assertAlmostEqual(mix.rate_part + mix.mix_part, mix.total)
        self.assertAlmostEqual(mix.rate_part, -5.3671217385603764)
        self.assertTrue(mix.rate_low < mix.rate_part < mix.rate_high)
        self.assertEqual([finding.id for finding in mix.findings], ["mix.open"])
        self.assertEqual(mix.segments["segment"], ["small", "large"])
        self.assertEqual(json.loads(mix.json)["method"]["parameters"]["seed"], 3)
        self.assertEqual(scrutiny.mix(self.stones, segment=["stones"], before="keyhole", **words).total, -mix.total)
        self.assertEqual(scrutiny.mixes(self.stones, segments=["stones"], **words)["status"], ["done"])
        days = {"team": ["short", "long"] * 2, "period": ["1", "1", "2", "2"], "days": [10, 40, 9, 38], "n": [100, 100, 50, 150],
                "sd": [4, 12, 4, 12]}
        mix = scrutiny.mix(days, segment="team", numerator="days", denominator="n", deviation="sd", unit="days")
        self.assertIn("from 25.0 days to 30.8 days", mix.findings[0].statement)
        with self.assertRaisesRegex(scrutiny.Error, "no column “ward”"):
            scrutiny.mix(self.stones, segment="ward", **words)

    def test_demand(self):
        calls = {"kind": ["failure"] * 6 + ["value"] * 4, "cause": ["no reply"] * 10, "other": ["failure"] * 7 + ["value"] * 3}
        demand = scrutiny.demand(calls, second_coder="other", margin=0.1, disclosure=0)
        self.assertEqual((demand.kinds["kind"], list(demand.causes["count"])), (["failure", "value"], [6, 4]))
        self.assertAlmostEqual(demand.adjusted, 0.8)
        self.assertEqual(demand.findings[0].id, "demand.causes")

    def test_link(self):
        figures = [7, 3, 8, 1, 9, 4, 6, 2, 8, 5, 7, 1, 9, 3, 6, 4, 8, 2, 7, 5]
        x, y = scrutiny.series(figures, "2000"), scrutiny.series([30 - 2 * figure for figure in figures], "2000")
        link = scrutiny.link(x, y, max_lag=1, expected="down")
        self.assertEqual((link.verdict, link.routes["name"], list(link.routes["lag"])), ("moved-as-stated", ["level", "change"], [0, 0]))
        self.assertIn("which came first cannot be told", scrutiny.link(x, y).findings[0].statement)
        self.assertEqual(scrutiny.link(x, y, events=["2003..2005 moved house"]).n_periods, 17)
        self.assertIn("fewest", scrutiny.link(scrutiny.series(figures[:5], "2000"), y).cannot_tell)
        with self.assertRaisesRegex(scrutiny.Error, "Event: “soon” is not a year"):
            scrutiny.link(x, y, events=["soon"])

    def test_link_all(self):
        figures = [7, 3, 8, 1, 9, 4, 6, 2, 8, 5, 7, 1, 9, 3, 6, 4, 8, 2, 7, 5]
        rows = {"key": ["a"] * 20 + ["b"] * 20, "period": [str(2000 + i % 20) for i in range(40)],
                "value": figures + [30 - 2 * figure for figure in figures]}
        pairs = scrutiny.link(scrutiny.panel(rows, key="key"), expected="down")
        self.assertEqual((pairs["indicator"], pairs["verdict"], list(pairs["discovery"])), (["a", "b"], ["moved-as-stated"] * 2, [1, 1]))
        self.assertAlmostEqual(scrutiny.count(pairs)["expected"], 0.1)
        one = scrutiny.link(scrutiny.panel(rows, key="key"), scrutiny.panel({n: c[:20] for n, c in rows.items()}, key="key"))
        self.assertEqual(one["verdict"], ["cannot-tell", "moves-with"])
        with self.assertRaisesRegex(TypeError, "ids in a dossier"):
            scrutiny.link(scrutiny.panel(rows, key="key"), outcomes=["a"])

    def test_link_panel(self):
        n, years = 6, 8
        x = [(i * i * 37 + i * 7919) % 101 / 10 for i in range(n * years)]
        rows = {"place": [f"P{i // years}" for i in range(n * years)], "period": [str(2010 + i % years) for i in range(n * years)],
                "x": x, "y": [3 * x[i] + (i * i * 37 + i * 5003) % 97 / 10 for i in range(n * years)]}
        made = scrutiny.link_panel(rows, key="place", indicator="x", outcome="y", expected="up")
        self.assertEqual((made.verdict, made.n_places, made.n_periods), ("moved-as-stated", 6, 8))
        self.assertAlmostEqual(made.p, 1 / 720)
        self.assertTrue(made.e_value != made.e_value)
        self.assertIn("of 6 places over 8 years it did", made.findings[0].statement)
        with self.assertRaisesRegex(scrutiny.Error, "no column “z”"):
            scrutiny.link_panel(rows, key="place", indicator="x", outcome="z")
        with self.assertRaisesRegex(TypeError, "no setting 'regions'"):
            scrutiny.link_panel(rows, key="place", indicator="x", outcome="y", regions="r")

    def test_step(self):
        figures = [50 + (i * i * 37 + i * 7919) % 11 / 10 + (6 if i >= 12 else 0) for i in range(24)]
        series = scrutiny.series(figures, "2019-01")
        step = scrutiny.step(series, "2020-01", stated="2019-11-05", expected="up", draws=199)
        self.assertEqual((step.verdict, step.timing, step.n_before, step.n_after), ("moved-as-stated", "before", 12, 12))
        self.assertAlmostEqual(step.p, 0.005)
        self.assertEqual([f.id for f in scrutiny.step(series, "2020-01").findings], ["step.rose", "step.looks-back"])
        self.assertIn("8 are the fewest", scrutiny.step(series, "2019-05").cannot_tell)
        with self.assertRaisesRegex(scrutiny.Error, "Step, at: “soon” is no month"):
            scrutiny.step(series, "soon")
        with self.assertRaisesRegex(scrutiny.Error, "no date was given"):
            scrutiny.step(series)

    def test_step_of_a_claim(self):
        figures = [50 + (i * i * 37 + i * 7919) % 11 / 10 + (6 if i >= 12 else 0) for i in range(24)]
        builder = Scrutiny.DossierBuilder.new()
        builder.add_indicator("soon", "Seen soon")
        builder.set_series("soon", scrutiny.series(figures, "2019-01"))
        claim = Scrutiny.Claim.new("start", "A new team", "Cabinet", "2019-11-05").copy_with("from", "2020-01")
        soon = builder.end()["soon"]
        step = scrutiny.step(soon, claim=claim, draws=199)
        self.assertEqual((step.verdict, step.timing, step.get_claim().text, step.get_at()), ("rose", "before", "A new team", "2020-01"))
        step = scrutiny.step(soon, "2020-02", claim=claim, draws=199)
        self.assertEqual((step.timing, step.get_claim()), ("unknown", None))

    def test_drift(self):
        repairs = scrutiny.ratio([100, 112], [1000, 910], "2022", scale=1000)
        drift = scrutiny.drift(repairs)
        self.assertAlmostEqual(drift.numerator_part + drift.denominator_part, drift.after - drift.before)
        self.assertIn("rose by 12.0%", drift.findings[0].statement)
        self.assertEqual(scrutiny.drift(repairs, before="2022", after="2023").json, drift.json)
        with self.assertRaisesRegex(scrutiny.Error, "give both"):
            scrutiny.drift(repairs, before="2022")

    def test_versions(self):
        versions = scrutiny.versions({"first": [10] * 6, "last": [11] * 6}, "first", "last")
        self.assertEqual((versions.n_pairs, versions.mean, versions.largest), (6, 1, 1))
        self.assertEqual([finding.id for finding in versions.findings],
                         ["versions.changed", "versions.direction", "versions.ratio"])
        with self.assertRaisesRegex(scrutiny.Error, "final"):
            scrutiny.versions({"first": [1], "last": [2]}, "first", "final")

    def test_composite(self):
        units = {"unit": ["a", "b", "c", "d"], "safe": [10, 0, 5, 8], "site": [0, 100, 80, 20]}
        score = scrutiny.composite(units, weights={"safe": 3, "site": 1}, thresholds={"safe": 5}, spreads={"safe": 2}, seed=4)
        self.assertEqual(list(score.units["place"]), [1, 4, 3, 2])
        self.assertEqual(list(score.components["share"]), [0.75, 0.25])
        self.assertEqual((score.n_within, score.findings[0].id), (3, "composite.places"))
        self.assertEqual(json.loads(score.json)["method"]["parameters"]["seed"], 4)
        self.assertEqual(list(scrutiny.composite(units).components["share"]), [0.5, 0.5])
        with self.assertRaisesRegex(scrutiny.Error, "mood"):
            scrutiny.composite(units, weights={"mood": 1})

    def test_hints(self):
        said = {"a": ("indicator", "Mae galwadau wedi eu hateb yn gyflym"),
                "b": ("output", "Mae'r galwadau yn cael eu hateb yn gyflym")}
        made = scrutiny.hints(scrutiny.chain(said, because=[("a", "b")]))
        self.assertEqual((made.language, made.cannot_tell, len(made.findings)), ("cy", None, 1))
        self.assertEqual((made.findings[0].id, made.findings[0].facts["confirmed"]), ("because.hint-repeats", False))
        figure = Scrutiny.Indicator.new("calls", "Calls answered")
        again = scrutiny.hints(scrutiny.chain({"a": ("status", "It is on target"), "b": ("output", "We answer calls")},
                                              because=[("a", "b")]), figure)
        self.assertEqual([one.id for one in again.findings],
                         ["because.hint-same"] if Scrutiny.has_feature("words") else [])
        with self.assertRaises(TypeError):
            scrutiny.hints("chain")

    def test_capability(self):
        days = range(400)
        made = scrutiny.capability({"from": list(days), "to": [day + (6 if day % 2 else 4) for day in days]},
                                   start="from", end="to", until="1971-02-04")
        self.assertEqual((made.centre, made.lower, made.upper, made.n_shifts), (5, 0, 11, 0))
        self.assertEqual(len(made.blocks), 27)
        self.assertEqual(made.findings[0].id, "capability.now")
        with self.assertRaises(scrutiny.Error):
            scrutiny.capability({"from": list(days)}, start="from", end="shut")

    def test_waits(self):
        cases = {"opened": ["2024-03-01"] * 12, "closed": [f"2024-03-{day:02}" for day in range(2, 13)] + [None],
                 "child": list("abcdefghijka")}
        waits = scrutiny.waits(cases, start="opened", end="closed", key="child", until="2024-06-01", windows=9,
                               disclosure=0)
        self.assertEqual((waits.n_rows, waits.n_finished, waits.n_open, waits.half), (12, 11, 1, 6.5))
        self.assertEqual(len(waits.returns), 9)
        self.assertEqual(waits.findings[0].id, "waits.tail")
        self.assertEqual(json.loads(waits.json)["method"]["parameters"]["until"], "2024-06-01")
        with self.assertRaisesRegex(scrutiny.Error, "is no day"):
            scrutiny.waits(cases, start="opened", end="child")

    def test_a_slope(self):
        slope = scrutiny.slope(self.series, season="none", level=0.9)
        self.assertEqual((slope.direction, slope.test, slope.cannot_tell), ("up", "mann-kendall", None))
        self.assertTrue(0 < slope.low < slope.slope < slope.high)
        self.assertTrue(0 < slope.p <= slope.p_dependent < 0.1)
        self.assertIn("rose", str(slope.findings[0]))
        self.assertEqual(scrutiny.slope(self.series, test="pettitt").test, "pettitt")
        self.assertEqual(scrutiny.slope(self.series, covariate=self.series).test, "partial")
        self.assertEqual(scrutiny.slope(scrutiny.series([1, 2], "2023-04")).cannot_tell,
                         "2 months: a slope needs 8; ask for at least 6 months more")

    def test_iteration(self):
        self.assertEqual(len(list(self.series)), 24)
        self.assertEqual(list(self.series.timeline)[:2], ["2023-04", "2023-05"])
        self.assertIn("upper", list(self.chart.points))
        self.assertEqual(len(self.chart.points), 24)

    def test_a_table_is_columns_by_name(self):
        points = self.chart.points
        self.assertIn("upper", points)
        self.assertNotIn("nothing", points)
        self.assertNotIn(3, points)
        self.assertEqual(points["period"][0], "2023-04")
        self.assertEqual(set(points.to_dict()), set(points))
        with self.assertRaisesRegex(KeyError, "no column 'nothing'; there are .*upper"):
            points["nothing"]

    def test_findings_are_plain_data(self):
        for finding in self.chart.findings:
            plain = finding.to_dict()
            self.assertEqual(json.loads(json.dumps(plain)), plain)
            self.assertIs(type(finding.facts), dict)
            self.assertEqual(str(finding), plain["statement"])

    def test_repr_says_what_it_is(self):
        self.assertEqual(repr(self.series), "<Scrutiny.Series 24 values 2023-04..2025-03>")
        self.assertRegex(repr(self.chart), r"^<Scrutiny.Chart xmr: 24 points, \d+ signals>$")
        for thing in (self.chart.points, self.chart.findings[0], self.chart.signals[0], self.series.timeline,
                      scrutiny.proportion(1, 2), scrutiny.series([], [])):
            self.assertRegex(repr(thing), r"^<Scrutiny\.\w+ .+>$")

    def test_a_table_from_columns(self):
        table = scrutiny.table({"n": [1, None, 2.5], "text": ["a", None, 3], "none": [None] * 3, "mixed": [97, "<5", math.nan]})
        self.assertTrue(math.isnan(table["n"][1]))
        self.assertEqual((table["text"], table["mixed"]), (["a", "", "3"], ["97", "<5", ""]))
        self.assertFalse(table.is_text("none"))
        for given in ([1, 2], "text", {"a": "text"}, {"a": 3}):
            with self.subTest(given=given), self.assertRaises(TypeError):
                scrutiny.table(given)
        with self.assertRaises(scrutiny.Error) as raised:
            scrutiny.table({"a": [1, 2], "b": [1]})
        self.assertEqual(raised.exception.code, "mismatch")

    def test_the_same_with_one_thing_changed(self):
        rule = scrutiny.colour_rule(case.RULE, said_by="Cabinet")
        self.assertEqual(rule.claim.said_by, "Cabinet")
        self.assertEqual(rule.statuses, ["GREEN", "AMBER", "RED"])
        self.assertIsNot(rule.replace(until="2024-03"), rule)
        with self.assertRaisesRegex(scrutiny.Error, "text, until, from"):
            rule.replace(colour="mauve")

    def test_a_keyword_of_python_is_still_reachable(self):
        event = Scrutiny.Event.new("2024-04", "", "a new team", "")
        self.assertEqual(event.from_, "2024-04")


class Settings(unittest.TestCase):
    def setUp(self):
        self.series = case.series()

    def test_an_unknown_one_is_refused(self):
        with self.assertRaisesRegex(TypeError, "no setting 'basline'; there are allowance, baseline, centre, constants"):
            scrutiny.chart(self.series, basline="2023-04..2024-03")
        with self.assertRaisesRegex(TypeError, "there is no 'pp'; there are auto, run"):
            scrutiny.chart(self.series, kind="pp")

    def test_the_wrong_type_is_refused(self):
        for name, given in (("width", "3"), ("screen", "no"), ("screen", 0), ("phases", [12]), ("excluded", 12),
                            ("phases", [None]), ("baseline", ["2023-04", "2024-03"]), ("rules", 3), ("kind", 99),
                            ("constants", 2.66)):
            with self.subTest(name=name, given=given), self.assertRaises(TypeError):
                scrutiny.chart(self.series, **{name: given})

    def test_what_the_figures_do_not_have_is_refused(self):
        for code, settings in (("not-found", {"baseline": "2020-01..2020-12"}), ("out-of-range", {"width": -1.0}),
                               ("not-found", {"rules": ["nobody's"]}), ("not-found", {"constants": "mine"}),
                               ("not-found", {"phases": "2020-01"})):
            with self.subTest(settings=settings), self.assertRaises(scrutiny.Error) as raised:
                scrutiny.chart(self.series, **settings)
            self.assertEqual(raised.exception.code, code)

    def test_one_text_is_a_list_of_one(self):
        one = scrutiny.chart(self.series, phases="2024-10", excluded="2023-12")
        listed = scrutiny.chart(self.series, phases=["2024-10"], excluded=["2023-12"])
        self.assertEqual(one.json, listed.json)

    def test_a_pair_is_a_span_and_none_the_default(self):
        pair = scrutiny.chart(self.series, baseline=("2023-04", "2024-03"), excluded=("2023-10", "2023-12"), width=None)
        span = scrutiny.chart(self.series, baseline="2023-04..2024-03", excluded=["2023-10..2023-12"])
        self.assertEqual(pair.json, span.json)

    def test_options_are_set_as_attributes(self):
        options = Scrutiny.ChartOptions.new()
        options.kind, options.phases, options.width = "p", "2024-10", 2.0
        self.assertEqual((options.kind, options.phases, options.width), ("p", ["2024-10"], 2.0))
        with self.assertRaises(TypeError):
            options.kind = "pp"


class Errors(unittest.TestCase):
    def test_where_and_what(self):
        cases = (
            ("pack.csv, row 14, column “Actual”: “<5” hides a count; ask", 14, "Actual", "<5"),
            ("pack.csv, row 14: “Q5” is not a period", 14, None, "Q5"),
            ("Row 2: “banana” is not a period", 2, None, "banana"),
            ("2023-05 (row 2): “gone” is not a state", 2, None, "gone"),
            ("Column “Actual”: 3 rows; there are 4", None, "Actual", None),
            ("“2023-13” is not a period", None, None, "2023-13"),
            ("Baseline: “2020-01” is before the first", None, None, "2020-01"),
            ("pack.csv, row 3, column “a: b, row 9”: “x, row 7: “y””", 3, "a: b, row 9", "x, row 7: “y"),
            ("nothing of the kind", None, None, None),
        )
        for message, *place in cases:
            error = scrutiny.Error(message)
            self.assertEqual([error.row, error.column, error.value], place, message)

    def test_from_the_library(self):
        with self.assertRaises(scrutiny.Error) as raised:
            scrutiny.series([1, 2], ["2023-04", "banana"])
        error = raised.exception
        self.assertIsInstance(error, ValueError)
        self.assertEqual((error.code, error.row, error.value), ("unreadable", 2, "banana"))
        self.assertIsNone(error.__cause__)

    def test_survives_copying(self):
        error = scrutiny.Error("Row 2: “x” is not a period", "mismatch")
        for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
            self.assertEqual((str(again), again.code, again.row), (str(error), "mismatch", 2))

    def test_what_lines_up_must(self):
        for call in (lambda: scrutiny.series([1, 2], ["2023-04"]), lambda: scrutiny.ratio([1, 2], [1], "2023-04"),
                     lambda: scrutiny.ratio([1], [1, 2], "2023-04"),
                     lambda: scrutiny.chart(scrutiny.series([1, 2, 3], "2023-04"), kind="p")):
            with self.assertRaises(scrutiny.Error) as raised:
                call()
            self.assertEqual(raised.exception.code, "mismatch")

    def test_periods_are_needed(self):
        for periods in (None, [1, 2], [None, "2023-05"], [b"2023-04", "2023-05"], 2023):
            with self.subTest(periods=periods), self.assertRaises(TypeError):
                scrutiny.series([1, 2], periods)

    def test_the_wrong_object_is_refused(self):
        for call in (lambda: scrutiny.chart(None), lambda: scrutiny.chart([1, 2]), lambda: scrutiny.because("chain"),
                     lambda: scrutiny.proportion("1", 2), lambda: scrutiny.colour_rule(None),
                     lambda: scrutiny.chain({"a": "text"}), lambda: scrutiny.chain({"a": ("status", None)}),
                     lambda: scrutiny.chain({"a": ("colour", "x")}), lambda: scrutiny.chain({}, because=["ab"]),
                     lambda: scrutiny.chain({}, same_as=[("a", "b")]), lambda: scrutiny.Finding("a.b", "x", y=object()),
                     lambda: scrutiny.Finding("a.b", "x", y=[1, "a"])):
            with self.assertRaises(TypeError):
                call()

    def test_a_position_that_is_none(self):
        series = case.series()
        for call in (series.get_value, series.get_state, series.get_bounds, series.timeline.dup_text,
                     series.timeline.dup_label, series.timeline.get_ordinal, Scrutiny.Dossier().get_indicator):
            for position in (24, -1):
                with self.assertRaises(IndexError):
                    call(position)


class Checks(unittest.TestCase):
    """A check is a function; what it raises is not lost."""

    def run_check(self, check):
        found = check.run(Scrutiny.Indicator.new("within-45", "Within 45 days"))
        return [found.get_item(i) for i in range(found.get_n_items())]

    def test_findings_are_yielded_returned_or_none(self):
        def one(_):
            return scrutiny.Finding(OWN, "{n} values.", "Counted?", n=24, request="The counts.")

        for function in (one, lambda i: [one(i)], lambda i: iter([one(i)])):
            found, = self.run_check(scrutiny.check(OWN)(function))
            self.assertEqual((str(found), found.question, found.request, found.facts),
                             ("24 values.", "Counted?", "The counts.", {"n": 24}))
        self.assertEqual(self.run_check(scrutiny.check(OWN)(lambda i: None)), [])

    def test_a_result_is_a_finding_too(self):
        found, = self.run_check(scrutiny.check(OWN)(lambda i: scrutiny.proportion(1, 2)))
        self.assertIsInstance(found, Scrutiny.Proportion)

    def test_what_it_raises_is_not_done(self):
        def after_one(_):
            yield scrutiny.Finding(OWN, "One.")
            raise KeyError("gone")

        cases = (
            (lambda i: 1 / 0, "division by zero"),
            (lambda i: [1], "an integer"),
            (lambda i: 7, "int"),
            (lambda i: i.no_such_thing, "no_such_thing"),
            (lambda i: [scrutiny.Finding(OWN, "{unknown}")], "unknown"),
            (after_one, "gone"),
        )
        for function, part in cases:
            last = self.run_check(scrutiny.check(OWN)(function))[-1]
            self.assertEqual((last.id, last.check), ("check.not-done", OWN))
            self.assertTrue(last.reason.startswith(f"{OWN} was not done: "), last.reason)
            if part not in ("an integer", "int"):
                self.assertIn(part, last.reason)

    def test_whatever_the_exception_says(self):
        for said in ("no good, 3 sigma", "{braces} {", "\x1b[31m", "\ud800", "", "x" * 100000):
            def broken(_, said=said):
                raise ValueError(said)

            last, = self.run_check(scrutiny.check(OWN)(broken))
            self.assertEqual(last.id, "check.not-done")

    def test_a_check_has_a_name(self):
        with self.assertRaises(TypeError):
            scrutiny.check(lambda i: None)


class Review(unittest.TestCase):
    def setUp(self):
        builder = Scrutiny.DossierBuilder.new()
        builder.add_indicator("within-45", "Within 45 days")
        builder.set_series("within-45", case.series())
        builder.add_note(None, "read as a series")
        self.dossier = builder.end()

    def test_a_dossier_is_its_indicators(self):
        self.assertEqual([i.id for i in self.dossier], ["within-45"])
        self.assertIn("within-45", self.dossier)
        self.assertEqual(self.dossier[-1].title, self.dossier["within-45"].title)
        self.assertEqual(self.dossier.notes, ["read as a series"])
        for key, error in ((3, IndexError), ("nothing", KeyError)):
            with self.assertRaises(error):
                self.dossier[key]

    def test_what_is_asked_is_carried_and_answered(self):
        asked = scrutiny.review(self.dossier).requests
        self.assertGreater(len(asked), 0)
        kept = scrutiny.keep(self.dossier, asked, on="2025-03-12", by="2025-06-11")
        self.assertEqual([request.id for request in kept.requests], [request.id for request in asked])
        again = scrutiny.keep(kept, scrutiny.review(kept).requests, on="2025-09-10")
        self.assertEqual({request.asked_on for request in again.requests}, {"2025-03-12"})
        answered = scrutiny.answer(again, asked[0].id, "Here.", said_by="Director", on="2025-06-03", reference="Annex B")
        self.assertEqual(answered.find_request(asked[0].id).state, "received")
        self.assertEqual(again.find_request(asked[0].id).state, "open")
        self.assertEqual([(r.text, r.reference) for r in answered.responses], [("Here.", "Annex B")])
        self.assertIn("For the meeting of 10 September 2025", scrutiny.review(answered.copy_with_meeting("2025-09-10")).text())
        for refused in (lambda: scrutiny.answer(again, "nothing", "Here."),
                        lambda: scrutiny.answer(again, asked[0].id, "Here.", state="lost")):
            with self.assertRaises(scrutiny.Error):
                refused()

    def test_reasons_are_drawn(self):
        chain = scrutiny.chain({"a": ("status", "Done"), "b": ("outcome", "Safer <b>")}, because=[("a", "b")])
        svg = scrutiny.draw(Scrutiny.Because.new(chain), "Why")
        self.assertIn(">no evidence recorded</text>", svg)
        self.assertNotIn("<b>", svg)

    def test_a_score_says_what_it_is_made_of(self):
        units = {"ward": ["a", "b", "c", "d"], "safe": [10, 0, 5, 8], "site": [0, 100, 80, 20], "score": [75, 25, 77.5, 65]}
        recipe = scrutiny.recipe(units, unit="ward", weights={"safe": 3, "site": 1}, thresholds={"safe": 5}, scaling="min-max",
                                 published="score")
        self.assertEqual((list(recipe.components["weight"]), recipe.units["ward"][3]), ([3, 1], "d"))
        builder = Scrutiny.DossierBuilder.new()
        builder.add_indicator("score", "Overall score")
        builder.set_recipe("score", recipe)
        dossier = builder.end()
        self.assertEqual(dossier["score"].recipe.published, "score")
        said = {f.id: f for f in scrutiny.review(dossier).findings}
        self.assertEqual(said["composite.published-value"].facts["named"], "c (77.5 published, 57.50 worked out)")
        self.assertIsNone(scrutiny.recipe(units, unit="ward", weights={"safe": 1}).scaling)
        with self.assertRaisesRegex(scrutiny.Error, "not one of min-max"):
            scrutiny.recipe(units, weights={"safe": 1}, scaling="ranks")

    def test_own_checks_beside_the_standard_ones(self):
        @scrutiny.check(OWN)
        def count(indicator):
            yield scrutiny.Finding(OWN, "{n} values.", "Counted?", n=len(indicator.series))

        @scrutiny.check("ashcombe.broken")
        def broken(_):
            return 1 / 0

        report = scrutiny.review(self.dossier, [*scrutiny.standard_checks(), count, broken])
        self.assertIn("24 values.", str(report))
        self.assertIn("ashcombe.broken", [n.check for n in report.not_done])
        self.assertEqual([n.reason for n in report.not_done if n.check == "ashcombe.broken"],
                         ["ashcombe.broken was not done: division by zero"])
        self.assertGreater(len(scrutiny.review(self.dossier).questions), 0)
        self.assertEqual(scrutiny.review(self.dossier, checks=[]).questions, [])

    def test_a_check_is_made_by_check(self):
        for checks in ([len], [None], ["figure"], 3):
            with self.subTest(checks=checks), self.assertRaises(TypeError):
                scrutiny.review(self.dossier, checks)

    def test_written_in_the_form_of_the_name(self):
        report = scrutiny.review(self.dossier)
        with tempfile.TemporaryDirectory() as folder:
            for form in ("html", "md", "json", "txt"):
                path = pathlib.Path(folder, f"sheet.{form}")
                report.write(path, lang="en")
                self.assertEqual(path.read_text(), report.text(form, lang="en"))
            report.write(str(path), form="md")
            self.assertEqual(path.read_text(), report.text("md"))
            with self.assertRaises(OSError):
                report.write(pathlib.Path(folder, "no", "such", "sheet.html"))
            with self.assertRaises(scrutiny.Error):
                report.write(pathlib.Path(folder, "sheet.docx"))
        with self.assertRaises(scrutiny.Error):
            report.text("docx")

    def test_stopped(self):
        from gi.repository import Gio

        stopped = Gio.Cancellable()
        stopped.cancel()
        with self.assertRaises(GLib.Error) as raised:
            scrutiny.review(self.dossier, cancellable=stopped)
        self.assertTrue(raised.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.CANCELLED))


class Read(unittest.TestCase):
    CSV = "\ufeffAssessed in time 2023–25, %;;\nMonth;Met;Closed\nApr 2023;61;88\nMay 2023;58;83\nJun 2023;70;97\n"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name, "Scorecard – Q4 (final) =1+1.csv")
        self.path.write_text(self.CSV)

    def test_a_path_in_every_form(self):
        sheets = {str(scrutiny.review(scrutiny.read(file))) for file in (self.path, str(self.path))}
        with open(self.path) as text, open(self.path, "rb") as binary:
            sheets |= {str(scrutiny.review(scrutiny.read(file))) for file in (text, binary)}
        self.assertEqual(len(sheets), 1)

    def test_what_is_not_there(self):
        with self.assertRaises(FileNotFoundError):
            scrutiny.read(self.path.with_name("gone.csv"))
        for file in (None, 3, ["a.csv"]):
            with self.assertRaises(TypeError):
                scrutiny.read(file)
        with self.assertRaisesRegex(TypeError, "no setting 'sheat'"):
            scrutiny.read(self.path, sheat="1")

    def test_columns_by_role(self):
        dossier = scrutiny.read(self.path, columns={"numerator": "Met", "denominator": "Closed", "period": "Month"})
        self.assertEqual(list(dossier[0].series.numerators), [61, 58, 70])


if __name__ == "__main__":
    tap.main()
