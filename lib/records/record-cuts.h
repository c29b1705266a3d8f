/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/records-private.h"

G_BEGIN_DECLS

/* What is measured of the rows of @definition at which releases cut them: double, the longest of
 * those that a release counts where it counts all the shorter, or leaves out all.
 */
GArray *record_cuts_new (ScrutinyRecords *records,
                         ScrutinyDefinition *definition,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
