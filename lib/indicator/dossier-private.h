/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>

G_BEGIN_DECLS

/* What a reader knows of where the dossier came from.  @hash: sha256 of the bytes, hex. */
void scrutiny_dossier_builder_set_origin (ScrutinyDossierBuilder *self,
                                          const char *name,
                                          const char *hash);

/* What was set, or the default. */
guint scrutiny_dossier_builder_get_disclosure_threshold (ScrutinyDossierBuilder *self);
guint scrutiny_dossier_builder_get_disclosure_rounding (ScrutinyDossierBuilder *self);
/* The history that an indicator's records give.  It stands in for one that was handed in, and is
 * not saved.
 */
void scrutiny_dossier_builder_set_recomputed (ScrutinyDossierBuilder *self,
                                              const char *id,
                                              ScrutinySeries *series);
gboolean scrutiny_indicator_is_recomputed (ScrutinyIndicator *self);

/* What the file holds and the library does not understand, kept for saving: raw JSON
 * values by JSON pointer, and whole resources by name.
 */
void scrutiny_dossier_builder_set_unknown (ScrutinyDossierBuilder *self,
                                           const char *pointer,
                                           const char *json);
void scrutiny_dossier_builder_set_resource (ScrutinyDossierBuilder *self,
                                            const char *path,
                                            GBytes *bytes);

/* Of pointer to JSON text, in the order they were set; (element-type utf8 utf8). */
GPtrArray *scrutiny_dossier_get_unknown_pointers (ScrutinyDossier *self);
const char *scrutiny_dossier_get_unknown (ScrutinyDossier *self, const char *pointer);
GPtrArray *scrutiny_dossier_get_resource_paths (ScrutinyDossier *self);
GBytes *scrutiny_dossier_get_resource (ScrutinyDossier *self, const char *path);

G_END_DECLS
