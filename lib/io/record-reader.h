/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

#include "io/data-package.h"

G_BEGIN_DECLS

/* Reads rows of cases from @stream: a CSV, packed by gzip or not, or a sheet of a workbook.
 * @name is the file's; @resource, which may be NULL, says what a data package knows of it.
 */
ScrutinyRecords *record_reader_read (GInputStream *stream,
                                     const char *name,
                                     const DataResource *resource,
                                     ScrutinyRecordsOptions *options,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
