// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// What introspection cannot know, for GJS: plain data in and out, settings as object
// literals, promises. Nothing here computes. The words are those of the C library, and a
// getter is an attribute: `chart.falseAlarm` for `chart.get_false_alarm ()`.

import GIRepository from 'gi://GIRepository?version=2.0';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Gio from 'gi://Gio';
import Scrutiny from 'gi://Scrutiny?version=1';
import {SETTINGS, camel, ofType, parts, said, setAll, setOption, setting, settingsOf, snake, take, text, whole} from './settings.js';

export {Scrutiny as native};
export {chain, vocabulary} from './reasons.js';
export {answer, keep} from './requests.js';

// --- Numbers in and out ----------------------------------------------------------------

// A copy of the bytes as doubles: a view of the library's own memory could be written to.
function view(bytes) {
    const raw = bytes?.toArray() ?? new Uint8Array();
    return new Float64Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
}

function number(value, row) {
    if (value === null || value === undefined)
        return NaN;
    if (typeof value === 'number')
        return value;
    throw new TypeError(`Row ${row + 1}: ${said(value)} is not a number; missing is null`);
}

function column(values) {
    if (Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView)))
        return values;
    if (typeof values === 'object' && typeof values?.[Symbol.iterator] === 'function')
        return [...values];
    throw new TypeError(`a column is an array of numbers, not ${said(values)}`);
}

