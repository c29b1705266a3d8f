// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// The words of the JavaScript module: plain data, settings by literal, errors, own checks.

import GLib from 'gi://GLib';
import * as Scrutiny from '../../bindings/gjs/scrutiny.js';
import {CLOSED, MET} from './case.js';
import {ok, run, same, thrown} from './tap.js';

const {native} = Scrutiny;
const series = Scrutiny.ratio(MET, CLOSED, '2023-04');
const OWN = 'ashcombe.n';

function values(given) {
    return [...Scrutiny.series(given, '2023-04')];
}

function runCheck(find) {
    const found = Scrutiny.check(OWN, find).run(native.Indicator.new('within-45', 'Within 45 days'));
    return [...found];
}

function dossier() {
    const builder = native.DossierBuilder.new();
    builder.add_indicator('within-45', 'Within 45 days');
    builder.set_series('within-45', series);
    builder.add_note(null, 'read as a series');
    return builder.end();
}

await run({
    'null is missing, and so is undefined': () => {
        for (const given of [[1, null, 3], [1, undefined, 3], [1, NaN, 3], [1, , 3]]) { // eslint-disable-line no-sparse-arrays
            same(values(given), [1, NaN, 3]);
            same(Scrutiny.series(given, '2023-04').states, ['observed', 'missing', 'observed']);
        }
    },
    'a definition': () => {
        const within45 = Scrutiny.share({of: 'days IS NOT NULL', counted: 'days <= 45', dated: 'opened', scale: 1});
        same([within45.kind, within45.of, within45.counted, within45.dated, within45.scale],
            ['share', 'days IS NOT NULL', 'days <= 45', 'opened', '1']);
        const median = Scrutiny.definition({kind: 'median', measure: 'days', dated: 'opened', of: null});
        same([median.kind, median.of], ['median', null]);
        thrown(() => Scrutiny.definition({kind: 'ratio'}), 'Scrutiny_Error', 'Definition, kind: “ratio”');
    },
    'figures of the same rows are held against each other': () => {
        if (!Scrutiny.native.has_feature('records'))
            return;
        const rows = {opened: Array(33).fill('2024-01-05'), days: [...Array(20).fill(20), ...Array(3).fill(40), ...Array(10).fill(60)]};
        const within = days => Scrutiny.share({counted: `days <= ${days}`, dated: 'opened'});
        const states = (records, figure) => records.recompute(figure, 'year').get_state(0);
        const beside = Scrutiny.records(rows, {releases: [within(30), within(45)]});
        same([states(Scrutiny.records(rows), within(45)), states(beside, within(30)), states(beside, within(45))],
            ['observed', 'observed', 'suppressed']);
    },
    'lines of reasons, loops and old evidence': () => {
        const chain = Scrutiny.chain({
            i: ['indicator', '90.2% in 45 days'], a: ['intermediate', 'Needs are understood'],
            b: ['intermediate', 'Help starts'], o: ['outcome', 'Children are safer'],
        }, {
            because: [['i', 'a', 'survey', '2019'], ['i', 'b', 'survey', '2019'], ['a', 'o', 'review', '2024-11'],
                ['b', 'o', 'audit', '2024-12'], ['b', 'i']],
        });
        const found = native.Because.new(chain);
        same([found.get_n_routes(), found.get_n_loops(), found.has_more_loops(), found.dup_loop(0)],
            [2, 1, false, ['i', 'b', 'i']]);
        const old = options => Scrutiny.because(chain, options).filter(finding => finding.id === 'because.old-evidence').length;
        same([old({}), old({asOf: '2025-06'}), old({asOf: '2025-06', years: 6})], [0, 2, 0]);
    },
    'published beside recomputed': () => {
        const ours = Scrutiny.ratio([90, 80], [100, 100], '2024-04');
        const beside = Scrutiny.reconcile({period: ['2024-04', '2024-05'], value: [90, 81]}, ours);
        same([beside.get_n_compared(), beside.get_n_agreeing(), beside.cannotTell], [2, 1, null]);
        same(beside.findings.map(finding => finding.id), ['recompute.differs']);
    },
    'colours of what is counted otherwise': () => {
        const rule = Scrutiny.colourRule('"High" when value >= 53; otherwise "Low"');
        const value = Array.from({length: 24}, (_, i) => 52 + i % 3);
        const figures = {period: Scrutiny.series(value, '2023-04').periods, value};
        const shifts = Scrutiny.shifts(Scrutiny.series(value, '2023-04'));
        const audit = Scrutiny.colours(figures, rule, {status: null, breaks: ['2024-04'], shifts});
        same(JSON.parse(audit.json).stretches.map(one => one.first), ['2023-04', '2024-04']);
        thrown(() => Scrutiny.colours(figures, rule, {status: null, breaks: ['soon']}), 'Scrutiny_Error', 'Breaks');
        thrown(() => Scrutiny.colours(figures, rule, {status: null, brakes: ['2024-04']}), 'TypeError', 'brakes');
    },
    'records': () => {
        if (!Scrutiny.native.has_feature('records'))
            return;
        const cases = {opened: ['2024-01-03', '2024-01-03', '2024-02-01', ''], days: [2, null, 6, 9],
            ward: ['North', 'South', 'North', 'South']};
        const records = Scrutiny.records(cases, {suppressBelow: 0, kinds: {ward: 'text'}});
        const within = Scrutiny.share({counted: 'days <= 5', dated: 'opened'});
        same([records.nRows, records.names, records.get_kind('opened')], [4, ['opened', 'days', 'ward'], 'date']);
        same([...records.recompute(within, 'month').numerators], [1, 0]);
        const byWard = Scrutiny.definition({kind: 'share', counted: 'days <= 5', dated: 'opened', segments: 'ward'});
        same([...records.recompute(byWard, 'year').column('ward')], ['North', 'South']);
        same([...records.groups('ward').column('n')], [2, 2]);
        same([...records.spread('days', {step: 5}).column('n')], [1, 2]);
        same([...records.table('days', {where: 'days > 5'}).column('days')], [6, 9]);
        same([...records.rows(within, '2024-02').column('row')], [3]);
        same(records.findings(within).map(finding => finding.id), ['records.undated', 'records.unknown']);
        thrown(() => records.recompute(within, 'fortnight'), 'TypeError');
        thrown(() => Scrutiny.records(cases, {dateOrder: 'dmy'}), 'Scrutiny_Error', 'day-first');
    },
    'demand': () => {
        const made = Scrutiny.demand({kind: ['failure', 'value'], cause: ['a', 'b'], other: ['failure', 'value']},
            {secondCoder: 'other', margin: 0.1, disclosure: 0});
        same([made.kappa, made.adjusted], [1, 1]);
        same(made.causes.column('cause'), ['a', 'b']);
    },
    'every pair': () => {
        const figures = [7, 3, 8, 1, 9, 4, 6, 2, 8, 5, 7, 1, 9, 3, 6, 4, 8, 2, 7, 5];
        const rows = {key: [...Array(20).fill('a'), ...Array(20).fill('b')], period: [...figures, ...figures].map((_, i) => `${2000 + i % 20}`),
            value: [...figures, ...figures.map(x => 30 - 2 * x)]};
        const pairs = Scrutiny.linkAll(Scrutiny.panel(rows, {key: 'key'}));
        same([pairs.get_n_rows(), pairs.get_texts('verdict')], [2, ['moves-with', 'moves-with']]);
        same(Scrutiny.linkAll(dossier()).get_n_rows(), 0);
        thrown(() => Scrutiny.linkAll(dossier(), {indicators: ['gone']}), 'Scrutiny_Error', 'gone');
    },
    'a link in places': () => {
        const rows = Array.from({length: 48}, (_, i) => i), x = rows.map(i => (i * i * 37 + i * 7919) % 101 / 10);
        const figures = {place: rows.map(i => `P${Math.floor(i / 8)}`), period: rows.map(i => `${2010 + i % 8}`), x,
            y: rows.map(i => -3 * x[i] + (i * i * 37 + i * 5003) % 97 / 10)};
        const made = Scrutiny.linkPanel(figures, {key: 'place', indicator: 'x', outcome: 'y', draws: 99});
        same([made.verdict, made.nPlaces, made.nPeriods, made.findings.length], ['moves-with', 6, 8, 1]);
        thrown(() => Scrutiny.linkPanel(figures, {key: 'place', indicator: 'x', outcome: 'z'}), 'Scrutiny_Error', '“z”');
        thrown(() => Scrutiny.linkPanel(figures, {key: 'place', indicator: 'x', outcome: 'y', lag: -1}), 'TypeError', 'lag is a whole');
    },
    'tests of reasons': () => {
        const builder = native.DossierBuilder.new();
        const value = i => 50 + i * (37 * i + 7919) % 101 / 10;
        for (const [name, ahead] of [['soon', 1], ['returns', 0]]) {
            builder.add_indicator(name, name);
            builder.set_series(name, Scrutiny.series(Array.from({length: 48}, (_, i) => value(i + ahead) + (i >= 24 ? 30 : 0)), '2021-04'));
        }
        builder.set_chain('soon', Scrutiny.chain({a: ['indicator', 'Seen soon'], b: ['outcome', 'Safe']}, {because: [['a', 'b']],
            details: {b: {measuredBy: 'returns'}}, ofReasons: [['a', 'b', {expected: 'down'}]],
            companions: {a: [{measure: 'Calls'}]}}));
        const tests = Scrutiny.reasonTests(builder.end(), 'soon');
        same([tests.get_n_tests(), tests.dup_path(0), tests.dup_unmeasured(), tests.get_linkage(0).verdict],
            [1, ['a', 'b'], [], 'moved-other-way']);
        same(tests.findings[0].id, 'linkage.contradicted');
        same([tests.dup_findings_of(0).length, tests.dup_findings_of(1)], [tests.findings.length - 1, []]);
        same([tests.get_companions().get_texts('measure'), tests.findings.at(-1).id], [['Calls'], 'linkage.companion-asked']);
        thrown(() => Scrutiny.reasonTests(dossier(), 'none'), 'Scrutiny_Error', 'no indicator “none”');
    },
    'a step': () => {
        const figures = Array.from({length: 24}, (_, i) => 50 + (i * i * 37 + i * 7919) % 11 / 10 - (i >= 12 ? 6 : 0));
        const made = Scrutiny.step(Scrutiny.series(figures, '2019-01'), '2020-01', {stated: '2019-11-05', draws: 199});
        same([made.verdict, made.timing, made.findings.length], ['fell', 'before', 1]);
        thrown(() => Scrutiny.step(series, 'soon'), 'Scrutiny_Error', 'Step, at: “soon”');
        thrown(() => Scrutiny.step(series, '2020-01', {stated: 7}), 'TypeError', 'stated takes text');
        const builder = native.DossierBuilder.new();
        builder.add_indicator('soon', 'Seen soon');
        builder.set_series('soon', Scrutiny.series(figures, '2019-01'));
        const claim = native.Claim.new('start', 'A new team', 'Cabinet', '2020-03-05').copy_with('from', '2020-01');
        const late = Scrutiny.step(builder.end().get_indicator(0), undefined, {claim, draws: 199});
        same([late.timing, late.get_claim().text, late.findings.map(finding => finding.id)],
            ['after', 'A new team', ['step.fell', 'step.looks-back']]);
    },
    'a drift': () => {
        const made = Scrutiny.drift(Scrutiny.ratio([100, 112], [1000, 910], '2022', {scale: 1000}));
        ok(Math.abs(made.numeratorPart + made.denominatorPart - (made.after - made.before)) < 1e-9);
        same(made.findings[0].id, 'drift.split');
    },
    'what else is recorded of a chain': () => {
        const chain = Scrutiny.chain({a: ['indicator', 'Seen soon'], b: ['outcome', 'Safer']}, {because: [['a', 'b']],
            details: {b: {measuredBy: 'returns'}}, ofReasons: [['a', 'b', {expected: 'down', lag: 6}]]});
        same([chain.get_detail('b', 'measured_by'), chain.get_reason_detail('a', 'b', 'expected'), chain.get_lag('a', 'b')],
            ['returns', 'down', 6]);
        same([chain.get_claim(), Scrutiny.chain({a: ['output', 'x'], b: ['output', 'y']}, {because: [['a', 'b']], claim: 'b'}).get_claim()],
            ['a', 'b']);
        thrown(() => Scrutiny.linkReason(dossier(), ['a', 'b']), 'Scrutiny_Error', 'no indicator');
    },
    'what people say of a statement': () => {
        const chain = Scrutiny.chain({a: ['indicator', 'Faster'], b: ['outcome', 'More homes']}, {
            because: [['a', 'b', {reference: 'Appeals 2024', bearing: 'contradicts', grade: 'weak'}]],
            views: {b: [{party: 'Applicants', way: 'for'}, {party: 'Neighbours', way: 'against'}]},
            harms: {b: [{group: 'Tenants', measuredBy: 'rents'}]}, companions: {a: [{measure: 'appeals'}]}});
        same(chain.dup_views('b').map(view => view.way), ['for', 'against']);
        same([chain.dup_harms('b')[0].measuredBy, chain.dup_companions('a')[0].measure], ['rents', 'appeals']);
        same(chain.dup_evidence('a', 'b').map(item => [item.bearing, item.grade]), [['contradicts', 'weak']]);
        const views = given => () => Scrutiny.chain({b: ['outcome', 'More homes']}, {views: {b: [given]}});
        thrown(views({party: 'Tenants', way: 'sideways'}), 'Scrutiny_Error', '“sideways” is not one of');
        thrown(views({way: 'for'}), 'Scrutiny_Error', 'its party is not said');
        thrown(views('Tenants'), 'TypeError', '{name: text}');
    },
    'a chain as text': () => {
        const chain = Scrutiny.chain('Tŷ cynnes > llai yn sâl [outcome: tenantiaid]');
        same([[...chain], chain.get_who('s2'), chain.get_claim()], [['s1', 's2'], 'tenantiaid', 's1']);
        for (const text of [chain.dup_text(), chain.dup_json()])
            same(Scrutiny.chain(text).dup_text(), chain.dup_text());
        thrown(() => Scrutiny.chain('A -> B'), 'Scrutiny_Error', 'line 1, column 3: an arrow');
    },
    'labels': () => {
        const ours = Scrutiny.vocabulary('local', {warm: 'Warm homes'});
        const chain = Scrutiny.chain({a: ['outcome', 'Fewer cold homes']}, {labels: {a: ['local.warm', 'ons.health']}, vocabularies: [ours]});
        same(chain.dup_labels('a').map(label => chain.get_label_text(label)), ['Warm homes', 'Health']);
        thrown(() => Scrutiny.chain({a: ['outcome', 'x']}, {labels: {a: ['ons.wealth']}}), 'Scrutiny_Error', 'is not in its vocabulary');
    },
    'a link': () => {
        const figures = [7, 3, 8, 1, 9, 4, 6, 2, 8, 5, 7, 1, 9, 3, 6, 4, 8, 2, 7, 5];
        const made = Scrutiny.link(Scrutiny.series(figures, '2000'), Scrutiny.series(figures.map(x => 30 - 2 * x), '2000'),
            {maxLag: 1, expected: 'up'});
        same([made.verdict, made.routes.get_n_rows()], ['moved-other-way', 2]);
        thrown(() => Scrutiny.link(Scrutiny.series(figures, '2000'), Scrutiny.series(figures.map(x => -x), '2000'), {events: ['soon']}),
            'Scrutiny_Error', 'Event: “soon”');
        thrown(() => Scrutiny.link(series, series, {expected: 'sideways'}), 'TypeError', 'no direction "sideways"');
    },
    'two versions': () => {
        const made = Scrutiny.versions({first: [10, 10], last: [11, 10]}, 'first', 'last');
        same([made.nPairs, made.mean, made.findings[0].id], [2, 0.5, 'versions.changed']);
    },
    'a composite': () => {
        const units = {unit: ['a', 'b', 'c', 'd'], safe: [10, 0, 5, 8], site: [0, 100, 80, 20]};
        const made = Scrutiny.composite(units, {weights: {safe: 3, site: 1}, thresholds: {safe: 5}, spreads: {safe: 2}});
        same([...made.units.column('place')], [1, 4, 3, 2]);
        same([made.nUnits, made.nWithin, made.findings[0].id], [4, 3, 'composite.places']);
        thrown(() => Scrutiny.composite(units, {weights: {safe: 'much'}}), 'TypeError');
    },
    'waits': () => {
        const opened = Array(12).fill('2024-03-01');
        const closed = [...Array(11).keys()].map(day => `2024-03-${String(day + 2).padStart(2, '0')}`).concat([null]);
        const made = Scrutiny.waits({opened, closed}, {start: 'opened', end: 'closed', until: '2024-06-01', level: 0.9, disclosure: 0});
        same([made.nRows, made.nFinished, made.nOpen, made.half], [12, 11, 1, 6.5]);
        same(made.findings[0].id, 'waits.tail');
        thrown(() => Scrutiny.waits({opened, closed}, {start: 'opened', end: 'shut'}), 'Scrutiny_Error', 'shut');
    },
    'hints': () => {
        const said = {a: ['indicator', 'Mae galwadau wedi eu hateb yn gyflym'], b: ['output', "Mae'r galwadau yn cael eu hateb yn gyflym"]};
        const made = Scrutiny.hints(Scrutiny.chain(said, {because: [['a', 'b']]}));
        same([made.language, made.cannotTell, made.findings.length], ['cy', null, 1]);
        same([made.findings[0].id, made.findings[0].facts.confirmed], ['because.hint-repeats', false]);
        const figure = Scrutiny.native.Indicator.new('calls', 'Calls answered');
        const again = Scrutiny.hints(Scrutiny.chain({a: ['status', 'It is on target'], b: ['output', 'We answer calls']}, {because: [['a', 'b']]}), figure);
        same(again.findings.map(one => one.id), Scrutiny.native.has_feature('words') ? ['because.hint-same'] : []);
        thrown(() => Scrutiny.hints('chain'), 'Error', 'ScrutinyChain');
    },
    'capability': () => {
        const days = [...Array(400).keys()];
        const made = Scrutiny.capability({from: days, to: days.map(day => day % 2 ? day + 6 : day + 4)},
            {start: 'from', end: 'to', until: '1971-02-04'});
        same([made.centre, made.lower, made.upper, made.nShifts], [5, 0, 11, 0]);
        same(made.findings[0].id, 'capability.now');
        thrown(() => Scrutiny.capability({from: days}, {start: 'from', end: 'shut'}), 'Scrutiny_Error', 'shut');
    },
    'a slope': () => {
        const slope = Scrutiny.slope(series, {season: 'none', level: 0.9});
        same([slope.direction, slope.test, slope.cannotTell], ['up', 'mann-kendall', null]);
        ok(slope.low > 0 && slope.low < slope.slope && slope.slope < slope.high);
        ok(slope.p > 0 && slope.p <= slope.pDependent && slope.pDependent < 0.1);
        ok(slope.findings[0].statement.includes('rose'));
    },
    'what a score is made of': () => {
        const units = {ward: ['a', 'b', 'c', 'd'], safe: [10, 0, 5, 8], site: [0, 100, 80, 20], score: [75, 25, 77.5, 65]};
        const recipe = Scrutiny.recipe(units, {unit: 'ward', weights: {safe: 3, site: 1}, thresholds: {safe: 5}, scaling: 'min-max'});
        same([...recipe.components.column('weight')], [3, 1]);
        same([recipe.unit, recipe.scaling, recipe.published], ['ward', 'min-max', null]);
        const builder = Scrutiny.native.DossierBuilder.new();
        builder.add_indicator('score', 'Overall score');
        builder.set_recipe('score', recipe);
        same(builder.end().get_indicator(0).recipe.unit, 'ward');
        thrown(() => Scrutiny.recipe(units, {weights: {safe: 'much'}}), 'TypeError');
        thrown(() => Scrutiny.recipe(units, {weights: {safe: 1}, scaling: 'ranks'}), 'Scrutiny_Error', 'min-max');
    },
    'areas side by side': () => {
        const figures = {area: ['a', 'b', 'c', 'd'], cases: [50, 52, 47, 90], all: [100, 100, 100, 100]};
        const words = {area: 'area', numerator: 'cases', denominator: 'all'};
        const comparison = Scrutiny.compare(figures, {...words, focus: 'd', draws: 1000, seed: 3,
            neighbours: {area: ['d', 'd'], neighbour: ['a', 'b']}});
        same(comparison.kind, 'proportion');
        same(comparison.nAreas, 4);
        ok(Math.abs(comparison.centre - 59.75) < 1e-12);
        same([...comparison.areas.column('outside998')], [0, 0, 0, 1]);
        same([...comparison.areas.column('neighbours')], [0, 0, 0, 2]);
        same(comparison.findings[0].id, 'compare.focus');
        ok(Scrutiny.draw(comparison, 'cases').includes('>d</text>'));
        thrown(() => Scrutiny.compare(figures, {...words, area: 'ward'}), 'Scrutiny_Error', 'ward');
        thrown(() => Scrutiny.compare(figures, {...words, places: true}), 'TypeError', 'no setting “places”');
        const ranked = Scrutiny.compare({...figures, place: [3, 2, 4, 1]}, {...words, rank: 'place'});
        same(ranked.findings[0].id, 'compare.published-rank');
    },
    'rate or mix': () => {
        const stones = {stones: ['small', 'large', 'small', 'large'], period: ['open', 'open', 'keyhole', 'keyhole'],
            success: [81, 192, 234, 55], cases: [87, 263, 270, 80]};
        const words = {segment: 'stones', numerator: 'success', denominator: 'cases'};
        const mix = Scrutiny.mix(stones, {...words, seed: 3});
        ok(Math.abs(mix.ratePart + mix.mixPart - mix.total) < 1e-12);
        ok(Math.abs(mix.ratePart + 5.3671217385603764) < 1e-12);
        same(mix.findings.map(finding => finding.id), ['mix.open']);
        same(mix.segments.column('segment'), ['small', 'large']);
        same(JSON.parse(mix.json).method.parameters.seed, 3);
        const mixes = Scrutiny.mixes(stones, {segments: ['stones'], numerator: 'success', denominator: 'cases'});
        same(mixes.column('status'), ['done']);
        const days = {team: ['short', 'long', 'short', 'long'], period: ['1', '1', '2', '2'], days: [10, 40, 9, 38],
            n: [100, 100, 50, 150], se: [0.4, 1.2, 0.5656854, 0.9797959]};
        const mean = Scrutiny.mix(days, {segment: 'team', numerator: 'days', denominator: 'n', standardError: 'se', unit: 'days'});
        ok(mean.findings[0].statement.includes('from 25.0 days to 30.8 days'));
        thrown(() => Scrutiny.mix(stones, {...words, segment: 'ward'}), 'Scrutiny_Error', 'ward');
        thrown(() => Scrutiny.mix(stones, {...words, drawings: 3}), 'TypeError', 'no setting “drawings”');
    },
    'text is refused with its row': () => {
        for (const given of ['<5', '2', '', true, {}, [2], 3n, new Date(0)])
            thrown(() => values([1, given]), 'TypeError', 'Row 2: ');
    },
    'numbers in every kind of array': () => {
        same(values(new Float64Array([1.5, 2.5])), [1.5, 2.5]);
        same(values(new Float32Array([1.5, 2.5])), [1.5, 2.5]);
        same(values(new Uint8Array([1, 255])), [1, 255]);
        same(values(new Set([1, 2])), [1, 2]);
        same(values(new Float64Array([9, 1, 2, 9]).subarray(1, 3)), [1, 2]);
        thrown(() => values(new BigInt64Array([1n])), 'TypeError', 'Row 1: ');
        for (const given of ['12', 3, null, undefined, {0: 1, length: 1}, new DataView(new ArrayBuffer(8)), new ArrayBuffer(8)])
            thrown(() => values(given), 'TypeError');
    },
    'what comes out is a copy': () => {
        const made = Scrutiny.series([1, 2], '2023-04');
        made.values[0] = 9;
        same([...made], [1, 2]);
    },
    'empty': () => same(Scrutiny.series([], []).values.length, 0),
    'what lines up must': () => {
        for (const call of [
            () => Scrutiny.series([1, 2], ['2023-04']),
            () => Scrutiny.ratio([1, 2], [1], '2023-04'),
            () => Scrutiny.ratio([1], Array(2000).fill(2), '2023-04'),
            () => Scrutiny.chart(Scrutiny.series([1, 2, 3], '2023-04'), {kind: 'p'}),
        ]) {
            const error = thrown(call, 'Scrutiny_Error');
            ok(error.matches(native.Error, native.Error.MISMATCH), error.message);
        }
    },
    'an error knows its row': () => {
        const error = thrown(() => Scrutiny.series([1, 2], ['2023-04', 'banana']), 'Scrutiny_Error', 'Row 2: “banana”');
        same(native.error_get_row(error), 2);
        same(native.error_get_value(error), 'banana');
    },
    'periods are needed': () => {
        for (const periods of [undefined, null, 2023, [1, 2], [null, '2023-05'], {}])
            thrown(() => Scrutiny.series([1, 2], periods), 'TypeError');
    },
    'getters are attributes': () => {
        const chart = Scrutiny.chart(series, {kind: 'xmr'});
        same([chart.kind, chart.series.scale, series.timeline.calendar, series.hasCounts], ['xmr', 100, 'month', true]);
        same([...new Set(chart.signals.map(s => s.direction))].sort(), ['down', 'up']);
        same([chart.cannotTell, chart.findings.length > 0, chart.method.id], [null, true, 'chart']);
    },
    'findings are plain data': () => {
        for (const finding of Scrutiny.chart(series, {kind: 'xmr'}).findings) {
            const plain = JSON.parse(JSON.stringify(finding));
            same([plain.id, plain.statement, plain.question], [finding.id, finding.statement, finding.question]);
            for (const fact of Object.values(finding.facts))
                ok(!(fact instanceof GLib.Variant), 'a variant is left inside');
        }
    },
    'iteration': () => {
        same([...series].length, 24);
        same([...series.timeline].slice(0, 2), ['2023-04', '2023-05']);
        const {points} = Scrutiny.chart(series);
        ok([...points].includes('upper'));
        same(points.column('period')[0], '2023-04');
        same(Object.keys(JSON.parse(JSON.stringify(points))), [...points]);
        thrown(() => points.column('nothing'), 'RangeError', 'no column "nothing"; there are ');
    },
    'many series': () => {
        const area = [], month = [], value = new Float64Array(36);
        for (let i = 0; i < 36; i++) {
            area.push(i < 24 ? 'A' : 'B');
            month.push(`${2020 + Math.floor(i % 24 / 12)}-${String(i % 12 + 1).padStart(2, '0')}`);
            value[i] = 50 + i * i % 7;
        }
        const panel = Scrutiny.panel(Scrutiny.table({area, month, value}), {key: 'area', period: 'month', threads: 2});
        same(panel.threads, 2);
        const out = Scrutiny.trend(panel);
        same([panel.nSeries, out.column('area'), out.column('status')], [2, ['A', 'B'], ['done', 'done']]);
        const one = Scrutiny.trend(panel.dup_series(0));
        same([out.column('dependence')[0], out.column('direction')[0]], [one.dependence, one.direction]);
        thrown(() => Scrutiny.trend(panel, {nothing: 1}), 'TypeError');
        thrown(() => Scrutiny.panel({area, month, value}, {keys: 'area'}), 'TypeError', 'no setting “keys”');
        for (const word of [Scrutiny.chart, Scrutiny.shifts, Scrutiny.slope])
            same([word(panel).column('area'), word(panel).column('status')], [['A', 'B'], ['done', 'done']]);
        const counts = Scrutiny.count(Scrutiny.chart(panel));
        same([counts.series, counts.done, counts.known], [2, 2, 2]);
        ok(counts.expected > 0 && counts.expected < 1);
        same([...Scrutiny.discoveries(Scrutiny.slope(panel), {chance: 'p', share: 0.5})].at(-1), 'discovery');
    },
    'a table from columns': () => {
        const table = Scrutiny.table({n: [1, null, 2.5], text: ['a', null, 3], none: [null, null, null], mixed: [97, '<5', NaN]});
        same([...table.column('n')], [1, NaN, 2.5]);
        same([table.column('text'), table.column('mixed'), table.is_text('none')], [['a', '', '3'], ['97', '<5', ''], false]);
        for (const given of [[1, 2], 'text', null, {a: 'text'}, {a: 3}])
            thrown(() => Scrutiny.table(given), 'TypeError');
        thrown(() => Scrutiny.table({a: [1, 2], b: [1]}), 'Scrutiny_Error');
    },
    'an unknown setting is refused': () => {
        thrown(() => Scrutiny.chart(series, {basline: 'x'}), 'TypeError', 'no setting “basline”; there are allowance, baseline, centre, constants');
        thrown(() => Scrutiny.chart(series, {kind: 'pp'}), 'TypeError', 'there are auto, run');
        thrown(() => Scrutiny.series([1], '2023-04', {units: 'x'}), 'TypeError', 'no setting “units”');
        thrown(() => Scrutiny.ratio([1], [1], '2023-04', {scal: 1}), 'TypeError');
        thrown(() => Scrutiny.colourRule('x', {saidby: 'x'}), 'TypeError');
        thrown(() => Scrutiny.chain({}, {sameas: []}), 'TypeError');
    },
    'the wrong type of setting is refused': () => {
        const cases = {
            width: ['3'], screen: ['no', 0], phases: [[12], [null]], excluded: [12], baseline: [['2023-04', '2024-03']],
            rules: [3], kind: [5, true], constants: [2.66],
        };
        for (const [name, given] of Object.entries(cases)) {
            for (const value of given)
                thrown(() => Scrutiny.chart(series, {[name]: value}), 'TypeError');
        }
    },
    'one text is a list of one, and null the default': () => {
        same(Scrutiny.chart(series, {phases: '2024-10', excluded: '2023-12', width: null}).json,
            Scrutiny.chart(series, {phases: ['2024-10'], excluded: ['2023-12']}).json);
    },
    'every kind by its name': () => {
        for (const kind of ['auto', 'run', 'xmr', 'mr', 'i-prime', 'p', 'p-prime']) {
            const chart = Scrutiny.chart(series, {kind});
            ok(kind === 'auto' || chart.kind === kind, `${kind} gave ${chart.kind}`);
        }
    },
    'the wrong object is refused': () => {
        for (const call of [
            () => Scrutiny.chart(null), () => Scrutiny.chart([1, 2]), () => Scrutiny.because('chain'),
            () => Scrutiny.proportion('1', 2), () => Scrutiny.colourRule(null), () => Scrutiny.chain({a: 'text'}),
            () => Scrutiny.chain({a: ['status', null]}), () => Scrutiny.chain({a: ['colour', 'x']}),
            () => Scrutiny.chain({}, {because: ['ab']}), () => Scrutiny.chain({}, {sameAs: [['a', 'b']]}),
            () => Scrutiny.finding('a.b', 'x', null, {y: {}}), () => Scrutiny.finding('a.b', 'x', null, {y: [1, 'a']}),
            () => Scrutiny.finding('a.b', 'x', null, {y: null}),
        ]) {
            let error = null;
            try {
                call();
            } catch (caught) {
                error = caught;
            }
            ok(error, `nothing was thrown by ${call}`);
        }
    },
    'a position that is none': () => {
        const {timeline} = series;
        for (const position of [24, -1, 0.5, '1', null]) {
            for (const [self, name] of [[series, 'get_value'], [series, 'get_state'], [series, 'get_bounds'],
                [timeline, 'dup_text'], [timeline, 'dup_label'], [timeline, 'get_ordinal'], [dossier(), 'get_indicator']])
                thrown(() => self[name](position), 'RangeError', 'there are');
        }
    },
    'a check is a function': () => {
        const one = () => Scrutiny.finding(OWN, '{n} values.', 'Counted?', {n: 24}, {request: 'The counts.'});
        for (const find of [() => [one()], function* () {
            yield one();
        }]) {
            const [found] = runCheck(find);
            same([found.statement, found.question, found.request, found.facts], ['24 values.', 'Counted?', 'The counts.', {n: 24}]);
        }
        same(runCheck(() => null), []);
    },
    'what a check throws is not done': () => {
        for (const find of [() => {
            throw new Error('out of ink');
        }, () => [1], () => 7, i => i.gone.gone, () => [Scrutiny.finding(OWN, '{unknown}')], () => {
            throw 'a text'; // eslint-disable-line no-throw-literal
        }, () => {
            throw null; // eslint-disable-line no-throw-literal
        }, () => {
            throw new Error('no good, 3 sigma {braces} \u001b[31m \ud800');
        }]) {
            const found = runCheck(find).at(-1);
            same([found.id, found.check], ['check.not-done', OWN]);
            ok(found.reason.startsWith(`${OWN} was not done: `), found.reason);
        }
    },
    'a review with own checks': async () => {
        const own = Scrutiny.check(OWN, i => [Scrutiny.finding(OWN, '{n} values.', 'Counted?', {n: i.series.values.length})]);
        const broken = Scrutiny.check('ashcombe.broken', () => {
            throw new Error('out of ink');
        });
        const report = await Scrutiny.review(dossier(), {checks: [...Scrutiny.standardChecks(), own, broken]});
        ok(report.text().includes('24 values.'));
        ok(report.notDone.some(n => n.reason === 'ashcombe.broken was not done: out of ink'));
        ok((await Scrutiny.review(dossier())).questions.length > 0, 'no checks were made');
        same((await Scrutiny.review(dossier(), {checks: []})).questions, []);
    },
    'a review is refused as a promise': async () => {
        for (const call of [() => Scrutiny.review(null), () => Scrutiny.review(dossier(), {check: []}),
            () => Scrutiny.review(dossier(), {checks: [null]}), () => Scrutiny.review(dossier(), {checks: ['figure']})])
            ok(await call().then(() => null, error => error), 'it was not refused');
    },
    'written in the form of the name': async () => {
        const report = await Scrutiny.review(dossier());
        const folder = GLib.dir_make_tmp('scrutiny-XXXXXX');
        for (const form of ['html', 'md', 'json', 'txt']) {
            const path = `${folder}/sheet.${form}`;
            report.write(path, {lang: 'en'});
            same(new TextDecoder().decode(GLib.file_get_contents(path)[1]), report.text({form, lang: 'en'}));
            GLib.unlink(path);
        }
        thrown(() => report.write(`${folder}/sheet.docx`), 'Scrutiny_Error');
        thrown(() => report.text({format: 'md'}), 'TypeError', 'no setting “format”; there are form, lang');
        GLib.rmdir(folder);
    },
    'what is asked is carried and answered': async () => {
        const before = dossier();
        const asked = (await Scrutiny.review(before)).requests;
        const kept = Scrutiny.keep(before, asked, {on: '2025-03-12', by: '2025-06-11'});
        same(kept.dup_requests().map(request => request.get_id()), asked.map(request => request.get_id()));
        const again = Scrutiny.keep(kept, (await Scrutiny.review(kept)).requests, {on: '2025-09-10'});
        ok(again.dup_requests().every(request => request.get_asked_on() === '2025-03-12'), 'it was asked before');
        const id = asked[0].get_id();
        const answered = Scrutiny.answer(again, id, 'Here.', {saidBy: 'Director', on: '2025-06-03', reference: 'Annex B'});
        same(answered.find_request(id).get_state(), 'received');
        same(answered.dup_responses().map(said => [said.get_text(), said.get_reference()]), [['Here.', 'Annex B']]);
        thrown(() => Scrutiny.answer(again, 'nothing', 'Here.'), 'Scrutiny_Error', 'no request “nothing”');
        thrown(() => Scrutiny.answer(again, id, 'Here.', {state: 'lost'}), 'Scrutiny_Error', '“lost” is not one of open');
        thrown(() => Scrutiny.answer(again, id, 7), 'TypeError');
        thrown(() => Scrutiny.keep(again, [], {date: '2025'}), 'TypeError', 'no setting “date”');
    },
    'a file is read': async () => {
        const folder = GLib.dir_make_tmp('scrutiny-XXXXXX');
        const path = `${folder}/Scorecard – Q4 (final) =1+1.csv`;
        GLib.file_set_contents(path, 'Month;Met;Closed\nApr 2023;61;88\nMay 2023;58;83\nJun 2023;70;97\n');
        const read = await Scrutiny.read(path, {columns: {numerator: 'Met', denominator: 'Closed', period: 'Month'}});
        same([...[...read][0].series.numerators], [61, 58, 70]);
        ok(await Scrutiny.read(`${folder}/gone.csv`).then(() => null, error => error), 'it was not refused');
        same((await Scrutiny.read(null).then(() => null, error => error)).message,
            "a file is given by its name, such as 'figures.csv', not null");
        ok(await Scrutiny.read(path, {sheat: '1'}).then(() => null, error => error), 'it was not refused');
        GLib.unlink(path);
        GLib.rmdir(folder);
    },
});
