/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>

#include "io/json.h"

G_BEGIN_DECLS

/* Where a reader stands in a JSON file, so that messages can say it and what is not
 * understood is kept under it.
 */
typedef struct {
  const char *file;                /* for messages */
  const char *kept_as;             /* the file that what is kept belongs to: scrutiny.json */
  GString *pointer;                /* RFC 6901: /indicators/0/title */
  ScrutinyDossierBuilder *builder; /* keeps what is not understood; NULL: nobody does */
  const JsonValue *notes;          /* the list the file has where the reader stands, or NULL */
} JsonPlace;

typedef gboolean (*JsonPlaceFunc) (JsonPlace *self,
                                   const JsonValue *value,
                                   gpointer user_data,
                                   GError **error);

void json_place_init (JsonPlace *self,
                      const char *file,
                      const char *kept_as,
                      ScrutinyDossierBuilder *builder);
void json_place_clear (JsonPlace *self);

/* Both give what json_place_leave() needs to go back. */
gsize json_place_enter (JsonPlace *self, const char *key);
gsize json_place_enter_index (JsonPlace *self, guint index);
void json_place_leave (JsonPlace *self, gsize before);

/* FALSE, with the file, line and pointer before the message. */
gboolean json_place_refuse (JsonPlace *self,
                            const JsonValue *value,
                            ScrutinyError code,
                            GError **error,
                            const char *format,
                            ...) G_GNUC_PRINTF (5, 6);
/* FALSE, with the place put before the message @error has. */
gboolean json_place_prefix (JsonPlace *self, const JsonValue *value, GError **error);

gboolean json_place_expect (JsonPlace *self, const JsonValue *value, JsonKind kind, GError **error);

/* A member of an object: absent or null is NULL (or the default), another kind is
 * refused.  A number is a text where a text is wanted: 90 is "90".
 */
gboolean json_place_get_text (JsonPlace *self,
                              const JsonValue *object,
                              const char *key,
                              const char **text,
                              GError **error);
/* The same, but it must be there and say something. */
gboolean json_place_need_text (JsonPlace *self,
                               const JsonValue *object,
                               const char *key,
                               const char **text,
                               GError **error);
gboolean json_place_get_uint (JsonPlace *self,
                              const JsonValue *object,
                              const char *key,
                              guint most,
                              guint *value,
                              GError **error);
gboolean json_place_get_double (JsonPlace *self,
                                const JsonValue *object,
                                const char *key,
                                double *value,
                                GError **error);
gboolean json_place_get (JsonPlace *self,
                         const JsonValue *object,
                         const char *key,
                         JsonKind kind,
                         const JsonValue **value,
                         GError **error);

/* Calls @func for each object of the array @key, standing in it; without the array for none. */
gboolean json_place_each (JsonPlace *self,
                          const JsonValue *object,
                          const char *key,
                          JsonPlaceFunc func,
                          gpointer user_data,
                          GError **error);
/* Calls @func for the object @key, standing in it, if it is there. */
gboolean json_place_one (JsonPlace *self,
                         const JsonValue *object,
                         const char *key,
                         JsonPlaceFunc func,
                         gpointer user_data,
                         GError **error);

/* Keeps the members that are not in @known, a list that ends with NULL. */
void json_place_keep_unknown (JsonPlace *self, const JsonValue *object, const char *const *known);
/* A note of the reader's own, unless the file says it already: it was saved with it. */
void json_place_add_note (JsonPlace *self, const char *id, const char *note);
/* Keeps a member as it is: understood here, but held by no object. */
void json_place_keep (JsonPlace *self, const JsonValue *object, const char *key);

/* Puts what was kept as @file's back into @root, at its end; what it stood in and is no
 * longer there is made again.
 */
gboolean
json_place_restore (JsonValue *root, const char *file, ScrutinyDossier *dossier, GError **error);

G_END_DECLS
