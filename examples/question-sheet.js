#!/usr/bin/gjs -m
// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// From a council's file to a question sheet: the main job, embedded.

import System from 'system';
import * as Scrutiny from '../bindings/gjs/scrutiny.js';

try {
    const dossier = await Scrutiny.read(System.programArgs[0] ?? 'scorecard.csv');
    const report = await Scrutiny.review(dossier);
    print(report.text().trimEnd());
} catch (error) {
    printerr(error.message);
    System.exit(1);
}
