# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Chains of reasons in the Python package: what is recorded of them, and what they are asked."""

import unittest

import scrutiny
import tap
from gi.repository import Scrutiny


class Because(unittest.TestCase):
    chain = scrutiny.chain(
        {"i": ("indicator", "90.2% in 45 days"), "a": ("intermediate", "Needs are understood"),
         "b": ("intermediate", "Help starts"), "o": ("outcome", "Children are safer")},
        because=[("i", "a", "survey", "2019"), ("i", "b", "survey", "2019"), ("a", "o", "review", "2024-11"),
                 ("b", "o", "audit", "2024-12"), ("b", "i")])

    def test_lines_and_loops(self):
        because = Scrutiny.Because.new(self.chain)
        self.assertEqual((because.get_n_routes(), because.get_n_loops(), because.has_more_loops()), (2, 1, False))
        self.assertEqual((because.dup_loop(0), because.dup_loop(1)), (["i", "b", "i"], []))
        self.assertEqual([finding.id for finding in scrutiny.because(self.chain)],
                         ["because.circular", "because.nobody-named", "because.no-evidence", "because.unfalsifiable", "because.same-evidence"])

    def test_many_of_one_sort_are_told_as_one(self):
        chain = scrutiny.chain({"i": ("indicator", "Seen soon"), **{one: ("target", one) for one in "abcd"}}, because=[("i", one) for one in "abcd"])
        told = Scrutiny.Because.new(chain).dup_findings_in_brief()
        self.assertEqual([(one.id, one.facts["n"]) for one in told], [("because.ends-at-target", 4), ("because.no-evidence", 4)])
        self.assertEqual(told[0].statement, "4 lines of reasons end at targets or ranks: “a”; “b”; “c”; and 1 more.")

    def test_old_evidence(self):
        old = [finding.facts["path"] for finding in scrutiny.because(self.chain, as_of="2025-06")
               if finding.id == "because.old-evidence"]
        self.assertEqual(old, [["i", "a"], ["i", "b"]])
        self.assertFalse([finding for finding in scrutiny.because(self.chain, as_of="2025-06", years=6)
                          if finding.id == "because.old-evidence"])
        with self.assertRaisesRegex(scrutiny.Error, "“soon” is no date or period"):
            scrutiny.because(self.chain, as_of="soon")


class Record(unittest.TestCase):
    def test_what_else_is_recorded_of_a_chain(self):
        chain = scrutiny.chain({"a": ("indicator", "Seen soon"), "b": ("outcome", "Safer")}, because=[("a", "b")],
                               details={"b": {"who": "children", "measured_by": "returns"}},
                               reasons={("a", "b"): {"expected": "down", "lag": 6, "author": "a member"}})
        self.assertEqual((chain.get_who("b"), chain.get_detail("b", "measured_by")), ("children", "returns"))
        self.assertEqual((chain.get_lag("a", "b"), chain.get_reason_detail("a", "b", "expected")), (6, "down"))
        self.assertEqual(chain.get_claim(), "a")
        self.assertEqual(scrutiny.chain({"a": ("output", "x"), "b": ("output", "y")}, because=[("a", "b")], claim="b").get_claim(), "b")
        with self.assertRaisesRegex(scrutiny.Error, "nothing is recorded under “colour”"):
            scrutiny.chain({"a": ("indicator", "Seen soon")}, details={"a": {"colour": "blue"}})

    def test_what_people_say_of_a_statement(self):
        parties = [{"party": "Applicants", "way": "for"}, {"party": "Neighbours", "way": "against", "words": "The road is full."}]
        chain = scrutiny.chain({"a": ("indicator", "Faster"), "b": ("outcome", "More homes")},
                               because=[("a", "b", {"reference": "Appeals 2024", "bearing": "contradicts", "grade": "weak"})],
                               views={"b": parties}, harms={"b": [{"group": "Tenants", "measured_by": "rents"}]},
                               companions={"a": [{"measure": "appeals", "why": "whether they stood"}]})
        self.assertEqual([(view.party, view.way) for view in chain.dup_views("b")], [("Applicants", "for"), ("Neighbours", "against")])
        self.assertEqual([harm.measured_by for harm in chain.dup_harms("b")], ["rents"])
        self.assertEqual([companion.why for companion in chain.dup_companions("a")], ["whether they stood"])
        self.assertEqual([(item.bearing, item.grade) for item in chain.dup_evidence("a", "b")], [("contradicts", "weak")])
        for views, error in (([{"party": "Tenants", "way": "sideways"}], "“sideways” is not one of for, against"),
                             ([{"mood": "glum"}], "“mood” is not one of its properties"),
                             ([{"way": "for"}], "View 1, “b”: its party is not said")):
            with self.assertRaisesRegex(scrutiny.Error, error):
                scrutiny.chain({"b": ("outcome", "More homes")}, views={"b": views})
        with self.assertRaisesRegex(TypeError, "a mapping of names to texts, not 'Tenants'"):
            scrutiny.chain({"b": ("outcome", "More homes")}, harms={"b": ["Tenants"]})

    def test_a_chain_as_text(self):
        chain = scrutiny.chain("Tŷ cynnes > llai yn sâl [outcome: tenantiaid]")
        self.assertEqual((list(chain), chain.get_who("s2"), chain.get_claim()), (["s1", "s2"], "tenantiaid", "s1"))
        self.assertEqual([str(scrutiny.chain(text)) for text in (str(chain), chain.dup_json())], [str(chain)] * 2)
        self.assertTrue(str(chain).startswith("claim: s1\n\nstatement s1 [indicator]: Tŷ cynnes\n"))
        with self.assertRaisesRegex(scrutiny.Error, "line 1, column 3: an arrow"):
            scrutiny.chain("A -> B")

    def test_labels(self):
        ours = scrutiny.vocabulary("local", {"warm": "Warm homes"}, title="Ashcombe 2030")
        chain = scrutiny.chain({"a": ("outcome", "Fewer cold homes")}, labels={"a": ["local.warm", "ons.health"]}, vocabularies=[ours])
        self.assertEqual([chain.get_label_text(label) for label in chain.dup_labels("a")], ["Warm homes", "Health"])
        self.assertEqual([known.id for known in Scrutiny.Vocabulary.dup_standard()], ["ons", "wales", "ecm"])
        with self.assertRaisesRegex(scrutiny.Error, "the label “ons.wealth” is not in its vocabulary; there are “personal-well-being”"):
            scrutiny.chain({"a": ("outcome", "Fewer cold homes")}, labels={"a": ["ons.wealth"]})
        with self.assertRaisesRegex(scrutiny.Error, "Vocabulary “ecm”: the library has one of this id"):
            scrutiny.vocabulary("ecm", {"warm": "Warm homes"})


if __name__ == "__main__":
    tap.main()
