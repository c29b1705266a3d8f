#!/usr/bin/gjs -m
// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// And that's good for the public because…? Reasons as a graph, checked, and one of them held against figures. The folder
// holds months of kilometres driven and of people hurt.

import System from 'system';
import * as Scrutiny from '../bindings/gjs/scrutiny.js';

function tell(findings) {
    for (const finding of findings)
        print(`- ${finding.statement}\n  Ask: ${finding.question}`);
}

const chain = Scrutiny.chain({
    driven: ['indicator', 'Fewer kilometres are driven'],
    crashes: ['intermediate', 'Fewer cars crash'],
    hurt: ['outcome', 'Fewer people in cars are killed or seriously injured'],
}, {
    because: [['driven', 'crashes'], ['crashes', 'hurt', 'Police records of 1984', '1984-12']],
    details: {hurt: {who: 'People in cars'}},
});
print('And that’s good for the public because…?');
tell(Scrutiny.because(chain));

try {
    const dossier = await Scrutiny.read(System.programArgs[0] ?? 'examples/data/road-safety');
    const [driven, hurt] = [dossier.find_indicator('kilometres'), dossier.find_indicator('drivers')];
    const link = Scrutiny.link(driven, hurt, {expected: 'up'}); // more kilometres, more hurt
    print('\nDo the figures move together?');
    if (link.cannotTell)
        print(`- Cannot tell. ${link.cannotTell}`);
    tell(link.findings);
} catch (error) {
    printerr(error.message);
    System.exit(1);
}
