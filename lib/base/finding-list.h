/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "base/json-writer.h"

G_BEGIN_DECLS

/* A list of findings that owns them; a fresh one of the same findings, for whoever asks a
 * result what it has to say.
 */
GPtrArray *finding_list_new (void);
GPtrArray *finding_list_copy (GPtrArray *findings);

/* Adds what a check of the library says.  Ends @facts; @question and @request may be NULL. */
void finding_list_add (GPtrArray *findings,
                       ScrutinyMethod *method,
                       const char *id,
                       const char *statement,
                       const char *question,
                       const char *request,
                       GVariantDict *facts);

/* "findings" and a list of them. */
void finding_list_write_json (GPtrArray *findings, JsonWriter *writer);

G_END_DECLS
