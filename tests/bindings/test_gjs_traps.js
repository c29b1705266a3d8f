// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Where introspection bites: what JavaScript can hand to C must neither crash nor pass in
// silence. Run with G_DEBUG=fatal-criticals, so that a critical ends the program.

import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import System from 'system';
import * as Scrutiny from '../../bindings/gjs/scrutiny.js';
import {CLOSED, MET} from './case.js';
import {ok, run, same, thrown} from './tap.js';

const {native} = Scrutiny;
const ROUNDS = 300;
const CLASSES = [
    'Because', 'Chain', 'ChainBuilder', 'Chart', 'ChartOptions', 'ChartWatch', 'Check', 'Claim', 'ColourAudit', 'ColourFit',
    'ColourPanel', 'ColourRule', 'Definition', 'Dossier', 'DossierBuilder', 'Event', 'Evidence', 'Finding', 'Hints', 'Indicator',
    'Method', 'Notice', 'Overlap', 'Panel', 'Progress', 'Proportion', 'Quality', 'QualityOptions', 'ReadOptions', 'Recipe', 'Report', 'Request', 'Response', 'Series', 'Signal', 'Slope',
    'Suppression', 'Table', 'Timeline', 'Trend', 'TrendOptions',
];

function getters(cls) {
    return Object.entries(Object.getOwnPropertyDescriptors(cls.prototype))
        .filter(([, descriptor]) => descriptor.get).map(([name]) => name);
}

// Lists are (transfer container): each round gives its own, and the objects in it live on.
function holds(list) {
    const [first] = list();
    ok(first, `the list is empty: ${list}`);
    for (let i = 0; i < ROUNDS; i++) {
        list();
        if (i % 50 === 0)
            System.gc();
    }
    System.gc();
    ok(GObject.type_name(first.constructor.$gtype).startsWith('Scrutiny'));
    String(first);
}

await run({
    'criticals are fatal here': () => ok((GLib.getenv('G_DEBUG') ?? '').includes('fatal')),
    'every getter of every bare object': () => {
        let seen = 0;
        for (const name of CLASSES) {
            const bare = new native[name]();
            for (const getter of getters(native[name])) {
                bare[getter];
                seen++;
            }
        }
        ok(seen > 100, `only ${seen} getters were seen`);
    },
    'bytes of the wrong length': () => {
        const timeline = native.Timeline.new('2023-04', 3);
        for (const size of [0, 1, 7, 23, 25, 32]) {
            thrown(() => native.Series.new_from_bytes(timeline, new GLib.Bytes(new Uint8Array(size))), 'Scrutiny_Error');
            thrown(() => native.Series.new_ratio_from_bytes(timeline, new GLib.Bytes(new Uint8Array(24)),
                new GLib.Bytes(new Uint8Array(size)), 100), 'Scrutiny_Error');
        }
        const made = native.Series.new_from_bytes(timeline, Scrutiny.doubles([1, 2, 3]));
        for (const states of [[], ['observed'], Array(4).fill('observed')])
            thrown(() => made.copy_with_states(states), 'Scrutiny_Error');
    },
    'a long array beside a short one': () => {
        thrown(() => Scrutiny.ratio([1], new Float64Array(2000000).fill(2), '2023-04'), 'Scrutiny_Error');
    },
    'lists, many times': () => {
        const series = Scrutiny.ratio(MET, CLOSED, '2023-04');
        const chart = Scrutiny.chart(series, {kind: 'xmr'});
        holds(() => chart.dup_signals());
        holds(() => chart.findings);
        const chain = Scrutiny.chain({a: ['status', 'x'], b: ['service', 'y']}, {because: [['a', 'b', 'survey']],
            views: {a: [{party: 'p'}]}, harms: {a: [{group: 'g'}]}, companions: {a: [{measure: 'm'}]}});
        holds(() => chain.dup_evidence('a', 'b'));
        for (const name of ['dup_views', 'dup_harms', 'dup_companions'])
            holds(() => chain[name]('a'));
        holds(() => Scrutiny.because(chain));
    },
    'lists of a report, many times': async () => {
        const builder = native.DossierBuilder.new();
        builder.add_indicator('a', 'A');
        builder.set_series('a', Scrutiny.ratio(MET, CLOSED, '2023-04'));
        const broken = Scrutiny.check('ashcombe.broken', () => 7);
        const report = await Scrutiny.review(builder.end(), {checks: [...Scrutiny.standardChecks(), broken]});
        for (const name of ['findings', 'questions', 'notDone'])
            holds(() => report[name]);
        holds(() => Scrutiny.standardChecks());
    },
    'a callback and what it appends, many times': () => {
        for (let i = 0; i < ROUNDS; i++) {
            const check = Scrutiny.check('a.b', () => [Scrutiny.finding('a.b', 'x')]);
            same(check.run(native.Indicator.new('a', 'A')).get_n_items(), 1);
            if (i % 50 === 0)
                System.gc();
        }
        System.gc();
    },
    'a property does not hide what a helper needs': () => {
        same(Scrutiny.ratio([1], [2], '2023-04').denominators.length, 1);
        same(Scrutiny.series([1], '2023-04').denominators, null);
    },
    'facts beyond what JavaScript can count': () => {
        thrown(() => Scrutiny.finding('a.b', 'x', null, {n: 3n}), 'TypeError');
        same(Scrutiny.finding('a.b', '{n}', null, {n: 2 ** 53 - 1}).facts.n, 2 ** 53 - 1);
    },
});
