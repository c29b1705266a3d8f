/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-method.h"

#include "base/method-private.h"
#include "challenge/audit-counts.h"

/* Where other levels were taken to begin. */
static void
insert_breaks (GVariantDict *parameters, ScrutinyColourAuditOptions *options)
{
  static const char *const none[] = { NULL };
  ScrutinyShifts *shifts = options ? scrutiny_colour_audit_options_get_shifts (options) : NULL;
  g_autoptr (GPtrArray) found = shifts ? scrutiny_shifts_dup_all (shifts) : NULL;
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint k = 0; found && k < found->len; k++)
    g_strv_builder_add (dates, scrutiny_shift_get_at (found->pdata[k]));
  texts = g_strv_builder_end (dates);
  g_variant_dict_insert (parameters, "breaks", "^as",
                         options ? scrutiny_colour_audit_options_get_breaks (options) : none);
  g_variant_dict_insert (parameters, "shifts", "^as", texts);
}

ScrutinyMethod *
audit_method_new (const char *rule, ScrutinyColourAuditOptions *options, const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "rule", "s", rule);
  g_variant_dict_insert (&parameters, "step_limit", "d", AUDIT_STEP_LIMIT);
  g_variant_dict_insert (&parameters, "interval", "s", "wilson");
  g_variant_dict_insert (&parameters, "level", "d", AUDIT_LEVEL);
  g_variant_dict_insert (&parameters, "count_level", "d", AUDIT_COUNTS_LEVEL);
  g_variant_dict_insert (&parameters, "periods_to_shift", "x", (gint64) CHANCE_PERIODS_TO_SHIFT);
  g_variant_dict_insert (&parameters, "shift_width", "d", (double) CHANCE_SHIFT_WIDTH);
  g_variant_dict_insert (&parameters, "shift_lasts", "x", (gint64) CHANCE_LASTS);
  g_variant_dict_insert (&parameters, "seed", "x", (gint64) CHANCE_SEED);
  g_variant_dict_insert (&parameters, "n_simulations", "x", (gint64) CHANCE_SIMULATIONS);

  insert_breaks (&parameters, options);

  return scrutiny_method_new ("colours", "4", g_variant_dict_end (&parameters), NULL, input_hash);
}
