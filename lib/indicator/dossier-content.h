/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "indicator/dossier-private.h"

G_BEGIN_DECLS

#define DOSSIER_THRESHOLD \
  5 /* counts of people below it are withheld unless a dossier says otherwise */
#define DOSSIER_NAMED 12 /* ids that a message lists */

/* All that a dossier holds: the builder collects it and the dossier keeps it. */
typedef struct {
  char *title;
  char *council;
  char *meeting;
  char *source;
  char *hash;
  guint disclosure_threshold;
  guint disclosure_rounding; /* 0: counts are shown as they are */
  GPtrArray *indicators;     /* of ScrutinyIndicator */
  GHashTable *by_id;         /* char * to ScrutinyIndicator, both the indicators' */
  ScrutinyTable *scorecard;
  GPtrArray *requests;
  GPtrArray *responses;
  GPtrArray *events;
  GPtrArray *vocabularies;     /* NULL: only the library's */
  GPtrArray *notes;            /* of char * */
  GPtrArray *unknown_pointers; /* of char *, the keys of @unknown */
  GHashTable *unknown;         /* char * to char * */
  GPtrArray *resource_paths;   /* of char *, the keys of @resources */
  GHashTable *resources;       /* char * to GBytes */
} DossierContent;

DossierContent *dossier_content_new (void);
DossierContent *dossier_content_copy (const DossierContent *self);
void dossier_content_free (DossierContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierContent, dossier_content_free)

/* The indicator of that id, or NULL and an error that lists some there are. */
ScrutinyIndicator *
dossier_content_find (const DossierContent *self, const char *id, GError **error);

/* What @builder has so far, lent. */
const DossierContent *scrutiny_dossier_builder_get_content (ScrutinyDossierBuilder *builder);

/* What @self holds, lent. */
const DossierContent *scrutiny_dossier_get_content (ScrutinyDossier *self);

ScrutinyDossier *scrutiny_dossier_new_take (DossierContent *content);

G_END_DECLS
