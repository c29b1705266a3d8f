// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// What is asked for, carried to the next meeting, and what is answered.

import Scrutiny from 'gi://Scrutiny?version=1';
import {take, text} from './settings.js';

function given(name, words) {
    return words === null || words === undefined ? null : text(name, words);
}

function isKept(dossier, id) {
    try {
        return id !== null && dossier.find_request(id) !== null;
    } catch {
        return false;
    }
}

// The dossier with requests in it, such as those of a report. What was kept before keeps its date; on is the dossier's meeting
// unless it is given, by when it is wanted.
export function keep(dossier, requests, options = {}) {
    const {on, by} = take(options, {on: null, by: null});
    return requests.filter(request => !isKept(dossier, request.get_id())).reduce((made, request) => made.copy_with_request(request
        .copy_with('asked-on', given('on', on) ?? request.get_asked_on() ?? dossier.get_meeting())
        .copy_with('by', given('by', by) ?? request.get_by())), dossier);
}

// The dossier with an answer to a request in it, named by its id, and what became of the request.
export function answer(dossier, id, words, options = {}) {
    const {saidBy, on, reference, state} = take(options, {saidBy: null, on: null, reference: null, state: 'received'});
    const response = Scrutiny.Response.new_to_request(text('id', id), text('text', words), given('saidBy', saidBy), given('on', on))
        .copy_with('reference', given('reference', reference));
    const asked = dossier.find_request(id).copy_with('id', id).copy_with_state(text('state', state));
    return dossier.copy_with_response(response).copy_with_request(asked);
}
