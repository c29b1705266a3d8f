// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// JavaScript and C make the same of the same case, to the last bit.
//
// usage: test_gjs_case.js CASE-CHART CASE-REVIEW

import System from 'system';
import * as Scrutiny from '../../bindings/gjs/scrutiny.js';
import {CLOSED, MET, RULE, SCORECARD, escaped, sameBits, saidByC} from './case.js';
import {ok, run, same, thrown} from './tap.js';

const [chartProgram, reviewProgram] = System.programArgs;
const c = saidByC(chartProgram);
const series = Scrutiny.ratio(MET, CLOSED, '2023-04');

function sameChart(name, chart) {
    for (const column of ['value', 'centre', 'lower', 'upper'])
        ok(sameBits(chart.points.column(column), c[`${name}.${column}`]), `${name}.${column} differs`);
    same(chart.signals.map(s => `${s.rule} ${s.direction} ${s.first}..${s.last};`).join(''), c[`${name}.signals`]);
    same(escaped(chart.json), c[`${name}.json`]);
    same(escaped(chart.reason), c[`${name}.reason`]);
    ok(sameBits([chart.falseAlarm], c[`${name}.false-alarm`]), `${name}.false-alarm differs`);
}

function said(findings) {
    return escaped(findings.map(f => `${f.id}|${f.statement ?? ''}|${f.question ?? ''};`).join(''));
}