// null is missing and text is refused: GJS itself would turn them into 0 and NaN.
export function doubles(values) {
    const given = column(values);
    const numbers = given instanceof Float64Array ? given : Float64Array.from(given, number);
    return new GLib.Bytes(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

// --- Names ---------------------------------------------------------------------------------

const NAME_OF = {
    kind: Scrutiny.chart_kind_get_name,
    direction: Scrutiny.direction_get_name,
    calendar: Scrutiny.calendar_get_name,
};

function plain(name, value) {
    if (typeof value === 'number' && name in NAME_OF)
        return NAME_OF[name](value);
    return value instanceof GLib.Variant ? value.recursiveUnpack() : value;
}

// --- Attributes ----------------------------------------------------------------------------

function addGetter(cls, name, get) {
    Object.defineProperty(cls.prototype, name, {get, configurable: true});
}

function gettersOf(info, count, at) {
    const found = [];
    for (let i = 0; i < count(info); i++) {
        const method = at(info, i);
        const name = method.get_name();
        const isMethod = GIRepository.function_info_get_flags(method) & GIRepository.FunctionInfoFlags.IS_METHOD;
        if (isMethod && /^(get|dup)_/.test(name) && GIRepository.callable_info_get_n_args(method) === 0)
            found.push(name);
    }
    return found;
}

function addGetters(cls, getters, call) {
    for (const getter of getters) {
        const name = getter.slice(4);
        addGetter(cls, camel(name), function () {
            return plain(name, call(this, getter));
        });
    }
}

// `options.phases = […]` converts and checks as the literal of `chart ()` does.
function addSetters(cls) {
    for (const name of settingsOf(cls)) {
        const {get} = Object.getOwnPropertyDescriptor(cls.prototype, camel(name)) ?? {};
        Object.defineProperty(cls.prototype, camel(name), {
            get,
            set(value) {
                setOption(this, camel(name), value);
            },
            configurable: true,
        });
    }
}

function eachClass(visit) {
    const repository = GIRepository.Repository.get_default();
    for (let i = 0; i < repository.get_n_infos('Scrutiny'); i++) {
        const info = repository.get_info('Scrutiny', i);
        if (info.get_type() === GIRepository.InfoType.OBJECT)
            visit(Scrutiny[info.get_name()], info);
    }
}

eachClass((cls, info) => {
    addGetters(cls, gettersOf(info, GIRepository.object_info_get_n_methods, GIRepository.object_info_get_method),
        (self, getter) => self[getter]());
    if (!GObject.type_is_a(cls.$gtype, Scrutiny.Result.$gtype))
        return;
    addGetters(cls, ['get_method', 'get_cannot_tell', 'dup_findings', 'dup_json'],
        (self, getter) => Scrutiny.Result.prototype[getter].call(self));
});

eachClass((cls, info) => {
    const names = [];
    for (let i = 0; info.get_name().endsWith('Options') && i < GIRepository.object_info_get_n_methods(info); i++) {
        const method = GIRepository.object_info_get_method(info, i);
        if (method.get_name().startsWith('set_') && GIRepository.callable_info_get_n_args(method) === 1)
            names.push(method.get_name().slice(4));
    }
    if (names.length)
        SETTINGS.set(cls, names.sort());
    addSetters(cls);
});

for (const part of ['statement', 'question', 'request']) {
    addGetter(Scrutiny.Finding, part, function () {
        return this[`dup_${part}`](null);
    });
}
Scrutiny.Finding.prototype.toJSON = function () {
    const {id, subject, statement, facts, question, request} = this;
    return {id, subject, statement, facts, question, request};
};
// Of what was not done: which check, and what it would have needed.
addGetter(Scrutiny.Finding, 'check', function () {
    return this.facts.check;
});
addGetter(Scrutiny.Finding, 'reason', function () {
    return this.facts.reason;
});

addGetter(Scrutiny.Series, 'values', function () {
    return view(this.get_bytes());
});
// In GJS a property hides a method of its name: has_counts is a truth here, not a function.
addGetter(Scrutiny.Series, 'numerators', function () {
    return this.hasCounts ? view(this.get_numerator_bytes()) : null;
});
addGetter(Scrutiny.Series, 'denominators', function () {
    return this.hasCounts ? view(this.get_denominator_bytes()) : null;
});
addGetter(Scrutiny.Series, 'periods', function () {
    return this.get_timeline().dup_texts();
});
addGetter(Scrutiny.Series, 'states', function () {
    return this.periods.map((_, row) => this.get_state(row));
});
Scrutiny.Series.prototype[Symbol.iterator] = function () {
    return this.values[Symbol.iterator]();
};
Scrutiny.Timeline.prototype[Symbol.iterator] = function () {
    return this.dup_texts()[Symbol.iterator]();
};
Scrutiny.Chain.prototype[Symbol.iterator] = function () {
    return this.dup_statements()[Symbol.iterator]();
};

Scrutiny.Table.prototype[Symbol.iterator] = function () {
    return this.dup_names()[Symbol.iterator]();
};
Scrutiny.Table.prototype.column = function (name) {
    return this.is_text(name) ? this.get_texts(name) ?? [] : view(this.get_bytes(name));
};
Scrutiny.Table.prototype.toJSON = function () {
    return Object.fromEntries([...this].map(name => [name, [...this.column(name)]]));
};

Scrutiny.Dossier.prototype[Symbol.iterator] = function* () {
    for (let i = 0; i < this.get_n_indicators(); i++)
        yield this.get_indicator(i);
};

// --- What C would only warn about ----------------------------------------------------------

function guard(cls, name, check) {
    const call = cls.prototype[name];
    cls.prototype[name] = function (key, ...rest) {
        check(this, key);
        return call.call(this, key, ...rest);
    };
}

function within(length) {
    return (self, index) => {
        if (!Number.isInteger(index) || index < 0 || index >= self[length]())
            throw new RangeError(`no ${said(index)}: there are ${self[length]()}`);
    };
}

for (const name of ['get_value', 'get_state', 'get_bounds'])
    guard(Scrutiny.Series, name, within('get_n_values'));
for (const name of ['get_ordinal', 'dup_text', 'dup_label'])
    guard(Scrutiny.Timeline, name, within('get_n_periods'));
guard(Scrutiny.Dossier, 'get_indicator', within('get_n_indicators'));
for (const name of ['get_doubles', 'get_texts', 'get_bytes', 'is_text']) {
    guard(Scrutiny.Table, name, (self, key) => {
        if (!self.has_column(key))
            throw new RangeError(`no column ${said(key)}; there are ${self.dup_names().join(', ')}`);
    });
}

// --- What you hold -----------------------------------------------------------------------------

function timeline(periods, n) {
    if (periods instanceof Scrutiny.Timeline)
        return periods;
    if (typeof periods === 'string')
        return Scrutiny.Timeline.new(periods, n);
    if (!Array.isArray(periods))
        throw new TypeError("periods are needed: an array such as ['2023-04', '2023-05'], or the first one");
    return Scrutiny.Timeline.new_from_texts(periods.map((period, row) => text(`Row ${row + 1} of the periods`, period)));
}

export function series(values, periods, options = {}) {
    const {unit} = take(options, {unit: null});
    const given = column(values);
    const made = Scrutiny.Series.new_from_bytes(timeline(periods, given.length), doubles(given));
    return unit ? made.copy_with_unit(unit) : made;
}

export function ratio(numerators, denominators, periods, options = {}) {
    const {scale, unit} = take(options, {scale: 100, unit: null});
    const above = column(numerators);
    const made = Scrutiny.Series.new_ratio_from_bytes(
        timeline(periods, above.length), doubles(above), doubles(denominators), ofType('scale', 'number', scale));
    return unit ? made.copy_with_unit(unit) : made;
}

// Numbers stay numbers, the rest is text.
export function table(columns) {
    if (typeof columns !== 'object' || columns === null || Array.isArray(columns))
        throw new TypeError(`a table is an object of columns, not ${said(columns)}`);
    let made = Scrutiny.Table.new();
    for (const [name, values] of Object.entries(columns)) {
        if (values instanceof Float64Array) { // in one piece, not cell by cell
            made = made.copy_with_doubles(name, doubles(values));
            continue;
        }
        const given = [...column(values)];
        made = given.every(value => (value ?? 0) === Number(value ?? 0) || Number.isNaN(value))
            ? made.copy_with_doubles(name, doubles(given))
            : made.copy_with_texts(name, given.map(value => Number.isNaN(value) ? '' : String(value ?? '')));
    }
    return made;
}

export async function read(path, options = {}) {
    const {columns = {}, cancellable = null, ...settings} = options;
    const roles = setAll(Scrutiny.ReadOptions.new(), settings);
    for (const [role, name] of Object.entries(columns))
        roles.set_column(role, text(role, name));
    return promise(done => Scrutiny.read_async(asFile(path), roles, cancellable, done), Scrutiny.read_finish);
}

export function write(dossier, folder) {
    return Scrutiny.write(dossier, asFile(folder), null);
}

function asFile(path) {
    return path instanceof Gio.File ? path : Gio.File.new_for_commandline_arg(text('a file', path));
}

function promise(begin, finish) {
    return new Promise((resolve, reject) => {
        begin((_, result) => {
            try {
                resolve(finish(result));
            } catch (error) {
                reject(error);
            }
        });
    });
}

// What an indicator measures and, with a `kind` ('share', 'count', 'rate', 'mean', 'median' or 'percentile'),
// how the figure comes of the rows behind it, as expressions over their columns.
export function definition(values) {
    const said = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
    return Scrutiny.Definition.new_from_values(
        said.map(([name]) => snake(name)), said.map(([, value]) => String(value)));
}

// How many of the rows looked at (`of`, all if not given) are `counted`, in per cent.
export function share(values) {
    return definition({kind: 'share', ...values});
}

// --- Analyses ------------------------------------------------------------------------------------

// Of one series, or of each of a panel: that is a table with one row a series.
// The rows behind a figure, one a case: a path (CSV, packed or not, XLSX, a dossier) or columns. `kinds` maps a
// column to 'text', 'number', 'date', 'date-time' or 'truth'; with `table`, source says how to reach a server.
export function records(source, {kinds = {}, table: name, keepIn, releases = [], ...options} = {}) {
    const settings = setAll(new Scrutiny.RecordsOptions(), options);
    for (const [column, kind] of Object.entries(kinds))
        settings.set_kind(column, kind);
    for (const release of releases)
        settings.add_release(release);
    if (keepIn)
        settings.set_keep_in(asFile(keepIn));
    if (name)
        return Scrutiny.Records.new_for_connection(source, name, settings, null);
    if (typeof source === 'string' || source instanceof Gio.File)
        return Scrutiny.Records.read(asFile(source), settings, null);
    return Scrutiny.Records.new_from_table(rowsOf(source), settings, null);
}

const {recompute, recompute_table: recomputeTable, dup_rows: dupRows} = Scrutiny.Records.prototype;

const calendarOr = name => name ? setting('calendar', name) : Scrutiny.Calendar.UNKNOWN;

// A series; of a definition with segments, a table.
Scrutiny.Records.prototype.recompute = function (definition, calendar) {
    const work = definition.get_segments() ? recomputeTable : recompute;
    return work.call(this, definition, calendarOr(calendar), null);
};
Scrutiny.Records.prototype.rows = function (definition, period, calendar) {
    return dupRows.call(this, definition, calendarOr(calendar), period, null);
};
Scrutiny.Records.prototype.findings = function (definition) {
    return this.dup_findings(definition, null);
};
Scrutiny.Records.prototype.groups = function (column, {where = null} = {}) {
    return this.dup_groups(column, where, null);
};
Scrutiny.Records.prototype.spread = function (measure, {by = null, step = 1, where = null} = {}) {
    return this.dup_spread(measure, step, by, where, null);
};
Scrutiny.Records.prototype.table = function (columns, {where = null} = {}) {
    return this.dup_table([columns].flat(), where, null);
};

function analyse(figures, cls, options) {
    return figures instanceof Scrutiny.Panel ? cls.tabulate(figures, options, null, null) : cls.new(figures, options);
}

export function chart(figures, settings = {}) {
    return analyse(figures, Scrutiny.Chart, setAll(Scrutiny.ChartOptions.new(), settings));
}

export function shifts(figures, settings = {}) {
    return analyse(figures, Scrutiny.Shifts, setAll(Scrutiny.ShiftsOptions.new(), settings));
}

// Many series in one table: `key` names the columns that say whose a row is.
export function panel(figures, options) {
    const {key, period, value, numerator, denominator, scale, threads} = take(options, {
        key: undefined, period: 'period', value: undefined, numerator: undefined, denominator: undefined, scale: 100,
        threads: 0});
    const keys = [key].flat().map(name => text('key', name));
    const rows = rowsOf(figures);
    let made;
    if (numerator === undefined && denominator === undefined)
        made = Scrutiny.Panel.new(rows, keys, period, value ?? 'value');
    else if (value !== undefined || numerator === undefined || denominator === undefined)
        throw new TypeError('a panel is of a value, or of a numerator and a denominator');
    else
        made = Scrutiny.Panel.new_ratio(rows, keys, period, numerator, denominator, scale);
    return threads === 0 ? made : made.copy_with_threads(whole('threads', threads));
}

export function trend(figures, settings = {}) {
    return analyse(figures, Scrutiny.Trend, setAll(Scrutiny.TrendOptions.new(), settings));
}

// Of a panel a table, or with the test 'regional' one result for all of it; with a covariate that may
// explain the figure the test is 'partial'.
export function slope(figures, {covariate, ...settings} = {}) {
    const options = setAll(Scrutiny.TrendOptions.new(), settings);
    if (figures instanceof Scrutiny.Panel && settings.test === 'regional')
        return Scrutiny.Slope.new_regional(figures, options);
    if (covariate !== undefined)
        return Scrutiny.Slope.new_partial(figures, covariate, options);
    return analyse(figures, Scrutiny.Slope, options);
}

// How long cases take, those that are still open among them: without an end a case is open.
export function waits(records, {start, end, ...settings}) {
    return Scrutiny.Waits.new(rowsOf(records), text('start', start), text('end', end),
        setAll(Scrutiny.WaitsOptions.new(), settings));
}

// What single cases last, in the order in which they ended; the settings are those of waits().
export function capability(records, {start, end, ...settings}) {
    return Scrutiny.Capability.new(rowsOf(records), text('start', start), text('end', end),
        setAll(Scrutiny.WaitsOptions.new(), settings));
}

// What the weights of a score decide: a row a unit, a column a component; the rest by component.
export function composite(figures, {unit = 'unit', weights = {}, thresholds = {}, spreads = {}, ...settings} = {}) {
    const options = setAll(Scrutiny.CompositeOptions.new(), settings);
    for (const [role, values] of Object.entries({weight: weights, threshold: thresholds, spread: spreads}))
        Object.entries(values).forEach(([name, value]) => options[`set_${role}`](name, ofType(`${role}s`, 'number', value)));
    return Scrutiny.Composite.new(rowsOf(figures), text('unit', unit), options);
}

// What a score is made of, for an indicator of a dossier: as for composite; without a scaling nobody says what it is.
export function recipe(units, options = {}) {
    const {unit, weights, thresholds, spreads, scaling, published} =
        take(options, {unit: 'unit', weights: {}, thresholds: {}, spreads: {}, scaling: null, published: null});
    const component = Object.keys(weights), of = (role, values) => component.map(name => ofType(role, 'number', values[name] ?? NaN));
    const parts = {component, weight: of('weights', weights), threshold: of('thresholds', thresholds), spread: of('spreads', spreads)};
    return Scrutiny.Recipe.new(text('unit', unit), table(parts), scaling, published).copy_with_units(rowsOf(units));
}

// What of a figure's move comes of what is counted, and what of what it is out of: of periods such as
// '2022-04..2023-03', or of the last year and the one before it.
export function drift(figures, options = {}) {
    const {before, after} = take(options, {before: null, after: null});
    return Scrutiny.Drift.new(figures, before, after);
}

// Whether a figure and an outcome, both series or both indicators, move together: maxLag, expected ('up'), events.
// Of a dossier: linkReason(dossier, [id, reason]) looks at what measures two statements of a chain in it.
export function link(figures, outcome, settings = {}) {
    const options = setAll(Scrutiny.LinkageOptions.new(), settings);
    return Scrutiny.Linkage[figures instanceof Scrutiny.Indicator ? 'new' : 'new_of_series'](figures, outcome, options);
}

// Every pair of two panels, or of a dossier's indicators and outcomes, lists of ids or all of them: a table.
export function linkAll(figures, {outcomes = null, indicators = null, ...settings} = {}) {
    const options = setAll(Scrutiny.LinkageOptions.new(), settings);
    if (!(figures instanceof Scrutiny.Dossier))
        return Scrutiny.Linkage.tabulate(figures, outcomes ?? figures, options, null, null);
    // GJS makes an empty list of null, and without ids all are meant.
    const all = Array.from({length: figures.get_n_indicators()}, (_, i) => figures.get_indicator(i).get_id());
    return Scrutiny.Linkage.tabulate_dossier(figures, indicators ?? all, outcomes ?? all, options, null, null);
}

export function linkReason(dossier, because, settings = {}) {
    const [id, reason] = parts('because', because, '[id, reason]', 2, 2);
    return Scrutiny.Linkage.new_for_reason(dossier, id, reason, setAll(Scrutiny.LinkageOptions.new(), settings));
}

// What the figures of a dossier say of the reasons for one of its indicators, by its id.
export function reasonTests(dossier, indicator) {
    return Scrutiny.ReasonTests.new(dossier, text('indicator', indicator));
}

// Whether two columns of a table move together in the same places: region, indicatorOf, outcomeOf, lag,
// expected ('up'), contrast, draws, seed.
export function linkPanel(figures, {key, indicator, outcome, period = 'period', ...settings}) {
    return Scrutiny.LinkagePanel.new(rowsOf(figures), text('key', key), text('period', period), text('indicator', indicator),
        text('outcome', outcome), setAll(Scrutiny.LinkagePanelOptions.new(), settings));
}

// Whether a figure moved at a period that was named: stated, expected ('up'), draws, seed; of an indicator a claim says both dates.
export function step(figures, at, {claim, ...settings} = {}) {
    const options = setAll(Scrutiny.StepOptions.new(), {at, ...settings});
    return claim === undefined ? Scrutiny.Step.new(figures, options) : Scrutiny.Step.new_of_claim(figures, claim, options);
}

// Two versions of the same figures, a column each: first and revised, or by two definitions.
export function versions(figures, earlier, later) {
    return Scrutiny.Versions.new(rowsOf(figures), text('earlier', earlier), text('later', later));
}

// What people contact a service about, by the kind and the cause that somebody gave each contact.
export function demand(contacts, {kind = 'kind', cause = 'cause', ...settings} = {}) {
    return Scrutiny.Demand.new(rowsOf(contacts), text('kind', kind), text('cause', cause),
        setAll(Scrutiny.DemandOptions.new(), settings));
}

// What stands out though there are so many, and how many chance alone would flag.
export function discoveries(rows, options = {}) {
    const {chance, family, share} = take(options, {chance: 'p_dependent', family: null, share: 0.05});
    return Scrutiny.discoveries_tabulate(rows, chance, family, ofType('share', 'number', share));
}

export function count(rows) {
    return Object.fromEntries(Object.entries(Scrutiny.discoveries_count(rows).recursiveUnpack()));
}

export function proportion(numerator, denominator, level = 0.95) {
    return Scrutiny.Proportion.new(
        ofType('numerator', 'number', numerator), ofType('denominator', 'number', denominator), level);
}

export function colourRule(text, options = {}) {
    const {saidBy, on} = take(options, {saidBy: '', on: ''});
    return Scrutiny.ColourRule.parse(text, Scrutiny.Claim.new('status', text, saidBy, on));
}

function rowsOf(figures) {
    return figures instanceof Scrutiny.Table ? figures : table(figures);
}

// Settings are the properties of ColourAuditOptions: `breaks`, where the figure is counted in another way, `shifts`,
// where it was found to shift, `chart`. Of many series there are none.
export function colours(figures, rule, {status = 'status', least = 0, ...settings} = {}) {
    const options = setAll(Scrutiny.ColourAuditOptions.new(), settings);
    if (figures instanceof Scrutiny.Panel) {
        take(settings, {});
        return Scrutiny.ColourPanel.new(figures, rule, ofType('least', 'number', least), null, null);
    }
    options.set_status_column(status);
    return Scrutiny.ColourAudit.new_with_options(rowsOf(figures), rule, options);
}

// Published figures, a table or columns `period` and `value`, beside what the rows behind them give.
export function reconcile(published, recomputed) {
    return Scrutiny.Reconciliation.new(rowsOf(published), recomputed);
}

// What a series could notice: the least move that usually shows in one period, and from year to year.
export function notice(figures, options = {}) {
    const {level, power} = take(options, {level: 0.95, power: 0.8});
    return Scrutiny.Notice.new(figures, ofType('level', 'number', level), ofType('power', 'number', power));
}

// How much the figures of a panel say the same: as how many they behave, and which move as one.
export function overlap(figures) {
    return Scrutiny.Overlap.new(figures);
}

export function colourFit(scorecard, options = {}) {
    const {order} = take(options, {order: null});
    const rows = rowsOf(scorecard);
    return order ? Scrutiny.ColourFit.new_with_order(rows, order) : Scrutiny.ColourFit.new(rows);
}

// Whether more cases end at a limit than the lengths around it suggest: lengths are a column of rows, a
// column and counts, what lies between a start and an end, or the rows themselves.
export function pileup(rows, threshold, {column, counts, start, end, ...settings} = {}) {
    const options = setAll(Scrutiny.PileupOptions.new(), settings);
    ofType('threshold', 'number', threshold);
    if ((start === undefined) !== (end === undefined) || (start !== undefined && (column ?? counts) !== undefined) ||
        (counts !== undefined && column === undefined))
        throw new TypeError('lengths are a column, a column and counts, or a start and an end');
    if (start !== undefined)
        return Scrutiny.Pileup.new_between(rowsOf(rows), start, end, threshold, options);
    if (counts !== undefined)
        return Scrutiny.Pileup.new_counted(rowsOf(rows), column, counts, threshold, options);
    return column === undefined
        ? Scrutiny.Pileup.new(table({length: rows}), 'length', threshold, options)
        : Scrutiny.Pileup.new(rowsOf(rows), column, threshold, options);
}

// Whether last digits are as even as a smooth spread gives them; a threshold leaves out what lies at that limit.
export function heaping(rows, {column, threshold, ...settings} = {}) {
    const lengths = column === undefined ? table({length: rows}) : rowsOf(rows);
    if (threshold === undefined) {
        const {unit, disclosure} = take(settings, {unit: null, disclosure: 5});
        return Scrutiny.Heaping.new_with_options(
            lengths, column ?? 'length', setAll(Scrutiny.PileupOptions.new(), {unit, disclosure}));
    }
    return Scrutiny.Heaping.new_beside_limit(
        lengths, column ?? 'length', ofType('threshold', 'number', threshold), setAll(Scrutiny.PileupOptions.new(), settings));
}

// Whether more units than chance gives lie from a threshold to a little beyond it, in percent.
export function justMade(rows, threshold, options = {}) {
    const {numerator, denominator, width} = take(options, {numerator: 'numerator', denominator: 'denominator', width: 2});
    return Scrutiny.JustMade.new(rowsOf(rows), numerator, denominator, ofType('threshold', 'number', threshold), width);
}

// Whether more cases are closed on the last working days of a month than on others.
export function periodEnd(rows, options = {}) {
    const {closed, opened, lastDays} = take(options, {closed: 'closed', opened: null, lastDays: 2});
    return Scrutiny.PeriodEnd.new(rowsOf(rows), closed, opened, whole('lastDays', lastDays));
}

const QUALITY_ROLES = ['period', 'value', 'numerator', 'denominator', 'low', 'high', 'total', 'opening', 'into', 'out',
    'closing', 'first', 'other', 'published', 'meeting', 'opened', 'closed', 'segment'];

// `figures`: rows, an indicator or a dossier; of rows the options say which column holds what.
export function quality(figures, options = {}) {
    if (figures instanceof Scrutiny.Dossier)
        return Scrutiny.Quality.new_of_dossier(figures);
    if (figures instanceof Scrutiny.Indicator)
        return Scrutiny.Quality.new_of_indicator(figures);
    const columns = Object.fromEntries(QUALITY_ROLES.map(role => [role, null]));
    const given = take(options, {key: [], parts: [], codes: {}, checked: 0, wrong: 0, ...columns});
    const settings = Scrutiny.QualityOptions.new();
    for (const role of QUALITY_ROLES)
        settings.set_column(role, given[role]);
    settings.set_key(Array.isArray(given.key) ? given.key : [given.key]);
    settings.set_parts(given.parts);
    for (const [name, listed] of Object.entries(given.codes))
        settings.set_codes(name, listed.map(String));
    settings.set_audit(given.checked, given.wrong);
    return Scrutiny.Quality.new(rowsOf(figures), settings);
}

// With `of`, the column of all cases, keys is one column and shares are hidden with their counts. With `cuts` the counts are
// totals that lie within each other, and no two that are shown differ by a few.
export function suppress(counts, options = {}) {
    const {keys, count, of, cuts, threshold, roundTo} =
        take(options, {keys: null, count: 'count', of: null, cuts: false, threshold: 5, roundTo: 0});
    const names = Array.isArray(keys) ? keys : [keys];
    if (cuts && (names.length !== 1 || roundTo || of))
        throw new TypeError('with cuts, keys is one column, and there is no of and no rounding');
    if (cuts)
        return Scrutiny.Suppression.new_cuts(rowsOf(counts), names[0], count, threshold);
    if (of === null)
        return Scrutiny.Suppression.new(rowsOf(counts), names, count, threshold, roundTo);
    if (names.length !== 1 || roundTo)
        throw new TypeError('with of, keys is one column, and nothing is rounded');
    return Scrutiny.Suppression.new_share(rowsOf(counts), names[0], count, of, threshold);
}

// Areas set side by side: which chance does not explain, and which places each could have.
export function compare(figures, {area, numerator, denominator, neighbours, ...settings}) {
    const options = setAll(Scrutiny.ComparisonOptions.new(), settings);
    if (neighbours !== undefined && neighbours !== null)
        options.set_neighbours(rowsOf(neighbours));
    return Scrutiny.Comparison.new(
        rowsOf(figures), text('area', area), text('numerator', numerator), text('denominator', denominator), options);
}

function mixOf(make, figures, names, numerator, denominator, settings) {
    const options = setAll(Scrutiny.MixOptions.new(), settings);
    return make(rowsOf(figures), [names].flat().map(name => text('a segment', name)), text('numerator', numerator),
        text('denominator', denominator), options);
}

// What the change of a figure is made of: how its parts moved, and how much of the whole each is.
export function mix(figures, {segment, numerator, denominator, ...settings}) {
    return mixOf(Scrutiny.Mix.new, figures, segment, numerator, denominator, settings);
}

// The same by several columns, each by itself and allowing for how many they are: a table.
export function mixes(figures, {segments, numerator, denominator, ...settings}) {
    return mixOf(Scrutiny.Mix.tabulate, figures, segments, numerator, denominator, settings);
}

// With `asOf`, such as '2025-06', evidence that is then more than `years` old is told too.
export function because(reasons, options = {}) {
    const {asOf, years} = take(options, {asOf: null, years: 5});
    return asOf === null ? Scrutiny.because(reasons)
        : Scrutiny.Because.new_as_of(reasons, text('asOf', asOf), years).dup_findings();
}

// Which reasons may say again what was said before, told from their words: questions only.
export function hints(reasons, indicator = null) {
    return Scrutiny.Hints.new(reasons, indicator);
}

export function draw(result, title = '') {
    return Scrutiny.draw(result, title);
}

// --- The main job ----------------------------------------------------------------------------------

function variant(name, value) {
    if (typeof value === 'boolean')
        return new GLib.Variant('b', value);
    if (Number.isSafeInteger(value))
        return new GLib.Variant('x', value);
    if (typeof value === 'number')
        return new GLib.Variant('d', value);
    if (typeof value === 'string')
        return new GLib.Variant('s', value);
    for (const [type, format] of [['string', 'as'], ['number', 'ad']]) {
        if (Array.isArray(value) && value.every(item => typeof item === type)) // eslint-disable-line valid-typeof
            return new GLib.Variant(format, value);
    }
    throw new TypeError(`the fact ${name} is a number, a text or an array of either, not ${said(value)}`);
}

export function finding(id, statement, question = null, facts = {}, options = {}) {
    const {request} = take(options, {request: null});
    const filled = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, variant(name, value)]));
    const made = Scrutiny.Finding.new(id, statement, question, new GLib.Variant('a{sv}', filled));
    return request ? made.copy_with_request(request) : made;
}

