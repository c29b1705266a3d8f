#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints how long the program takes to start and to report, and how much memory it needs.

usage: bench-program.py PROGRAM
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
SHARED = pathlib.Path(os.environ.get("SCRUTINY_SHARED", "../shared"))
N_INDICATORS, N_MONTHS = 1000, 60


def write_long_table(path):
    """1,000 indicators over 60 months, with counts and a status: a big council's pack."""
    pick = random.Random(20261124)
    with open(path, "w") as out:
        out.write("indicator,period,value,numerator,denominator,target,status\n")
        for indicator in range(N_INDICATORS):
            of, share = pick.randint(50, 2000), pick.random()
            for month in range(N_MONTHS):
                met = sum(pick.random() < share for _ in range(20)) * of // 20
                status = "Green" if met >= 0.9 * of else "Red"
                out.write(f"Figure {indicator},{2019 + month // 12}-{1 + month % 12:02},"
                          f"{100 * met / of:.1f},{met},{of},90,{status}\n")


def run(*words):
    """Seconds and megabytes of one run."""
    began = time.monotonic()
    child = subprocess.Popen([PROGRAM, *map(str, words)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{' '.join(map(str, words))}: exit status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - began, usage.ru_maxrss * 1024 / 1e6


def measure(what, *words, n_runs=5):
    runs = [run(*words) for _ in range(n_runs)]
    seconds, megabytes = min(r[0] for r in runs), max(r[1] for r in runs)
    print(f"{what:<44} {seconds:8.3f} s {megabytes:8.1f} MB", flush=True)


def main():
    measure("start", "--version", n_runs=20)
    with tempfile.TemporaryDirectory() as folder:
        table, out = pathlib.Path(folder, "pack.csv"), pathlib.Path(folder, "out")
        write_long_table(table)
        for form in ("text", "html", "json"):
            measure(f"report, 1,000 indicators of 60 months, {form}",
                    "report", table, "-o", f"{out}.{form}", "--format", form, n_runs=3)
        nhs = sorted(SHARED.glob("data/**/nhs_ae_attendances_by_org_monthly.csv"))
        if nhs:
            measure("report, A&E attendances by trust and month",
                    "report", nhs[0], "-o", f"{out}.html", n_runs=3)
        else:
            print(f"A&E attendances were not read: {SHARED} is absent")


main()
