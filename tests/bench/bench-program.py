#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints how long the program takes to start and to report, how much memory it needs, and how
fast a file becomes numbers here and with what else is installed.

usage: bench-program.py PROGRAM BENCH-CSV BENCH-CHART

Seconds are of processor time, user and system, so that others on the machine count less; the
best of several runs. Nothing fails: a target beside a figure is for the reader.
"""

import csv
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

PROGRAM, BENCH_CSV, BENCH_CHART = sys.argv[1:4]
SHARED = pathlib.Path(os.environ.get("SCRUTINY_SHARED", "../shared"))
N_INDICATORS, N_MONTHS = 1000, 60
N_PANEL_ROWS = 400_000
PANEL_COLUMNS = "period,org_code,type,attendances,breaches,admissions"


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


def write_panel(path):
    """Counts of many places by month, as national tables are published."""
    pick = random.Random(1)
    with open(path, "w") as out:
        out.write(PANEL_COLUMNS + "\n")
        for _ in range(N_PANEL_ROWS):
            out.write(f"2017-{pick.randint(1, 12):02}-01,R{pick.randrange(256):02X},"
                      f"{pick.randrange(3)},{pick.randrange(30000)},{pick.randrange(4000)},"
                      f"{pick.randrange(90000) / 10}\n")


def say(what, figure, target="", note=""):
    print(f"{what:<46} {figure:>14}   {target:<16} {note}".rstrip(), flush=True)


def run(*words):
    """Seconds of processor time, megabytes and seconds by the clock of one run."""
    began = time.monotonic()
    child = subprocess.Popen([PROGRAM, *map(str, words)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{' '.join(map(str, words))}: exit status {os.waitstatus_to_exitcode(status)}")
    return (usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6,
            time.monotonic() - began)


def measure(what, target, *words, n_runs=5):
    runs = [run(*words) for _ in range(n_runs)]
    say(what, f"{min(r[0] for r in runs):.3f} s", target,
        f"{max(r[1] for r in runs):.1f} MB, {min(r[2] for r in runs):.3f} s by the clock")


def time_best(read, n_runs=3):
    best = float("inf")
    for _ in range(n_runs):
        began = time.process_time()
        read()
        best = min(best, time.process_time() - began)
    return best


def read_with_csv(path):
    """The four columns of numbers, as Python floats."""
    with open(path, newline="") as rows:
        reader = csv.reader(rows)
        next(reader)
        return [[float(cell) for cell in row[2:]] for row in reader]


def time_csv_module(path):
    return time_best(lambda: read_with_csv(path))


def time_pandas(path):
    import pandas

    return time_best(lambda: pandas.read_csv(path))


def rate_here():
    """Megabytes a second that bench-csv prints for each way of reading 64 MB of such a panel."""
    printed = subprocess.run([BENCH_CSV], check=True, capture_output=True, text=True).stdout
    return {line[:36].strip(): float(line[36:].split()[0]) for line in printed.splitlines()}


def measure_reading(folder):
    path = pathlib.Path(folder, "panel.csv")
    write_panel(path)
    rates = rate_here()
    ours = rates["file to typed columns"]
    for what, rate in rates.items():
        say(f"CSV, {what}", f"{rate:.0f} MB/s", "≥ 350 MB/s" if rate == ours else "",
            "" if rate >= ours else f"we: {ours / rate:.1f} times")
    for what, timed in (("Python csv with float", time_csv_module), ("pandas.read_csv", time_pandas)):
        try:
            rate = path.stat().st_size / 1e6 / timed(path)
        except ImportError:
            say(f"CSV, {what}", "not installed")
        else:
            say(f"CSV, {what}", f"{rate:.0f} MB/s", "", f"we: {ours / rate:.1f} times")


def measure_reports(folder):
    table, out = pathlib.Path(folder, "pack.csv"), pathlib.Path(folder, "out")
    write_long_table(table)
    for form in ("text", "html", "json"):
        measure(f"report, 1,000 indicators of 60 months, {form}", "< 1 s, 100 MB",
                "report", table, "-o", f"{out}.{form}", "--format", form, n_runs=3)
    nhs = sorted(SHARED.glob("data/**/nhs_ae_attendances_by_org_monthly.csv"))
    for form in ("text", "html", "json") if nhs else ():
        measure(f"report, A&E attendances by trust, {form}", "< 0.3 s",
                "report", nhs[0], "-o", f"{out}.{form}", "--format", form, n_runs=5)
    if not nhs:
        print(f"A&E attendances were not read: {SHARED} is absent")


def main():
    measure("start", "< 0.020 s", "--version", n_runs=20)
    with tempfile.TemporaryDirectory() as folder:
        measure_reports(folder)
        measure_reading(folder)
    print(subprocess.run([BENCH_CHART], check=True, capture_output=True, text=True).stdout, end="")


main()
