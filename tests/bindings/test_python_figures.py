# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What figures say of reasons, from Python."""

import unittest

import scrutiny
import tap
from gi.repository import Scrutiny


class Reasons(unittest.TestCase):
    def test_figures_beside_them(self):
        builder = Scrutiny.DossierBuilder.new()
        for name, ahead in ("soon", 1), ("returns", 0), ("calls", 30):
            figures = [50 + (i + ahead) * (37 * (i + ahead) + 7919) % 101 / 10 + (30 if i >= 24 else 0) for i in range(48)]
            builder.add_indicator(name, name)
            builder.set_series(name, scrutiny.series(figures, "2021-04"))
        builder.set_chain("soon", scrutiny.chain(
            {"a": ("indicator", "Seen soon"), "b": ("intermediate", "Help starts"), "c": ("outcome", "Safe")},
            because=[("a", "b"), ("b", "c")], details={"c": {"measured_by": "returns"}},
            companions={"a": [{"measure": "Days to help", "why": "whether it comes"}, {"measure": "calls"}]},
            reasons={("a", "b"): {"expected": "up"}, ("b", "c"): {"expected": "down"}}))
        dossier = builder.end()
        tests = scrutiny.reason_tests(dossier, "soon")
        self.assertEqual((tests.get_n_tests(), tests.dup_path(0), tests.dup_unmeasured()), (1, ["a", "b", "c"], ["b"]))
        self.assertEqual((tests.get_table()["moved"], tests.get_linkage(0).verdict), (["other-way"], "moved-other-way"))
        self.assertEqual([finding.id for finding in tests.findings][:2], ["linkage.contradicted", "linkage.one-event"])
        self.assertEqual(len(tests.dup_findings_of(0)), len(tests.findings) - 3)
        companions = tests.get_companions()
        self.assertEqual((companions["figure"], companions["moved"]), (["", "calls"], ["not-asked", "up"]))
        self.assertEqual([finding.request for finding in tests.findings][-2:], ["“Days to help” beside “soon”, by month", None])
        self.assertEqual(tests.dup_findings_of(1), [])
        self.assertIn("No reasons are recorded", scrutiny.reason_tests(dossier, "returns").cannot_tell)
        with self.assertRaisesRegex(scrutiny.Error, "no indicator “none”"):
            scrutiny.reason_tests(dossier, "none")


if __name__ == "__main__":
    tap.main()
