#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks every dossier of the project against its schema, and that the schema can refuse."""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not here")
    sys.exit(0)

root = pathlib.Path(sys.argv[1])
SCHEMA = json.loads((root / "docs" / "schemas" / "scrutiny.schema.json").read_text())
CHAIN = {"$ref": "#/$defs/chain", "$defs": SCHEMA["$defs"]}


def faults(schema, value):
    found = jsonschema.Draft202012Validator(schema).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in found]


cases = []
jsonschema.Draft202012Validator.check_schema(SCHEMA)
for path in sorted([*root.glob("tests/fixtures/*/scrutiny.json"), *root.glob("examples/**/scrutiny.json")]):
    cases.append((str(path.relative_to(root)), faults(SCHEMA, json.loads(path.read_text())), True))

STATEMENT = {"id": "a", "kind": "status", "text": "t"}
for label, schema, value in [
    ("indicator without id", SCHEMA, {"indicators": [{"title": "A"}]}),
    ("another schema", SCHEMA, {"schema": "scrutiny.dossier/2"}),
    ("target without text", SCHEMA, {"indicators": [{"id": "a", "targets": [{}]}]}),
    ("series without resource", SCHEMA, {"indicators": [{"id": "a", "series": {}}]}),
    ("kind that is none", CHAIN, {"statements": [STATEMENT | {"kind": "hope"}]}),
    ("kind that is none, in a dossier", SCHEMA,
     {"indicators": [{"id": "a", "chain": {"statements": [STATEMENT | {"kind": "hope"}]}}]}),
    ("reason without because", CHAIN, {"statements": [STATEMENT], "reasons": [{"from": "a"}]}),
]:
    cases.append((f"refuses: {label}", faults(schema, value), False))

print(f"1..{len(cases)}")
for number, (label, found, wanted) in enumerate(cases, 1):
    ok = (not found) == wanted
    print(f"{'ok' if ok else 'not ok'} {number} - {label}")
    for fault in found if wanted else []:
        print(f"# {fault}")
