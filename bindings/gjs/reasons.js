// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// The record of why a figure matters, out of plain data.

import Scrutiny from 'gi://Scrutiny?version=1';
import {ofType, parts, said, snake, take, text} from './settings.js';

function statementKind(name) {
    const [found, value] = typeof name === 'string' ? Scrutiny.statement_kind_from_name(name) : [false];
    if (!found)
        throw new TypeError(`there is no kind of statement ${said(name)}`);
    return value;
}

// A record of texts by their names, such as {party: 'Neighbours', way: 'against'}.
function record(cls, given) {
    if (typeof given !== 'object' || given === null)
        throw new TypeError(`what is recorded is {name: text}, not ${said(given)}`);
    return Object.entries(given).reduce((made, [name, words]) => made.copy_with(snake(name), text(name, words)), new cls());
}

function evidenceOf(given, date) {
    if (!given)
        return null;
    return typeof given === 'object' ? record(Scrutiny.Evidence, given) : Scrutiny.Evidence.new(text('evidence', given), date);
}

function setDetails(builder, details, ofReasons) {
    for (const [id, recorded] of Object.entries(details)) {
        for (const [name, words] of Object.entries(recorded))
            builder.set_detail(id, snake(name), text(name, words));
    }
    for (const given of ofReasons) {
        const [id, reason, {lag = -1, ...recorded}] = parts('what is recorded of a reason', given, '[id, reason, {…}]', 3, 3);
        builder.set_lag(id, reason, ofType('lag', 'number', lag));
        for (const [name, words] of Object.entries(recorded))
            builder.set_reason_detail(id, reason, snake(name), text(name, words));
    }
}

function addAll(cls, given, add) {
    for (const [id, recorded] of Object.entries(given)) {
        for (const one of recorded)
            add(id, record(cls, one));
    }
}

// Labels of a council's own, {label: text}, for statements of a chain: 'name.label'.
export function vocabulary(name, labels, options = {}) {
    const {title, source} = take(options, {title: '', source: null});
    return Scrutiny.Vocabulary.new(text('a vocabulary', name), text('title', title), source, Object.keys(labels), Object.values(labels));
}

// How parties value what is said, who may lose by it and what to look at beside it: {id: [{…}, …]} each.
// Or of one text: 'Repairs are quick > homes are dry > fewer fall ill [outcome: tenants]', or what dup_text() or dup_json() gives.
export function chain(statements, options = {}) {
    if (typeof statements === 'string')
        return Scrutiny.Chain.parse(statements);
    const {because: reasons, sameAs, details, ofReasons, claim, views, harms, companions, labels, vocabularies} = take(options,
        {because: [], sameAs: [], details: {}, ofReasons: [], claim: null, views: {}, harms: {}, companions: {}, labels: {}, vocabularies: []});
    const builder = Scrutiny.ChainBuilder.new();
    vocabularies.forEach(given => builder.use_vocabulary(given));
    for (const [id, given] of Object.entries(labels))
        given.forEach(label => builder.add_label(id, text('label', label)));
    for (const [id, given] of Object.entries(statements)) {
        const [kind, words] = parts(`statement “${id}”`, given, '[kind, text]', 2, 2);
        builder.state(id, statementKind(kind), text(`statement “${id}”`, words));
    }
    for (const given of reasons) {
        const [id, reason, evidence, date = ''] = parts('a reason', given, '[id, reason, evidence?, date?]', 2, 4);
        builder.because(id, reason, evidenceOf(evidence, date));
    }
    for (const given of sameAs)
        builder.same_as(...parts('a mark', given, '[id, other, markedBy]', 3, 3));
    setDetails(builder, details, ofReasons);
    addAll(Scrutiny.View, views, (id, view) => builder.add_view(id, view));
    addAll(Scrutiny.Harm, harms, (id, harm) => builder.add_harm(id, harm));
    addAll(Scrutiny.Companion, companions, (id, companion) => builder.add_companion(id, companion));
    builder.set_claim(claim);
    return builder.end();
}
