# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The case of case.h as Python writes it, and what C made of it."""

import struct
import subprocess

import scrutiny

MET = [61, 58, 70, 66, 72, 69, 55, 64, 67, 71, 60, 63, 74, 77, None, 81, 79, 85, 83, 80, 88, 84, 86, 90]
CLOSED = [88, 83, 97, 90, 99, 96, 79, 91, 95, 98, 86, 90, 94, 97, 93, 99, 96, 98, 97, 101, 99, 104, 98, 102]
RULE = '"GREEN" when value >= 80; "AMBER" when value >= 70; otherwise "RED"'
SCORECARD = {
    "period": ["2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09"],
    "value": [69.5, 72.25, 81, 79.9, None, 83],
    "RAG": ["RED", "AMBER", "GREEN", "GREEN", "", "GREEN"],
}


def series():
    return scrutiny.ratio(MET, CLOSED, "2023-04")


def bits(values):
    return " ".join(struct.pack(">d", value).hex() for value in values)


def said_by_c(program):
    """What a program that prints the case says: {name: bits or text}."""
    printed = subprocess.run([program], capture_output=True, check=True).stdout
    lines = printed.decode("latin-1").splitlines()
    return {name: rest for name, _, rest in (line.partition(" ") for line in lines)}


def escaped(text):
    """Text as g_strescape writes it: bytes beyond ASCII and control characters in octal."""
    named = {8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}
    return "".join(f"\\{named[byte]}" if byte in named else chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"
                   for byte in text.encode())