// What the function throws is not lost: the check is then among what was not done.
export function check(id, find) {
    return Scrutiny.Check.new(id, (indicator, findings) => {
        try {
            for (const found of find(indicator) ?? [])
                findings.append(found);
        } catch (error) {
            findings.append(finding('check.not-done', '{reason}', null,
                {check: id, reason: `${id} was not done: ${error?.message ?? error}`}));
        }
    });
}

export function standardChecks() {
    return Scrutiny.review_dup_checks();
}

export async function review(dossier, options = {}) {
    const {checks, progress, cancellable} = take(options, {checks: null, progress: null, cancellable: null});
    // GJS makes an empty list of null, and a review without checks asks nothing.
    const made = checks ?? standardChecks();
    for (const one of made) {
        if (!(one instanceof Scrutiny.Check))
            throw new TypeError(`${said(one)} is not a check; make one with check ()`);
    }
    return promise(done => Scrutiny.review_async(dossier, made, progress, cancellable, done), Scrutiny.review_finish);
}

Scrutiny.Report.prototype.text = function (options = {}) {
    const {form, lang} = take(options, {form: 'text', lang: null});
    return this.dup_text(form, lang);
};

const writeReport = Scrutiny.Report.prototype.write;
Scrutiny.Report.prototype.write = function (path, options = {}) {
    const {form, lang} = take(options, {form: null, lang: null});
    return writeReport.call(this, asFile(path), form, lang, null);
};
