// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later
//
// Runs named functions in order and reports each as a line of TAP.

import System from 'system';

class Skip extends Error {}

export function skip(reason) {
    throw new Skip(reason);
}

export function ok(truth, what = 'it does not hold') {
    if (!truth)
        throw new Error(what);
}

export function same(found, expected) {
    const [a, b] = [found, expected].map(value => JSON.stringify(value, (_, item) =>
        typeof item === 'number' && !Number.isFinite(item) ? String(item) : item));
    ok(a === b, `found ${a}, expected ${b}`);
}

// The error that a call throws; its name may be that of the class of GJS, such as Scrutiny_Error.
export function thrown(call, name, part = '') {
    let error = null;
    try {
        call();
    } catch (caught) {
        error = caught;
    }
    ok(error, `nothing was thrown; expected ${name}`);
    ok(error.constructor.name === name && error.message.includes(part),
        `found ${error.constructor.name}: ${error.message}; expected ${name}: ${part}`);
    return error;
}

export async function run(tests) {
    const entries = Object.entries(tests);
    let nFailed = 0;
    print(`1..${entries.length}`);
    for (const [i, [name, test]] of entries.entries()) {
        try {
            await test();
            print(`ok ${i + 1} - ${name}`);
        } catch (error) {
            nFailed += !(error instanceof Skip);
            print(error instanceof Skip
                ? `ok ${i + 1} - ${name} # SKIP ${error.message}` : `not ok ${i + 1} - ${name}`);
            if (!(error instanceof Skip))
                printerr(`${name}: ${error}\n${error.stack}`);
        }
    }
    System.exit(nFailed ? 1 : 0);
}
