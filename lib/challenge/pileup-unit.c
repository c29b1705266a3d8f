/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-unit.h"

#include "base/error-private.h"

#include <glib/gi18n.h>

#define QUESTION \
  N_ ("Did people work to the date, did the clock stop for some cases, or were dates recorded to " \
      "fit: what happens at {limit} {unit}?")
#define REQUEST \
  N_ ("For the cases at {from} to {to} {unit}: the dates when each began and ended, and each " \
      "stop " \
      "of its clock.")

/* A week has seven days or five working ones; an hour's face is read by 5, 15 and 30 minutes. */
static const PileupUnit units[] = {
  { "days",
    "days",
    QUESTION,
    REQUEST,
    86400,
    { .half = 24, .before = 2, .beyond = 7, .period = 7 } },
  { "working-days",
    "working days",
    QUESTION,
    REQUEST,
    0,
    { .half = 24, .before = 2, .beyond = 7, .period = 5 } },
  { "hours",
    "hours",
    QUESTION,
    REQUEST,
    3600,
    { .half = 60, .before = 2, .beyond = 7, .period = 24 } },
  { "minutes",
    "minutes",
    QUESTION,
    REQUEST,
    60,
    { .half = 60, .before = 10, .beyond = 30, .period = 1, .n_faces = 3, .faces = { 5, 15, 30 } } },
  { "points",
    "points",
    N_ ("Is work arranged so that {limit} is met, is a case near it looked at again, or are points "
        "recorded to fit: what happens at {limit}?"),
    N_ ("For the cases at {from} to {to} {unit}: how each came to its points, and any that were "
        "changed."),
    0,
    { .half = 24, .before = 2, .beyond = 7, .period = 1 } },
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
