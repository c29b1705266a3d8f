# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The record of why a figure matters, out of plain data."""

import collections.abc

from gi.repository import Scrutiny

from gi.overrides import Scrutiny as _plain


@_plain.raises
def chain(statements, because=(), same_as=(), details=None, reasons=None, *, claim=None, views=None, harms=None,
          companions=None, labels=None, vocabularies=()):
    """A chain of reasons: {id: (kind, text)}, (id, reason[, evidence, date]) and (id, other, marked by).

    What else is recorded: `details` of statements, {id: {"who": …, "measured_by": …}}, and of `reasons`,
    {(id, reason): {"expected": "down", "lag": 6, "author": …}}. Evidence may be a mapping, {"reference": …,
    "bearing": "contradicts", "grade": …}. How parties value what is said, who may lose by it and what to look
    at beside it: {id: [{"party": …, "way": "against", "words": …}]}, {id: [{"group": …, "measured_by": …}]} and
    {id: [{"measure": …, "why": …}]}. Where people would look for it: {id: ["ecm.stay-safe"]}, out of the library's
    `vocabularies` or of others that are given. Without `claim`, its id, the claim is found.

    Or one text: "Repairs are quick > homes are dry > fewer fall ill [outcome: tenants]", or what `str()` of a
    chain or `chain.dup_json()` gives.
    """
    if isinstance(statements, str):
        return Scrutiny.Chain.parse(statements)
    builder = Scrutiny.ChainBuilder.new()
    for name, said in statements.items():
        kind, text = _parts(f"statement {name!r}", said, "(kind, text)", 2, 2)
        builder.state(name, _plain.nick(Scrutiny.StatementKind, kind), text)
    for given in because:
        name, reason, *evidence = _parts("a reason", given, "(id, reason[, evidence[, date]])", 2, 4)
        builder.because(name, reason, _evidence(*evidence) if evidence else None)
    for given in same_as:
        builder.same_as(*_parts("a mark", given, "(id, other, marked by)", 3, 3))
    _set_details(builder, details or {}, reasons or {})
    for vocabulary in vocabularies:
        builder.use_vocabulary(vocabulary)
    for name, given in (labels or {}).items():
        for label in given:
            builder.add_label(name, label)
    for add, kind, given in ((builder.add_view, Scrutiny.View, views), (builder.add_harm, Scrutiny.Harm, harms),
                             (builder.add_companion, Scrutiny.Companion, companions)):
        for name, recorded in (given or {}).items():
            for one in recorded:
                add(name, _record(kind, one))
    builder.set_claim(claim)
    return builder.end()


@_plain.raises
def vocabulary(name, labels, *, title="", source=None):
    """Labels of a council's own, as {label: text}, for statements of a chain: “name.label”."""
    return Scrutiny.Vocabulary.new(name, title, source, list(labels), list(labels.values()))


def _set_details(builder, details, reasons):
    for name, recorded in details.items():
        for detail, text in recorded.items():
            builder.set_detail(name, detail, text)
    for pair, recorded in reasons.items():
        for detail, text in recorded.items():
            if detail == "lag":
                builder.set_lag(*pair, text)
            else:
                builder.set_reason_detail(*pair, detail, text)


def _evidence(said, date=""):
    if isinstance(said, collections.abc.Mapping):
        return _record(Scrutiny.Evidence, said)
    return Scrutiny.Evidence.new(said, date)


def _record(kind, said):
    if not isinstance(said, collections.abc.Mapping):
        raise TypeError(f"what is recorded is a mapping of names to texts, not {said!r}")
    return kind().replace(**said)


def _parts(what, given, shape, least, most):
    if isinstance(given, str) or not least <= len(given) <= most:
        raise TypeError(f"{what} is {shape}, not {given!r}")
    return given
