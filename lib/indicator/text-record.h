/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What an object made of texts has in common with every other: the texts live in
 * the instance, a table names them, and the rest follows from the table: read-only
 * properties, release, copies with one thing changed.
 */
typedef struct {
  const char *name;           /* of the property, with dashes */
  const char *empty;          /* what stands where nothing was said; NULL: nothing */
  const char *const *choices; /* the words it may be; NULL: any text */
} TextField;

typedef struct {
  const char *what; /* how a message calls the object */
  gsize offset;     /* in the instance, of one char * for each field */
  const TextField *fields;
  guint n_fields;
} TextRecord;

/* For class_init: the properties, how they are read, how the texts are released.  A class
 * with more to release or to read overrides that and chains up; its own properties are
 * numbered from n_fields + 1.
 */
void text_record_install (const TextRecord *record, GObjectClass *klass);
void text_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec);
void text_record_finalize (GObject *object);

/* For instance_init: an empty object holds the empty texts. */
void text_record_init (gpointer self);

/* @texts has one entry for each field, in the table's order.  Nothing said, or "",
 * leaves the empty text; bytes that are not UTF-8 become U+FFFD.
 */
gpointer text_record_new (GType type, const char *const *texts);

/* Only for whoever still makes the object and has shown it to nobody. */
void text_record_set (gpointer self, guint index, const char *text);

/* Fails where there is no such property, or where it cannot hold @value. */
gpointer
text_record_copy_with (gpointer self, const char *property, const char *value, GError **error);

G_END_DECLS
