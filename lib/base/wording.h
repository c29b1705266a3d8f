/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first word of @text that the library does not say, in any case and
 * inflection, and its @length in bytes (may be NULL); NULL if there is none.
 * Colours are let pass inside “quotation marks”, where they are a publisher's, and
 * the whole of the question "that's good for the public because".
 */
const char *wording_find_banned (const char *text, gsize *length);

G_END_DECLS
