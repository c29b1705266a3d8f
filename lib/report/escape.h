/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text so that it can only be read in the form it is put into, never act
 * there.  Control and bidi characters are gone in all of them.
 */
void escape_html (GString *out, const char *text);
void escape_markdown (GString *out, const char *text);
void escape_csv (GString *out, const char *text);
void escape_plain (GString *out, const char *text);

G_END_DECLS
