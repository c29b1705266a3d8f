/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/sentence.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 6

guint
sentence_choose_decimals (double spread)
{
  if (!(spread > 0) || !isfinite (spread))
    return 1;

  return (guint) CLAMP (1 - floor (log10 (spread)), 0, MOST_DECIMALS);
}

/* {key:.D} becomes {key:.2}; whole numbers get separators. */
static void
append_decimals (GString *out, guint decimals)
{
  if (decimals > 0)
    g_string_append_printf (out, ":.%u}", decimals);
  else
    g_string_append (out, ":n}");
}

char *
sentence_dup (const SentenceForm *form, const char *message)
{
  GString *out = g_string_sized_new (strlen (message) + 16);

  for (const char *at = message; *at; at++) {
    const gsize key = *at == '{' ? strcspn (at, ":}") : 0;

    if (g_str_has_prefix (at, ":.D}") || g_str_has_prefix (at, ":.S}")) {
      append_decimals (out, at[2] == 'D' ? form->decimals : form->more_decimals);
      at += strlen (":.D}") - 1;
      continue;
    }
    if (form->in_weeks && key > 0 && g_str_has_prefix (at + key, ":period}"))
      g_string_append (out, at == message ? "The " : "the ");
    g_string_append_c (out, *at);
  }

  return g_string_free (out, FALSE);
}
