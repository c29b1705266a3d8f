/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/read-options.h>

G_BEGIN_DECLS

/* Reads a dossier as a folder: datapackage.json, the tables it names and, if it is
 * there, scrutiny.json.  Nothing outside the folder is opened, whatever a path in it
 * says.  @options may be NULL.  On failure @builder is in no state to be used.
 */
gboolean dossier_folder_read (GFile *folder,
                              ScrutinyReadOptions *options,
                              ScrutinyDossierBuilder *builder,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
