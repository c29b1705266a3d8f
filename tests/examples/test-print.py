#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The question sheet is one page of A4: printed by a browser, its second page begins what stands behind it.

usage: test-print.py PROGRAM SOURCE-ROOT
"""

import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bindings"))

import tap

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-pdf-header-footer"]
WHAT = ("planning applications for minor developments", "stage one complaints from residents",
        "housing repairs reported by tenants", "initial child protection conferences",
        "freedom of information requests", "reports of missed bin collections")
DONE_TO_IT = ("decided", "answered in full", "closed", "acknowledged", "passed on", "completed", "paid", "seen")


def scorecard(path):
    """46 figures with long names, of eight directorates."""
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Ref", "Performance indicator", "Actual", "Target", "Status", "Last quarter", "Directorate"])
        for i in range(46):
            value = 71 + i * 7 % 25
            rows.writerow([f"PI{i}", f"Percentage of {WHAT[i % 6]} {DONE_TO_IT[i // 6]} within {5 + i} working days",
                           f"{value}%", "85%", "Green" if value >= 85 else "Amber" if value > 80 else "Red",
                           f"{value - 3}%", f"Directorate {i % 8}"])


def pages(source, folder):
    page, paper = folder / "sheet.html", folder / "sheet.pdf"
    subprocess.run([PROGRAM, "report", source, "-o", page, "--format", "html"], check=True)
    subprocess.run([BROWSER, *FLAGS, f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={paper}",
                    page.as_uri()], check=True, capture_output=True, timeout=60)
    said = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True).stdout.decode()
    return said.split("\f")


@unittest.skipUnless(BROWSER, "no Chromium to print with")
@unittest.skipUnless(shutil.which("pdftotext"), "no pdftotext (poppler-utils) to read the paper with")
class Print(unittest.TestCase):
    def one_page(self, source):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            first, second, *_ = pages(source(folder), folder)
            self.assertTrue(first.lstrip().startswith(("One ", "Two ", "Three ", "Four ", "Five ")), first[:200])
            self.assertNotIn("What the figures show", first)
            self.assertTrue(second.lstrip().startswith("What the figures show"), second[:200])

    def test_the_example(self):
        self.one_page(lambda folder: SOURCE / "examples/data/road-safety")

    def test_a_claim_with_its_reasons(self):
        self.one_page(lambda folder: SOURCE / "tests/fixtures/ashcombe-claim")

    def test_a_scorecard_of_46_figures(self):
        def made(folder):
            scorecard(folder / "scorecard.csv")
            return folder / "scorecard.csv"
        self.one_page(made)


if __name__ == "__main__":
    tap.main()
