/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "io/dossier-table.h"
#include "io/json-place.h"

G_BEGIN_DECLS

/* The rows and columns that @reference names, all of them if it names none.  A column in
 * which all that is not missing is a number is one of numbers; “value” always is, and
 * “value_text” keeps it as written.
 */
ScrutinyTable *dossier_rows_read (DossierTable *self,
                                  JsonPlace *place,
                                  const JsonValue *reference,
                                  const char *id,
                                  GError **error);

G_END_DECLS
