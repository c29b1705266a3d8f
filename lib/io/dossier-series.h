/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

#include "io/dossier-table.h"
#include "io/json-place.h"

G_BEGIN_DECLS

/* The series of indicator @id that @reference describes; adds a note for each cell that
 * is no number.  @hint settles what the periods leave open.
 */
ScrutinySeries *dossier_series_read (DossierTable *self,
                                     JsonPlace *place,
                                     const JsonValue *reference,
                                     const char *id,
                                     ScrutinyCalendar hint,
                                     GError **error);

G_END_DECLS
