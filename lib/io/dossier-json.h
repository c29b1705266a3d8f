/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/dossier-builder.h>

#include "io/json-place.h"

G_BEGIN_DECLS

#define DOSSIER_JSON_NAME "scrutiny.json"
#define DOSSIER_JSON_SCHEMA "scrutiny.dossier/1"

/* A reference to a table that is not in the file: the "series" or "published" of
 * indicator @id, the "scorecard" of the dossier (@id is NULL), or a definition that names the
 * "records" behind a figure.  @place stands in it.
 */
typedef gboolean (*DossierJsonTable) (JsonPlace *place,
                                      const JsonValue *reference,
                                      const char *what,
                                      const char *id,
                                      gpointer user_data,
                                      GError **error);

/* Reads scrutiny.json, or a file that is one chain of reasons and becomes the chain of
 * an indicator called as its claim.  What is not understood is kept for saving.
 * Without @read_table, references are kept and not followed.
 */
gboolean dossier_json_read (const char *file,
                            const char *text,
                            gsize length,
                            ScrutinyDossierBuilder *builder,
                            DossierJsonTable read_table,
                            gpointer user_data,
                            GError **error);

/* An indicator called as the claim of @chain, which is not empty. */
void dossier_json_add_chain (ScrutinyDossierBuilder *builder, ScrutinyChain *chain);

/* A JSON file alone: dossier_json_read() without the tables. */
gboolean dossier_json_read_file (GFile *file,
                                 ScrutinyDossierBuilder *builder,
                                 GCancellable *cancellable,
                                 GError **error);

/* All of the dossier but its series, which the caller adds; what was kept is not in it. */
JsonValue *dossier_json_new (ScrutinyDossier *dossier);

G_END_DECLS
