// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Settings as object literals: which there are, what each takes, and what is said of one that
// is something else.

import GObject from 'gi://GObject';
import Scrutiny from 'gi://Scrutiny?version=1';

// By class of options: the names of its settings, sorted.
export const SETTINGS = new Map();

export function settingsOf(cls) {
    return SETTINGS.get(cls) ?? [];
}

export function said(value) {
    return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value) ?? String(value);
}

export function camel(name) {
    return name.replace(/[_-](\w)/g, (_, letter) => letter.toUpperCase());
}

export function snake(name) {
    return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

const KINDS = ['auto', 'run', 'xmr', 'mr', 'i-prime', 'p', 'p-prime', 'u', 'u-prime', 'c', 'c-prime', 'g', 't',
    'xbar', 's', 'ewma', 'cusum'];
const LISTS = ['phases', 'excluded', 'rules', 'events', 'breaks', 'ranges'];
const NUMBERS = ['width', 'level', 'penalty', 'scale', 'seconds', 'margin', 'contrast'];
const WHOLE = ['window', 'lag', 'max_lag', 'minimum_segment', 'seed', 'draws', 'most_rows', 'most_bytes', 'suppress_below', 'round_to', 'windows', 'disclosure'];
const TRUTHS = ['screen', 'robust', 'names_rows'];

function kindFromName(name) {
    const [found, value] = typeof name === 'string' ? Scrutiny.chart_kind_from_name(name) : [false];
    if (!found)
        throw new TypeError(`there is no kind ${said(name)}; there are ${KINDS.join(', ')}`);
    return value;
}

function fromName(what, values, nameOf, name) {
    for (const [key, value] of Object.entries(values)) {
        if (typeof value === 'number' && key === key.toUpperCase() && nameOf(value) === name)
            return value;
    }
    throw new TypeError(`there is no ${what} ${said(name)}`);
}

export function text(name, value) {
    if (typeof value === 'string')
        return value;
    if (name === 'a file')
        throw new TypeError(`a file is given by its name, such as 'figures.csv', not ${said(value)}`);
    throw new TypeError(`${name} takes text, such as '2023-12' or '@12' for a row, not ${said(value)}`);
}

export function ofType(name, type, value) {
    if (typeof value !== type)
        throw new TypeError(`${name} is a ${type}, not ${said(value)}`);
    return value;
}

export function whole(name, value) {
    if (!Number.isInteger(value) || value < 0)
        throw new TypeError(`${name} is a whole number from 0 on, not ${said(value)}`);
    return value;
}

export function setting(name, value) {
    if (value instanceof GObject.Object)
        return value;
    if (name === 'kind')
        return kindFromName(value);
    if (name === 'calendar')
        return fromName(name, Scrutiny.Calendar, Scrutiny.calendar_get_name, value);
    if (name === 'expected')
        return fromName('direction', Scrutiny.Direction, Scrutiny.direction_get_name, value);
    if (NUMBERS.includes(snake(name)))
        return ofType(name, 'number', value);
    if (WHOLE.includes(snake(name)))
        return whole(name, value);
    if (TRUTHS.includes(name))
        return ofType(name, 'boolean', value);
    if (LISTS.includes(snake(name)))
        return [value].flat().map(item => text(name, item));
    return text(name, value);
}

export function setOption(options, name, value) {
    const known = settingsOf(options.constructor);
    if (!known.includes(snake(name)))
        throw new TypeError(`no setting “${name}”; there are ${known.map(camel).join(', ')}`);
    if (value !== null && value !== undefined)
        options[`set_${snake(name)}`](setting(name, value));
}

export function setAll(options, settings) {
    for (const [name, value] of Object.entries(settings))
        setOption(options, name, value);
    return options;
}

// The words a function takes, and nothing else: a misspelt one is refused, not ignored.
export function take(given, defaults) {
    for (const name of Object.keys(given)) {
        if (!(name in defaults))
            throw new TypeError(`no setting “${name}”; there are ${Object.keys(defaults).join(', ')}`);
    }
    return {...defaults, ...given};
}

export function parts(what, given, shape, least, most) {
    if (!Array.isArray(given) || given.length < least || given.length > most)
        throw new TypeError(`${what} is ${shape}, not ${said(given)}`);
    return given;
}