await run({
    'what goes in is what comes out': () => {
        for (const name of ['values', 'numerators', 'denominators'])
            ok(sameBits(series[name], c[name]), `${name} differ`);
        same(series.hash, c.hash);
    },
    'p with baseline, phase and exclusion': () => {
        const chart = Scrutiny.chart(series, {
            kind: 'p', baseline: '2023-04..2024-03', phases: ['2024-10'], excluded: ['2023-12'],
        });
        sameChart('p', chart);
        same(said(chart.findings), c['p.findings']);
    },
    'xmr with every other setting': () => {
        sameChart('xmr', Scrutiny.chart(series, {
            kind: 'xmr', constants: 'wheeler', rules: ['wheeler', 'anhoej'], screen: true, width: 2.5,
        }));
    },
    'the chart that is chosen': () => sameChart('auto', Scrutiny.chart(series)),
    'proportion': () => {
        const share = Scrutiny.proportion(7, 9, 0.9);
        ok(sameBits([share.value, share.low, share.high], c.proportion), 'the proportion differs');
    },
    'because': () => {
        const chain = Scrutiny.chain({
            done: ['status', '97% of appraisals done: “GREEN”'], managed: ['service', 'Staff are well managed'],
            talked: ['service', 'Everyone has had the yearly talk'],
        }, {
            because: [['done', 'managed', 'staff survey 2024, question 7', '2024-11'], ['managed', 'talked']],
            sameAs: [['talked', 'done', 'marked by a member, 12 June']],
        });
        same(said(Scrutiny.because(chain)), c.because);
    },
    'colours': () => {
        const review = saidByC(reviewProgram);
        const rule = Scrutiny.colourRule(RULE, {saidBy: 'Cabinet, 14 March 2024', on: '2024-03-14'});
        const audit = Scrutiny.colours(SCORECARD, rule, {status: 'RAG'});
        same(escaped(audit.json), review['audit.json']);
        same(String(audit.changes), review['audit.changes']);
    },
    'pileup': () => {
        const days = Array.from({length: 90}, (_, day) => day);
        const n = days.map(day => Math.round(100 * 2 ** -(((day - 40) / 15) ** 2)) * (day >= 43 && day <= 45 ? 2 : 1));
        const pile = Scrutiny.pileup({days, n}, 45, {column: 'days', counts: 'n'});
        same([pile.verdict, pile.unit, pile.cannotTell], ['excess', 'days', null]);
        same(pile.findings[0].id, 'pileup.excess');
        const lengths = days.flatMap(day => Array(n[day]).fill(day));
        same(Scrutiny.pileup(lengths, 45).p, pile.p);
        same(Scrutiny.pileup({took: lengths}, 45, {column: 'took', unit: 'working-days'}).unit, 'working-days');
        const dates = {a: Array(60).fill('2024-01-01'), b: days.slice(0, 60).map(day => `2024-01-${String(day % 30 + 1).padStart(2, '0')}`)};
        same(Scrutiny.pileup(dates, 20, {start: 'a', end: 'b'}).nCases, 60);
        thrown(() => Scrutiny.pileup(lengths, 45, {unit: 'weeks'}), 'Scrutiny_Error');
        for (const wrong of [{start: 'a'}, {counts: 'n'}, {start: 'a', end: 'b', column: 'n'}])
            thrown(() => Scrutiny.pileup(dates, 20, wrong), 'TypeError');
        thrown(() => Scrutiny.pileup(lengths, '45'), 'TypeError');
    },
    'heaping': () => {
        const lengths = Array.from({length: 80}, (_, day) => Array(Math.round(300 * 2 ** -(day / 17)) + (day % 5 ? 0 : 20)).fill(day)).flat();
        const heaps = Scrutiny.heaping(lengths, {unit: 'points'});
        same([heaps.verdict, heaps.findings[0].id], ['heaped', 'heaping.digits']);
        same(Scrutiny.heaping(lengths, {unit: 'points', disclosure: 0}).verdict, 'heaped');
        ok(Scrutiny.heaping({took: lengths}, {column: 'took', threshold: 28, unit: 'points'}).nCases < heaps.nCases);
        thrown(() => Scrutiny.heaping(lengths, {window: '2,0'}), 'TypeError');
    },
    'units and months': () => {
        const rows = {met: Array.from({length: 30}, (_, unit) => 17 + unit % 3), of: Array(30).fill(20)};
        const made = Scrutiny.justMade(rows, 90, {numerator: 'met', denominator: 'of', width: 3});
        same([made.nUnits, made.observed], [30, 10]);
        thrown(() => Scrutiny.justMade(rows, 99, {numerator: 'met', denominator: 'of'}), 'Scrutiny_Error');
        const closed = Array.from({length: 300}, (_, i) => `2024-${String(i % 12 + 1).padStart(2, '0')}-${String(i % 25 + 1).padStart(2, '0')}`);
        ok(Scrutiny.periodEnd({closed}).cannotTell.startsWith('10 whole months'));
        thrown(() => Scrutiny.periodEnd({closed}, {lastDays: 1.5}), 'TypeError');
    },
    'quality': () => {
        const rows = {ward: ['N', 'S'], pct: [83.1, 81.3], cases: [16, 16]};
        const found = Scrutiny.quality(rows, {key: 'ward', value: 'pct', denominator: 'cases'});
        same(found.findings.map(f => f.id), ['quality.not-possible']);
        ok(found.findings[0].statement.includes('13 give 81.3%, 14 give 87.5%'));
        ok(found.facts.get_texts('id').includes('not-possible'));
        const listed = Scrutiny.quality({outcome: ['helped', 'moved'], band: [1, 7]}, {codes: {outcome: ['helped', 'closed'], band: [1, 2]}});
        same(listed.findings.map(finding => finding.id), ['quality.not-listed', 'quality.not-listed']);
        thrown(() => Scrutiny.quality(rows, {vlaue: 'pct'}), 'TypeError');
        thrown(() => Scrutiny.quality(rows, {value: 'none'}), 'Scrutiny_Error');
    },
    'suppress': () => {
        const counts = {ward: ['N', 'S', 'W'], n: [2, 30, 9], of: [40, 60, 50]};
        const hidden = Scrutiny.suppress(counts, {keys: 'ward', count: 'n'});
        same(hidden.table.get_texts('shown'), ['<5', '30', 'withheld', '41']);
        same(hidden.nWithheld, 1);
        const shares = Scrutiny.suppress(counts, {keys: 'ward', count: 'n', of: 'of'});
        same(shares.table.get_texts('numerator')[0], '<5');
        const cuts = Scrutiny.suppress({within: ['44', '45'], n: [319, 322]}, {keys: 'within', count: 'n', cuts: true});
        same(cuts.table.get_texts('shown'), ['withheld', '322']);
        thrown(() => Scrutiny.suppress(counts, {keys: 'ward', count: 'n', of: 'of', cuts: true}), 'TypeError');
        thrown(() => Scrutiny.suppress(counts, {keys: 'ward', count: 'n', threshold: 0}), 'Scrutiny_Error');
        thrown(() => Scrutiny.suppress(counts, {keys: ['ward', 'n'], count: 'n', of: 'of'}), 'TypeError');
    },
    'a report in every form': async () => {
        const review = saidByC(reviewProgram);
        const builder = Scrutiny.native.DossierBuilder.new();
        builder.add_indicator('within-45', 'Assessed in time, =HYPERLINK(“x”) %s');
        builder.set_series('within-45', series);
        const report = await Scrutiny.review(builder.end());
        for (const form of ['text', 'md', 'html', 'json'])
            same(escaped(report.text({form, lang: 'en'})), review[`report.${form}`]);
    },
});
