/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-unit.h"

#include "base/error-private.h"

/* A week has seven days or five working ones; an hour's face is read by 5, 15 and 30 minutes. */
static const PileupUnit units[] = {
  { "days", "days", 86400, { .half = 24, .before = 2, .beyond = 7, .period = 7 } },
  { "working-days", "working days", 0, { .half = 24, .before = 2, .beyond = 7, .period = 5 } },
  { "hours", "hours", 3600, { .half = 60, .before = 2, .beyond = 7, .period = 24 } },
  { "minutes",
    "minutes",
    60,
    { .half = 60, .before = 10, .beyond = 30, .period = 1, .n_faces = 3, .faces = { 5, 15, 30 } } },
  { "points", "points", 0, { .half = 24, .before = 2, .beyond = 7, .period = 1 } },
};

const PileupUnit *
pileup_unit_find (const char *name, GError **error)
{
  GString *list;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name ? name : units[0].name))
      return &units[i];

  list = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    g_string_append_printf (list, "%s%s", i ? ", " : "", units[i].name);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, name,
                         "Unit: there is none called “%s”; there are %s", name, list->str);
  g_string_free (list, TRUE);

  return NULL;
}
