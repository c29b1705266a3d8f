# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Where introspection bites: what Python can hand to C must neither crash nor pass in silence.

Run with G_DEBUG=fatal-criticals, so that a critical ends the program.
"""

import gc
import os
import struct
import unittest

import case
import scrutiny
import tap
from gi.repository import GLib, GObject, Scrutiny

ROUNDS = 300


def classes():
    for name in dir(Scrutiny):
        cls = getattr(Scrutiny, name)
        if isinstance(cls, type) and issubclass(cls, GObject.Object):
            yield name, cls


def attributes(cls):
    return [name for name in dir(cls) if isinstance(getattr(cls, name, None), property)]


def raw(*values):
    return GLib.Bytes.new(struct.pack(f"{len(values)}d", *values))


class Bare(unittest.TestCase):
    """g_object_new () gives a valid empty object of every class."""

    def test_criticals_are_fatal_here(self):
        self.assertIn("fatal", os.environ.get("G_DEBUG", ""))

    def test_every_getter_of_every_class(self):
        seen = 0
        for name, cls in classes():
            bare = cls()
            for attribute in attributes(cls):
                with self.subTest(cls=name, attribute=attribute):
                    getattr(bare, attribute)
                    seen += 1
            for prop in cls.list_properties():
                if prop.flags & GObject.ParamFlags.READABLE and prop.owner_type == cls.__gtype__:
                    bare.get_property(prop.name)
            self.assertIsInstance(repr(bare), str)
            self.assertIsInstance(str(bare), str)
        self.assertGreater(seen, 100)

    def test_what_takes_a_name_or_a_language(self):
        finding, table, chain = Scrutiny.Finding(), Scrutiny.Table(), Scrutiny.Chain()
        for say in (finding.dup_statement, finding.dup_question, finding.dup_request):
            for language in (None, "en", "cy", "xx", ""):
                say(language)
        self.assertFalse(table.has_column("x") or chain.has_statement("x"))
        self.assertEqual((list(table), list(chain), list(Scrutiny.Series()), list(Scrutiny.Timeline())), ([], [], [], []))
        self.assertEqual(list(Scrutiny.Dossier()), [])

    def test_bare_objects_work_as_arguments(self):
        for call in (lambda: scrutiny.chart(Scrutiny.Series()), lambda: scrutiny.because(Scrutiny.Chain()),
                     lambda: Scrutiny.Check().run(Scrutiny.Indicator()), lambda: Scrutiny.DossierBuilder().end(),
                     lambda: scrutiny.colour_fit(Scrutiny.Table()), lambda: Scrutiny.ChainBuilder().end()):
            try:
                call()
            except scrutiny.Error:
                pass


class Lengths(unittest.TestCase):
    """Every array has its own length, and they are compared."""

    def setUp(self):
        self.timeline = Scrutiny.Timeline.new("2023-04", 3)

    def refused(self, call, code="mismatch"):
        with self.assertRaises(GLib.Error) as raised:
            call()
        self.assertTrue(raised.exception.matches(Scrutiny.error_quark(), raised.exception.code))
        self.assertEqual(Scrutiny.Error(raised.exception.code).value_nick, code, raised.exception.message)

    def test_counts(self):
        make = Scrutiny.Series.new_ratio_from_bytes
        self.refused(lambda: make(self.timeline, raw(1), raw(*[2] * 2000000), 100))
        self.refused(lambda: make(self.timeline, raw(1, 1, 1), raw(), 100))
        self.refused(lambda: make(self.timeline, raw(1, 1, 1), raw(*[2] * 4), 100))

    def test_bytes_that_are_no_whole_number_of_doubles(self):
        for size in (1, 7, 23, 25):
            self.refused(lambda: Scrutiny.Series.new_from_bytes(self.timeline, GLib.Bytes.new(bytes(size))))
            table = Scrutiny.Table.new()
            self.refused(lambda: table.copy_with_doubles("x", GLib.Bytes.new(bytes(size))))

    def test_bytes_that_are_not_aligned(self):
        inner = GLib.Bytes.new(b"." + struct.pack("3d", 1, 2, 3)).new_from_bytes(1, 24)
        self.assertEqual(list(Scrutiny.Series.new_from_bytes(self.timeline, inner)), [1, 2, 3])
        found = Scrutiny.Table.new().copy_with_doubles("x", inner).get_doubles("x")
        self.assertEqual(list(found), [1, 2, 3])

    def test_states(self):
        series = Scrutiny.Series.new_from_bytes(self.timeline, raw(1, 2, 3))
        for states in ([], ["observed"], ["observed"] * 4):
            self.refused(lambda: series.copy_with_states(states))
        self.refused(lambda: series.copy_with_states(["observed", "guessed", "observed"]), "unreadable")

    def test_columns(self):
        table = Scrutiny.Table.new().copy_with_texts("a", ["x", "y"])
        self.refused(lambda: table.copy_with_texts("b", ["x"]))
        self.refused(lambda: table.copy_with_doubles("b", raw(1, 2, 3)))


class Ownership(unittest.TestCase):
    """Lists are (transfer container): each round gives its own, and the objects in it live on."""

    def holds(self, owner, method):
        first = getattr(owner, method)()
        self.assertTrue(first, method)
        before = [item.__grefcount__ for item in first]
        for _ in range(ROUNDS):
            getattr(owner, method)()
        gc.collect()
        self.assertEqual([item.__grefcount__ for item in first], before, method)
        del owner
        gc.collect()
        for item in first:
            repr(item)

    def test_lists(self):
        chart = scrutiny.chart(case.series(), kind="xmr")
        indicator = self.indicator()
        for owner, method in ((chart, "dup_signals"), (chart, "dup_findings"), (indicator, "dup_claims"),
                              (indicator, "dup_definitions"), (indicator, "dup_events")):
            with self.subTest(method=method):
                self.holds(owner, method)

    @staticmethod
    def indicator():
        builder = Scrutiny.DossierBuilder.new()
        builder.add_indicator("a", "A")
        builder.add_claim("a", Scrutiny.Claim.new("status", "x", "Cabinet", ""))
        builder.add_definition("a", Scrutiny.Definition.new("those in time"))
        builder.add_event("a", Scrutiny.Event.new("2024-04", "", "a new team", ""))
        return builder.end()[0]

    def test_lists_of_a_report(self):
        builder = Scrutiny.DossierBuilder.new()
        builder.add_indicator("a", "A")
        builder.set_series("a", case.series())
        builder.add_request(Scrutiny.Request.new("The counts.", "the director", "2025-06"))
        dossier = builder.end()
        report = scrutiny.review(dossier)
        self.holds(dossier, "dup_requests")
        for method in ("dup_findings", "dup_questions"):
            self.holds(report, method)
        for _ in range(ROUNDS):
            report.dup_not_done(), report.dup_requests(), Scrutiny.review_dup_checks()
        gc.collect()

    def test_evidence_of_a_chain(self):
        chain = scrutiny.chain({"a": ("status", "x"), "b": ("service", "y")}, because=[("a", "b", "survey")])
        first = chain.dup_evidence("a", "b")
        before = first[0].__grefcount__
        for _ in range(ROUNDS):
            chain.dup_evidence("a", "b")
        gc.collect()
        self.assertEqual(first[0].__grefcount__, before)
        for _ in range(ROUNDS):
            scrutiny.because(chain)

    def test_what_people_say_of_a_statement(self):
        chain = scrutiny.chain({"a": ("status", "x")}, views={"a": [{"party": "p"}]}, harms={"a": [{"group": "g"}]},
                               companions={"a": [{"measure": "m"}]})
        for method in (chain.dup_views, chain.dup_harms, chain.dup_companions):
            first = method("a")
            before = first[0].__grefcount__
            for _ in range(ROUNDS):
                method("a")
            gc.collect()
            self.assertEqual(first[0].__grefcount__, before)

    def test_a_callback_and_what_it_appends(self):
        kept = []

        def find(indicator):
            kept.append(indicator)
            yield scrutiny.Finding("a.b", "x")

        for _ in range(ROUNDS):
            made = scrutiny.check("a.b")(find)
            found = made.run(Scrutiny.Indicator.new("a", "A"))
            self.assertEqual(found.get_n_items(), 1)
            gc.collect(0)
        gc.collect()
        self.assertEqual({indicator.id for indicator in kept}, {"a"})
        self.assertEqual({indicator.__grefcount__ for indicator in kept}, {1})

    def test_a_callback_goes_with_its_check(self):
        class Token:
            pass

        import weakref

        token = Token()
        gone = weakref.ref(token)
        made = scrutiny.check("a.b")(lambda indicator, token=token: None)
        made.run(Scrutiny.Indicator.new("a", "A"))
        del made, token
        gc.collect()
        self.assertIsNone(gone())

    def test_facts_are_a_copy(self):
        finding = scrutiny.Finding("a.b", "{n}", n=1)
        facts = finding.facts
        facts["n"] = 2
        self.assertEqual((finding.facts["n"], str(finding)), (1, "1"))


class Names(unittest.TestCase):
    """A getter may not hide, or be hidden by, what every object has."""

    def test_a_chain_is_not_the_method_of_gobject(self):
        self.assertIsNone(Scrutiny.Indicator().chain)
        self.assertIsInstance(Scrutiny.Because().chain, (Scrutiny.Chain, type(None)))

    def test_every_getter_is_an_attribute(self):
        for name, cls in classes():
            for method in vars(cls):
                function = vars(cls)[method]
                if method[:4] in ("get_", "dup_") and hasattr(function, "get_arguments") and function.is_method() \
                        and not function.get_arguments():
                    short = {"from": "from_"}.get(method[4:], method[4:])
                    self.assertIsInstance(getattr(cls, short), property, f"{name}.{short}")

    def test_none_among_texts_would_end_them(self):
        self.assertEqual(len(Scrutiny.Timeline.new_from_texts(["2023-04", None, "2023-06"])), 1)
        for call in (lambda: scrutiny.series([1, 2, 3], ["2023-04", None, "2023-06"]),
                     lambda: scrutiny.chart(case.series(), rules=["wheeler", None])):
            with self.assertRaises(TypeError):
                call()

    def test_text_of_any_kind(self):
        for text in ("", "%s%n", "“”", "\U0001f600", "a\tb", "=1+1"):
            self.assertEqual(Scrutiny.Indicator.new("a", text).title, text)
        with self.assertRaises(Exception):
            Scrutiny.Indicator.new("a", "\ud800")
        for call in (lambda: Scrutiny.Timeline.new_from_texts(None), lambda: Scrutiny.Timeline.new(None, 3),
                     lambda: Scrutiny.Timeline.new("2023-04", -1), lambda: Scrutiny.Timeline.new("2023-04", 2**64)):
            with self.assertRaises((TypeError, ValueError, OverflowError)):
                call()


class Links(unittest.TestCase):
    """Whatever is held against whatever: an answer, a refusal in words or an error, and never a number made of none."""

    STRANGE = {"nothing": [], "one": [1.0], "missing": [None] * 60, "constant": [7.0] * 60, "line": [float(i) for i in range(60)],
               "huge": [1e300 * (i % 7) for i in range(60)], "tiny": [5e-324 * (i % 7) for i in range(60)],
               "holed": [float(i * 37 % 11) if i % 3 else None for i in range(60)], "noise": [float(i * i * 37 % 101) for i in range(60)]}

    def test_every_pair(self):
        made = {name: scrutiny.series(values, "2019-01") for name, values in self.STRANGE.items()}
        made["bare"] = Scrutiny.Series()
        for one, x in made.items():
            for other, y in made.items():
                with self.subTest(figure=one, outcome=other):
                    link = scrutiny.link(x, y)
                    self.assertEqual(link.verdict == "cannot-tell", link.cannot_tell is not None)
                    self.assertNotIn("nan", link.json.lower())

    def test_every_date(self):
        for name, values in self.STRANGE.items():
            for at in ("2020-07", "1600", "2399-12"):
                with self.subTest(figure=name, at=at):
                    step = scrutiny.step(scrutiny.series(values, "2019-01"), at, draws=9)
                    self.assertEqual(step.verdict == "cannot-tell", step.cannot_tell is not None)
                    self.assertNotIn("nan", step.json.lower())
        self.assertIn("No figures", scrutiny.step(Scrutiny.Series(), "2020-07").cannot_tell)

    def test_every_table_of_places(self):
        places = [f"P{i // 10}" for i in range(60)]
        years = [str(2010 + i % 10) for i in range(60)]
        for one, x in self.STRANGE.items():
            for other, y in self.STRANGE.items():
                with self.subTest(figure=one, outcome=other):
                    if len(x) != 60 or len(y) != 60:
                        with self.assertRaises(scrutiny.Error):
                            scrutiny.link_panel({"p": places, "period": years, "x": x, "y": y}, key="p", indicator="x", outcome="y")
                        continue
                    made = scrutiny.link_panel({"p": places, "period": years, "x": x, "y": y}, key="p", indicator="x", outcome="y", draws=9)
                    self.assertEqual(made.verdict == "cannot-tell", made.cannot_tell is not None)
                    self.assertNotIn("nan", made.json.lower())

    def test_places_in_two_regions_and_twice_in_a_period(self):
        rows = {"p": ["a", "a"], "period": ["2020", "2020"], "x": [1, 2], "y": [1, 2], "r": ["n", "s"]}
        with self.assertRaisesRegex(scrutiny.Error, "2020"):
            scrutiny.link_panel(rows, key="p", indicator="x", outcome="y")
        rows["period"] = ["2020", "2021"]
        with self.assertRaisesRegex(scrutiny.Error, "in another region before"):
            scrutiny.link_panel(rows, key="p", indicator="x", outcome="y", region="r")

    def test_panels_of_nothing(self):
        bare = Scrutiny.Panel()
        self.assertEqual(scrutiny.link(bare).get_n_rows(), 0)
        self.assertEqual(scrutiny.link(Scrutiny.Dossier()).get_n_rows(), 0)
        rows = {"key": ["سلام"] * 20 + ["🙂"] * 20, "period": [str(2000 + i % 20) for i in range(40)], "value": [float("inf")] * 20 + [None] * 20}
        try:
            pairs = scrutiny.link(scrutiny.panel(rows, key="key"))
            self.assertEqual((pairs["indicator"], set(pairs["status"])), (["سلام", "🙂"], {"refused"}))
        except scrutiny.Error as error:
            self.assertIn("inf", str(error))


if __name__ == "__main__":
    tap.main()
