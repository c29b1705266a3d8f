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


if __name__ == "__main__":
    tap.main()
