/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/request.h>

G_BEGIN_DECLS

/* The id of a request for @what, which is the same wherever and whenever that is asked for:
 * its first words, and what tells it from others that begin alike.
 */
char *request_id_new (const char *what);

/* What it was given, or else that of what it asks for. */
char *request_id_dup (ScrutinyRequest *request);

/* Whether @id is @base, or @base with a number after it: the same asked of further figures. */
gboolean request_id_is_of (const char *id, const char *base);

/* Whether @about, a text with an id a line, names @subject; each names the pack, "". */
gboolean request_about_names (const char *about, const char *subject);

/* Adds @subject to such a text. */
void request_about_add (GString *about, const char *subject);

G_END_DECLS
