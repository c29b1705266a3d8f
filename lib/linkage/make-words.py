#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes words.txt of WordNet 3.0: make-words.py [FOLDER] >words.txt

Needs the Debian packages wordnet-base (FOLDER is /usr/share/wordnet) and libstemmer0d.
A line is a stem; how many of the glosses have it, or 0 where that is so few that the
weight is the greatest; and the stems of other words that share a meaning with it. Only
meanings that were met in WordNet's tagged texts count: the others pair words that
few readers would take for one another.
"""

import collections
import ctypes
import ctypes.util
import math
import pathlib
import re
import sys

MOST_WEIGHT = 8  # as in hint-words.c
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

NOTICE = """\
WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.

This table was made from the glosses and the synonyms of WordNet 3.0 by make-words.py.

This software and database is being provided to you, the LICENSEE, by Princeton
University under the following license. By obtaining, using and/or copying this
software and database, you agree that you have read, understood, and will comply
with these terms and conditions.:

Permission to use, copy, modify and distribute this software and database and its
documentation for any purpose and without fee or royalty is hereby granted, provided
that you agree to comply with the following copyright notice and statements,
including the disclaimer, and that the same appear on ALL copies of the software,
database and documentation, including modifications that you make for internal use
or for distribution.

WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.

THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT
LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF
MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE
LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY
PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.

The name of Princeton University or Princeton may not be used in advertising or
publicity pertaining to distribution of the software and/or database. Title to
copyright in this software, database and any associated documentation shall at all
times remain with Princeton University and LICENSEE agrees to preserve same.
"""


class Stemmer:
    def __init__(self):
        name = ctypes.util.find_library("stemmer") or "libstemmer.so.0d"
        self.library = ctypes.CDLL(name)
        self.library.sb_stemmer_new.restype = ctypes.c_void_p
        self.library.sb_stemmer_stem.restype = ctypes.c_char_p
        self.library.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.english = self.library.sb_stemmer_new(b"english", None)
        self.known = {}

    def stem(self, word):
        if word not in self.known:
            said = word.encode()
            self.known[word] = self.library.sb_stemmer_stem(self.english, said, len(said)).decode()
        return self.known[word]


def stop_words(folder):
    """The list in hint-words.c is the only one."""
    text = (folder / "hint-lists.c").read_text()
    found = re.search(r"hint_stop_words\[\] = \{(.*?)NULL", text, re.S)
    return set(re.findall(r'"([a-z]+)"', found[1]))


def lines_of(path):
    with open(path, encoding="latin-1") as opened:
        yield from (line for line in opened if not line.startswith("  "))


def met_senses(folder, name):
    """(word, offset) of the meanings that occur in the tagged texts: the first so many."""
    met = set()
    for line in lines_of(folder / f"index.{name}"):
        fields = line.split()
        n_senses = int(fields[2])
        n_met = int(fields[-n_senses - 1])
        met.update((fields[0], offset) for offset in fields[-n_senses:][:n_met])
    return met


def words_of(fields, met):
    n_words = int(fields[3], 16)
    words = (fields[4 + 2 * i].split("(")[0] for i in range(n_words))
    return [word for word in words if re.fullmatch("[a-z]+", word) and (word, fields[0]) in met]


def read(folder, stemmer, stops):
    n_glosses, counts, others = 0, collections.Counter(), collections.defaultdict(set)
    for name in PARTS:
        met = met_senses(folder, name)
        for line in lines_of(folder / f"data.{name}"):
            head, _, gloss = line.partition("|")
            n_glosses += 1
            tokens = re.findall("[a-z]+", gloss.lower().replace("'s", ""))
            counts.update({stemmer.stem(word) for word in tokens if len(word) > 1 and word not in stops})
            same = {stemmer.stem(word) for word in words_of(head.split(), met)}
            for stem in same:
                others[stem] |= same - {stem}
    return n_glosses, counts, others


def main(folder):
    n_glosses, counts, others = read(folder, Stemmer(), stop_words(pathlib.Path(__file__).parent))
    fewest = (n_glosses + 1) / math.exp(MOST_WEIGHT) - 1
    print("".join(f"# {line}".rstrip() + "\n" for line in NOTICE.splitlines()) + f"#\n# {n_glosses} glosses")
    for stem in sorted(set(counts) | set(others)):
        count = counts[stem] if counts[stem] > fewest else 0
        if count or others[stem]:
            print(" ".join([stem, str(count), *sorted(others[stem])]))


main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"))
