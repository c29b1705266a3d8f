/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/requests.h"

G_BEGIN_DECLS

/* A date or month to be read aloud; as written where it is none. */
char *request_words_dup_date (const char *date);

/* Whether the date by which it was wanted lies before the meeting the dossier is for; never where
 * one of them is not on record or no date.
 */
gboolean request_words_is_past (ScrutinyDossier *dossier, ScrutinyRequest *request);

/* “Outstanding since 12 March 2025; the date has passed”: of one that is still to come. */
char *request_words_dup_state (ScrutinyDossier *dossier, const ReportRequest *request);

/* What came of one that was recorded: what was asked, of whom, when, and its state. */
char *request_words_dup_outcome (const ReportRequest *request);

/* “Response, Director, 3 June 2025: “…” (Annex B)”; the parts that are on record. */
char *request_words_dup_response (ScrutinyResponse *response);

/* The responses to a request.  (element-type ScrutinyResponse) */
GPtrArray *request_words_dup_responses (ScrutinyDossier *dossier, ScrutinyRequest *request);

G_END_DECLS
