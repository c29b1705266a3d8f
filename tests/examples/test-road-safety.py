#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The example data is what R ships, and what its data package says it is.

usage: test-road-safety.py FOLDER SCHEMAS
"""

import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDER, SCHEMAS = map(pathlib.Path, sys.argv[1:])
PATTERN = {"integer": r"\d+", "yearmonth": r"\d{4}-(0[1-9]|1[0-2])"}

with open(FOLDER / "monthly.csv", newline="") as file:
    ROWS = list(csv.DictReader(file))


def rows_follow_their_schema():
    package = json.loads((FOLDER / "datapackage.json").read_text())
    (resource,) = package["resources"]
    assert resource["path"] == "monthly.csv"
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(ROWS[0])
    for row in ROWS:
        for field in fields:
            assert re.fullmatch(PATTERN[field["type"]], row[field["name"]]), (row, field["name"])


def months_are_all_there():
    wanted = [f"{year}-{month:02}" for year in range(1969, 1985) for month in range(1, 13)]
    assert [row["month"] for row in ROWS] == wanted


def ends_are_the_known_ones():
    """The first and the last month of Seatbelts, as R 4.2 prints them."""
    first, last = ROWS[0], ROWS[-1]
    assert (first["drivers"], first["front_passengers"], first["rear_passengers"]) == ("1687", "867", "269")
    assert (last["drivers"], last["front_passengers"], last["rear_passengers"]) == ("1763", "721", "491")


def counts_are_what_r_ships():
    if not shutil.which("Rscript"):
        return "Rscript is not installed"
    with tempfile.NamedTemporaryFile() as again:
        subprocess.run(["Rscript", FOLDER / "export.R", again.name], check=True)
        assert pathlib.Path(again.name).read_bytes() == (FOLDER / "monthly.csv").read_bytes()
    return None


def record_follows_its_schema():
    if not (SCHEMAS / "scrutiny.schema.json").exists():
        return "there is no docs/schemas/scrutiny.schema.json yet"
    try:
        import jsonschema
    except ImportError:
        return "python3-jsonschema is not installed"
    base = SCHEMAS.resolve().as_uri() + "/"
    known = {base + path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    schema = known[base + "scrutiny.schema.json"]
    resolver = jsonschema.RefResolver(base + "scrutiny.schema.json", schema, store=known)
    faults = jsonschema.Draft202012Validator(schema, resolver=resolver).iter_errors(
        json.loads((FOLDER / "scrutiny.json").read_text()))
    found = [f"{list(fault.path)}: {fault.message}" for fault in faults]
    assert not found, "\n".join(found)
    return None


def what_is_invented_says_so():
    record = json.loads((FOLDER / "scrutiny.json").read_text())
    drivers = record["indicators"][0]
    for claim in (*drivers["targets"], drivers["colour_rule"]["claim"]):
        assert claim["said_by"] == "invented for this example", claim
    assert drivers["owner"].endswith("(invented for this example)")
    assert record["council"].endswith("(invented)")


PARTS = [record_follows_its_schema, what_is_invented_says_so, rows_follow_their_schema, months_are_all_there, ends_are_the_known_ones,
         counts_are_what_r_ships]


def main():
    print(f"1..{len(PARTS)}", flush=True)
    n_failed = 0
    for number, part in enumerate(PARTS, 1):
        try:
            skipped = part()
            print(f"ok {number} - {part.__name__}{f' # SKIP {skipped}' if skipped else ''}", flush=True)
        except AssertionError as why:
            n_failed += 1
            print(f"not ok {number} - {part.__name__}", flush=True)
            print(why, file=sys.stderr)
    return bool(n_failed)


sys.exit(main())
