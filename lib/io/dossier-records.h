/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

#include "io/data-package.h"

G_BEGIN_DECLS

/* The rows of a resource whose bytes have been read, with what the data package declares of its
 * columns; counts below @threshold are withheld, and others rounded to multiples of @rounding.
 */
ScrutinyRecords *dossier_records_open (const DataResource *resource,
                                       guint threshold,
                                       guint rounding,
                                       GCancellable *cancellable,
                                       GError **error);

/* Gives every indicator of @builder that has records, and no figures over time, those that its
 * records give.  Why there are none is a note of the indicator.
 */
void dossier_records_work_out (ScrutinyDossierBuilder *builder, GCancellable *cancellable);

G_END_DECLS
