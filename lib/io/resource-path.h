/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether @path, as a data package writes it, names something below a folder: no URL, no
 * drive, not absolute, no "..", no backslash, no control character.  Else UNSUITABLE;
 * @file begins the message.
 */
gboolean resource_path_check (const char *file, const char *path, GError **error);

/* The ordinary file that @path names below @folder, once links are followed: a link out of
 * the folder, a pipe or a device is refused.  NOT_FOUND if there is none.
 */
GFile *resource_path_find (GFile *folder, const char *path, GError **error);

/* Where to write @path below @folder, with the folders on the way made; none of them may
 * be a link out of it.
 */
GFile *
resource_path_prepare (GFile *folder, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
