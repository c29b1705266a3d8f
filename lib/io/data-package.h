/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>

#include "io/json.h"

G_BEGIN_DECLS

#define DATA_PACKAGE_NAME "datapackage.json"

/* A column as its Table Schema describes it; what is not said is NULL. */
typedef struct {
  char *name;
  char *kind;   /* the schema's type: "string", "date" */
  char *format; /* "default", "any" or a pattern */
  GStrv codes;  /* that a cell may hold */
} DataField;

/* A table that a Frictionless Data Package lists.  @bytes is for whoever reads the file. */
typedef struct {
  char *name;
  char *path;
  char *encoding;    /* NULL: not said */
  GStrv names;       /* of the columns of a file without a header, else NULL */
  GPtrArray *fields; /* DataField, as far as they are described */
  GStrv missing;     /* NULL: not said, which means the empty text */
  GBytes *bytes;
} DataResource;

typedef struct {
  GPtrArray *resources; /* DataResource */
} DataPackage;

/* Reads datapackage.json: every path in it is checked.  All of it is kept in @builder for
 * saving; its title is the dossier's until another is set.
 */
DataPackage *data_package_parse (GBytes *bytes, ScrutinyDossierBuilder *builder, GError **error);
void data_package_free (DataPackage *self);

/* By name, or by path where none is called so. */
DataResource *data_package_find (const DataPackage *self, const char *name);
/* The one that is wanted, or the only one where none is; NULL with @error set. */
const DataResource *
data_package_choose (const DataPackage *self, const char *wanted, GError **error);
char *data_package_dup_names (const DataPackage *self);

G_END_DECLS
