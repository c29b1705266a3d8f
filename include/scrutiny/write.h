/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/dossier.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
gboolean
scrutiny_write (ScrutinyDossier *dossier, GFile *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
