/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/further.h"

#include "base/finding-private.h"

/* Of a status, what a member can do without in the room; of a history, another chart of it. */
static const char *const further[] = {
  "colour.alarm",   "colour.arrows",  "colour.bits", "colour.errors",
  "colour.percent", "trend.baseline", NULL,
};

/* A finding that is of this kind and yet belongs on the face says so itself. */
static gboolean
is_plain (ScrutinyFinding *finding)
{
  GVariant *fact = scrutiny_finding_find_fact (finding, "on_the_face");

  return fact && g_variant_is_of_type (fact, G_VARIANT_TYPE_BOOLEAN) &&
         g_variant_get_boolean (fact);
}

gboolean
further_is (ScrutinyFinding *finding)
{
  return g_strv_contains (further, scrutiny_finding_get_id (finding)) && !is_plain (finding);
}
