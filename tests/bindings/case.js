// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// The case of case.h as JavaScript writes it, and what C made of it.

import GLib from 'gi://GLib';

export const MET = [61, 58, 70, 66, 72, 69, 55, 64, 67, 71, 60, 63, 74, 77, null, 81, 79, 85, 83, 80, 88, 84, 86, 90];
export const CLOSED = [88, 83, 97, 90, 99, 96, 79, 91, 95, 98, 86, 90, 94, 97, 93, 99, 96, 98, 97, 101, 99, 104, 98, 102];
export const RULE = '"GREEN" when value >= 80; "AMBER" when value >= 70; otherwise "RED"';
export const SCORECARD = {
    period: ['2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09'],
    value: [69.5, 72.25, 81, 79.9, null, 83],
    RAG: ['RED', 'AMBER', 'GREEN', 'GREEN', '', 'GREEN'],
};

export function bits(values) {
    const view = new DataView(new ArrayBuffer(8));
    return [...values].map(value => {
        view.setFloat64(0, value);
        return view.getBigUint64(0).toString(16).padStart(16, '0');
    }).join(' ');
}

// JSON has no place for a NaN's sign, and JavaScript keeps none: every NaN is one.
export function sameBits(found, expected) {
    const plain = text => text.replace(/\bfff8000000000000\b/g, '7ff8000000000000');
    return plain(bits(found)) === plain(expected);
}

export function saidByC(program) {
    const [, printed] = GLib.spawn_command_line_sync(GLib.shell_quote(program));
    return Object.fromEntries(new TextDecoder().decode(printed).trimEnd().split('\n').map(line => {
        const at = line.indexOf(' ');
        return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }));
}

// Text as g_strescape writes it: bytes beyond ASCII and control characters in octal.
export function escaped(text) {
    return GLib.strescape(text, null);
}
