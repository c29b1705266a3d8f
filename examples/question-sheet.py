#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""From a council's file to a question sheet: the main job, embedded."""

import sys

import scrutiny

try:
    dossier = scrutiny.read(sys.argv[1] if len(sys.argv) > 1 else "scorecard.csv")
    print(scrutiny.review(dossier), end="")
except (scrutiny.Error, OSError) as error:
    sys.exit(str(error))
