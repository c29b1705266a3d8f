# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the command-line program, and holds its JSON to the schemas.

Tests that import it are called with PROGRAM and SOURCE-ROOT.
"""

import json
import pathlib
import subprocess
import sys
import unittest

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
SCHEMAS = SOURCE / "docs/schemas"
DONE, REFUSED, USAGE = 0, 1, 2

try:
    import jsonschema
except ImportError:
    jsonschema = None


def run(*words, cwd=None):
    ran = subprocess.run([PROGRAM, *map(str, words)], cwd=cwd, capture_output=True, timeout=60)
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def closed(schema):
    """The schema, with every key refused that it does not list: what is new must be written down."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(part) for key, part in schema.items()}
    if made.get("type") == "object" and isinstance(made.get("properties"), dict):
        made.setdefault("additionalProperties", False)
    return made


def faults(name, value):
    base = SCHEMAS.resolve().as_uri() + "/"
    known = {base + path.name: closed(json.loads(path.read_text())) for path in SCHEMAS.glob("*.json")}
    top = base + f"{name}.schema.json"
    resolver = jsonschema.RefResolver(top, known[top], store=known)
    found = jsonschema.Draft202012Validator(known[top], resolver=resolver).iter_errors(value)
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:300]}" for fault in found]


def no_duplicates(pairs):
    assert len(dict(pairs)) == len(pairs), [key for key, _ in pairs]
    return dict(pairs)


class Case(unittest.TestCase):
    def done(self, *words):
        code, said, complaint = run(*words)
        self.assertEqual((code, complaint), (DONE, ""))
        return said

    def refused(self, *words):
        code, said, complaint = run(*words)
        self.assertEqual((code, said), (REFUSED, ""))
        self.assertEqual(complaint.count("\n"), 1, complaint)
        self.assertTrue(complaint.startswith("scrutiny: "), complaint)
        return complaint
