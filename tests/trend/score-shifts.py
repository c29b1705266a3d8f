#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Scores the program's changes of level and slope against what people marked.

    score-shifts.py SCRUTINY [SHARED]

The series and the marks are those of the Turing change point benchmark that the shared
folder holds, and its score.py does the scoring. One fixed default for all series. Beside
it stand no change at all, and changes of the mean at the penalty that other programs use.
"""

import csv
import datetime
import importlib.util
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

WANTED = {"paper": (0.74, 0.84), "all": (0.76, 0.85)}
MONTHLY = "%Y-%m"


def numbers_of(series):
    return [math.nan if value is None else float(value) for value in series["series"][0]["raw"]]


def periods_of(series):
    """Months where the series has them; else days in a row, without a season."""
    if series["time"].get("format") == MONTHLY:
        return series["time"]["raw"]
    start = datetime.date(2000, 1, 1)
    return [str(start + datetime.timedelta(i)) for i in range(series["n_obs"])]


def shifts_of(program, series, folder):
    path = pathlib.Path(folder) / "series.csv"
    with path.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["indicator", "period", "value"])
        for period, value in zip(periods_of(series), numbers_of(series)):
            rows.writerow([series["name"], period, "" if math.isnan(value) else repr(value)])
    season = "auto" if series["time"].get("format") == MONTHLY else "none"
    done = subprocess.run([program, "shifts", path, "--season", season, "--format", "json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{series['name']}: {done.stderr.strip()}")
    return [shift["at"] for shift in json.loads(done.stdout)["shifts"]]


def means_of(series):
    """Changes of the mean of the standardised series, exact, at the modified BIC."""
    x = numbers_of(series)
    x = [x[i] if not math.isnan(x[i]) else x[i - 1] for i in range(len(x))]
    n, mean = len(x), sum(x) / len(x)
    spread = math.sqrt(sum((v - mean) ** 2 for v in x) / (n - 1)) or 1
    s, ss = [0.0], [0.0]
    for v in x:
        z = (v - mean) / spread
        s.append(s[-1] + z)
        ss.append(ss[-1] + z * z)
    price = 3 * math.log(n)
    least, start = [-price], [0]
    for j in range(1, n + 1):
        costs = [least[i] + ss[j] - ss[i] - (s[j] - s[i]) ** 2 / (j - i) + math.log(j - i) + price
                 for i in range(j)]
        start.append(min(range(j), key=costs.__getitem__))
        least.append(costs[start[-1]])
    found, j = [], start[n]
    while j > 0:
        found.append(j)
        j = start[j]
    return sorted(found)


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def main(program, shared):
    folder = pathlib.Path(shared) / "cases" / "tcpd"
    if not (folder / "score.py").exists():
        print("skipped: the shared folder has no cases/tcpd")
        return 77
    try:
        scorer = load_scorer(folder / "score.py")
    except ImportError as error:
        print(f"skipped: the scorer needs {error.name}")
        return 77

    marks, n_obs = scorer.load(str(folder / "data"), str(folder / "annotations.json"))
    series = [json.loads(path.read_text()) for path in sorted((folder / "data").glob("*.json"))]
    with tempfile.TemporaryDirectory() as scratch:
        ours = {one["name"]: shifts_of(program, one, scratch) for one in series}
    ways = {"scrutiny shifts": ours, "no change": {one["name"]: [] for one in series},
            "means, mbic": {one["name"]: means_of(one) for one in series}}
    missed = False
    for way, predicted in ways.items():
        for which, wanted in WANTED.items():
            scores = list(scorer.score(predicted, marks, n_obs, which).values())
            cover = sum(one[0] for one in scores) / len(scores)
            f1 = sum(one[1] for one in scores) / len(scores)
            print(f"{way:16} {which:6} {len(scores):2} series  cover {cover:.4f}  f1 {f1:.4f}")
            missed |= predicted is ours and (cover < wanted[0] or f1 < wanted[1])
    if "--say" in sys.argv:
        print(json.dumps(ours))
    return 1 if missed else 0


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    sys.exit(main(words[0], words[1] if len(words) > 1 else os.environ.get("SCRUTINY_SHARED", "")))
