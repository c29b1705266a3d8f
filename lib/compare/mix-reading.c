/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-reading.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "compare/mix-options-private.h"
#include "compare/mix-protection.h"

#include <math.h>

#define FEWEST_DRAWS 100
#define MOST_DRAWS 1000000
#define MOST_SHOWN 40

static const char *const counts_names[] = {
  [MIX_CASES] = "cases",
  [MIX_EVENTS] = "events",
  [MIX_SUMS] = "sums",
  [MIX_MEANS] = "means",
};

const char *
mix_counts_get_name (MixCounts counts)
{
  return counts_names[counts];
}

static gboolean
refuse_option (const char *name, double value, const char *wanted, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, name, NULL, "Mix, %s: %s is not %s",
                         name, number_show (value, text), wanted);

  return FALSE;
}

static gboolean
check_options (ScrutinyMixOptions *options, GError **error)
{
  const double level = scrutiny_mix_options_get_level (options);
  const double scale = scrutiny_mix_options_get_scale (options);
  const guint draws = scrutiny_mix_options_get_draws (options);

  if (!(level > 0 && level < 1))
    return refuse_option ("level", level, "between 0 and 1; 0.95 is usual", error);
  if (!(scale > 0) || isinf (scale))
    return refuse_option ("scale", scale, "above 0; 100 gives percentages", error);
  if (draws < FEWEST_DRAWS || draws > MOST_DRAWS)
    return refuse_option ("draws", draws, "from 100 to 1000000; 2000 is usual", error);

  return TRUE;
}

static gboolean
refuse_counts (const MixCells *cells, gsize time, gsize i, GError **error)
{
  char count[NUMBER_TEXT_SIZE], total[NUMBER_TEXT_SIZE];
  g_autofree char *name = printable_dup (cells->names->pdata[i], MOST_SHOWN);
  g_autofree char *when = printable_dup (cells->times[time], MOST_SHOWN);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "%s, %s: %s out of %s are not cases; set counts to events if one can "
                         "have several",
                         name, when, number_show (cells->counts[time][i], count),
                         number_show (cells->totals[time][i], total));

  return FALSE;
}

/* Cases where nowhere more are counted than there are; FALSE if that was promised and is not so. */
static gboolean
choose_counts (const MixCells *cells, const char *asked, MixCounts *counts, GError **error)
{
  const gboolean is_auto = !asked || g_str_equal (asked, "auto");

  for (*counts = MIX_CASES; !is_auto && *counts <= MIX_MEANS; (*counts)++)
    if (g_str_equal (asked, counts_names[*counts]))
      break;
  if (*counts > MIX_MEANS) {
    g_autofree char *said = printable_dup (asked, MOST_SHOWN);

    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "counts", asked,
                           "Mix, counts: no “%s”; there are auto, cases, events, means and sums",
                           said);
    return FALSE;
  }
  if (cells->is_of_means)
    *counts = MIX_MEANS;
  for (gsize t = 0; *counts == MIX_CASES && t < 2; t++)
    for (gsize i = 0; i < cells->n; i++) {
      if (!(cells->counts[t][i] > cells->totals[t][i]))
        continue;
      if (!is_auto)
        return refuse_counts (cells, t, i, error);
      *counts = MIX_EVENTS;
    }

  return TRUE;
}

static void
add_up (MixReading *reading)
{
  for (gsize t = 0; t < 2; t++)
    for (gsize i = 0; i < reading->cells->n; i++) {
      reading->sums[t][0] += reading->cells->counts[t][i];
      reading->sums[t][1] += reading->cells->totals[t][i];
    }
}

/* NULL if there is something to tell. */
static char *
dup_why_not (const MixReading *reading)
{
  const MixCells *cells = reading->cells;

  if (cells->unknown)
    return g_strdup (cells->unknown);
  for (gsize t = 0; t < 2; t++)
    if (!(reading->sums[t][1] > 0)) {
      g_autofree char *when = printable_dup (cells->times[t], MOST_SHOWN);

      return g_strdup_printf ("%s: all that is counted is out of nothing; ask for the "
                              "denominators.",
                              when);
    }
  if (cells->n < 2)
    return g_strdup ("There is one part only, so there is no mix: ask for the parts.");

  return NULL;
}

/* A mean is counted out of nothing: what it is a mean of and how many are of it is its mix. */
static gboolean
split_counts (MixReading *self)
{
  const KernelDrift none = { NAN, NAN, NAN, NAN };

  if (self->counts != MIX_MEANS)
    return kernel_drift (self->sums[0][0], self->sums[0][1], self->sums[1][0], self->sums[1][1],
                         &self->drift) == KERNEL_OK;
  self->drift = none;

  return TRUE;
}

gboolean
mix_reading_init (MixReading *self,
                  ScrutinyTable *table,
                  const char *const *segments,
                  const char *numerator,
                  const char *denominator,
                  ScrutinyMixOptions *options,
                  char **why_not,
                  GError **error)
{
  if (!check_options (options, error))
    return FALSE;
  self->cells = mix_cells_new (table, segments, numerator, denominator, options, error);
  if (!self->cells ||
      !choose_counts (self->cells, scrutiny_mix_options_get_counts (options), &self->counts, error))
    return FALSE;

  self->numerator = g_strdup (numerator);
  self->denominator = g_strdup (denominator);
  self->scale = self->counts == MIX_MEANS ? 1 : scrutiny_mix_options_get_scale (options);
  self->unit = g_strdup (scrutiny_mix_options_get_unit (options));
  *why_not =
      mix_cells_protect (self->cells, self->counts, scrutiny_mix_options_get_disclosure (options));
  self->round_to = options->round_to;
  mix_cells_round (self->cells, self->counts, self->round_to);
  add_up (self);
  if (!*why_not)
    *why_not = dup_why_not (self);
  if (!*why_not && split_counts (self))
    self->parts = mix_parts_new (self->cells, self->counts, options);

  return TRUE;
}

void
mix_reading_clear (MixReading *self)
{
  g_clear_pointer (&self->cells, mix_cells_free);
  g_clear_pointer (&self->parts, mix_parts_free);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->unit);
}
