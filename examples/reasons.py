#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""And that's good for the public because…? Reasons as a graph, checked, and one of them held against figures.

The folder holds months of kilometres driven and of people hurt.
"""

import sys

import scrutiny


def tell(findings):
    for finding in findings:
        print(f"- {finding}\n  Ask: {finding.question}")


chain = scrutiny.chain(
    {"driven": ("indicator", "Fewer kilometres are driven"),
     "crashes": ("intermediate", "Fewer cars crash"),
     "hurt": ("outcome", "Fewer people in cars are killed or seriously injured")},
    because=[("driven", "crashes"), ("crashes", "hurt", "Police records of 1984", "1984-12")],
    details={"hurt": {"who": "People in cars"}})
print("And that’s good for the public because…?")
tell(scrutiny.because(chain))

try:
    dossier = scrutiny.read(sys.argv[1] if len(sys.argv) > 1 else "examples/data/road-safety")
    driven, hurt = dossier.find_indicator("kilometres"), dossier.find_indicator("drivers")
    link = scrutiny.link(driven, hurt, expected="up")  # more kilometres, more hurt
except (scrutiny.Error, OSError) as error:
    sys.exit(str(error))
print("\nDo the figures move together?")
if link.cannot_tell:
    print(f"- Cannot tell. {link.cannot_tell}")
tell(link.findings)
