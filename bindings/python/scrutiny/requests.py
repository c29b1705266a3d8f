# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is asked for, carried to the next meeting, and what is answered."""

from gi.repository import GLib, Scrutiny

from gi.overrides import Scrutiny as _plain


def _is_kept(dossier, name):
    try:
        return dossier.find_request(name) is not None
    except GLib.Error:
        return False


@_plain.raises
def keep(dossier, requests, *, on=None, by=None):
    """The dossier with requests in it, such as those of a report: `keep(dossier, report.requests, on="2025-03-12")`.

    What was kept before keeps its date; `on` is the dossier's meeting unless it is given, `by` when it is wanted.
    """
    for request in requests:
        if request.id and _is_kept(dossier, request.id):
            continue
        changes = {"asked_on": on or request.asked_on or dossier.get_meeting(), "by": by or request.by}
        dossier = dossier.copy_with_request(request.replace(**changes))
    return dossier


@_plain.raises
def answer(dossier, request, text, *, said_by=None, on=None, reference=None, state="received"):
    """The dossier with an answer to a request in it, named by its id, and what became of the request."""
    asked = dossier.find_request(getattr(request, "id", request))
    name = asked.id or request
    response = Scrutiny.Response.new_to_request(name, text, said_by, on).replace(reference=reference)
    return dossier.copy_with_response(response).copy_with_request(asked.replace(id=name, state=state))
