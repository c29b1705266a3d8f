/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/composite-published-findings.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "base/printed.h"

#include <glib/gi18n.h>
#include <math.h>

/* Units that are named one by one. */
#define MOST_NAMED 5

#define HOW_MADE N_ ("How is the published score made, step by step?")

typedef struct {
  const CompositePublished *published;
  const CompositeReading *reading;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

/* --- By value ---------------------------------------------------------------------------- */

/* “b (0.6 published, 0.575 worked out)”: one digit more than was published. */
static void
append_unit (GString *out, const Saying *self, guint unit)
{
  const CompositeBeside *beside = composite_published_get (self->published, unit);
  const double worked_out = beside->published - beside->difference;
  const guint decimals = MIN (self->published->decimals + 1, PRINTED_MOST_DECIMALS);
  char published[NUMBER_TEXT_SIZE], ours[NUMBER_TEXT_SIZE * 12];

  g_string_append_printf (out, "%s (%s published, %s worked out)",
                          (const char *) self->reading->names->pdata[unit],
                          number_format (beside->published, published),
                          number_format_fixed (worked_out, decimals, ours));
}

/* Those that differ, in the order of the table. */
static char *
dup_differing (const Saying *self)
{
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->published->besides->len; i++) {
    if (composite_published_judge (self->published, i) != COMPOSITE_DIFFERS || n++ >= MOST_NAMED)
      continue;
    g_string_append (out, n > 1 ? ", " : "");
    append_unit (out, self, i);
  }
  if (n > MOST_NAMED)
    g_string_append_printf (out, " and %u more", n - MOST_NAMED);

  return g_string_free (out, FALSE);
}

static void
find_differences (const Saying *self, double *least, double *most)
{
  *least = INFINITY;
  *most = -INFINITY;
  for (guint i = 0; i < self->published->besides->len; i++) {
    if (composite_published_judge (self->published, i) != COMPOSITE_DIFFERS)
      continue;
    const double difference = composite_published_get (self->published, i)->difference;
    *least = fmin (*least, difference);
    *most = fmax (*most, difference);
  }
}

static void
insert_differences (const Saying *self, GVariantDict *facts)
{
  const guint decimals = MIN (self->published->decimals + 1, PRINTED_MOST_DECIMALS);
  g_autofree char *named = dup_differing (self);
  double least, most;

  find_differences (self, &least, &most);
  g_variant_dict_insert (facts, "named", "s", named);
  g_variant_dict_insert (facts, "least", "d", printed_round (least, decimals));
  g_variant_dict_insert (facts, "most", "d", printed_round (most, decimals));
}

static const char *
choose_values (const CompositePublished *published)
{
  if (published->n_differ == 1 && published->n_coarse == 0)
    return N_ ("{differ} of {published} published scores is not what these weights and components "
               "give: {named}.");
  if (published->n_differ > 0 && published->n_coarse > 0)
    return N_ (
        "{differ} of {published} published scores {differ|is|are} not what these weights "
        "and components give: {named}. Published less worked out, that is {least} to {most}. "
        "Of {coarse} more it cannot be told: what components were rounded by can make the "
        "difference.");
  if (published->n_differ > 0)
    return N_ ("{differ} of {published} published scores {differ|is|are} not what these weights "
               "and components give: {named}. Published less worked out, that is {least} to "
               "{most}.");
  if (published->n_coarse > 0)
    return N_ (
        "Of {coarse} of {published} published scores it cannot be told whether these weights "
        "and components give them: what components were rounded by can make the difference.");

  return N_ ("All {published} published scores are what these weights and components give, to the "
             "printed digit.");
}

static void
say_values (const Saying *self)
{
  const CompositePublished *published = self->published;
  const gboolean agrees = published->n_differ + published->n_coarse == 0;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "published", "x", (gint64) published->n);
  g_variant_dict_insert (&facts, "differ", "x", (gint64) published->n_differ);
  g_variant_dict_insert (&facts, "coarse", "x", (gint64) published->n_coarse);
  g_variant_dict_insert (&facts, "times", "d", published->times);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.);
  if (published->n_differ > 0)
    insert_differences (self, &facts);
  finding_list_add (self->findings, self->method, "composite.published-value",
                    choose_values (published), agrees ? NULL : HOW_MADE,
                    agrees ? NULL
                           : N_ ("How each published score that differs was worked out: from which "
                                 "figures, with how many digits, and with which weights"),
                    &facts);
}

/* --- By order ---------------------------------------------------------------------------- */

static void
say_order (const Saying *self)
{
  const CompositePublished *published = self->published;
  const gboolean differs = published->n_elsewhere > 0;
  /* of other values it is asked already */
  const gboolean asks = differs && published->n_differ + published->n_coarse == 0;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "published", "x", (gint64) published->n);
  g_variant_dict_insert (&facts, "elsewhere", "x", (gint64) published->n_elsewhere);
  if (differs) {
    g_variant_dict_insert (&facts, "unit", "s", self->reading->names->pdata[published->elsewhere]);
    g_variant_dict_insert (&facts, "its_place", "x", (gint64) published->its_place);
    g_variant_dict_insert (&facts, "our_place", "x", (gint64) published->our_place);
  }
  finding_list_add (
      self->findings, self->method, "composite.published",
      differs
          ? N_ ("{elsewhere} of {published} units {elsewhere|stands|stand} at another place by the "
                "published score than by these weights and components; furthest off is {unit:q}: "
                "number {its_place} as published, {our_place} as worked out.")
          : N_ ("By the published score all {published} units stand where these weights and "
                "components put them."),
      asks ? HOW_MADE : NULL, NULL, &facts);
}

static void
say_unknown (const Saying *self)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  finding_list_add (
      self->findings, self->method, "composite.scaling",
      N_ ("How the components were put on one scale is not recorded. Here the lowest and the "
          "highest "
          "of the units are its ends; whether published scores are what the weights and components "
          "give cannot be told."),
      HOW_MADE, N_ ("How the components of the published score are put on one scale"), &facts);
}

void
composite_published_append (const CompositePublished *published,
                            const CompositeReading *reading,
                            ScrutinyMethod *method,
                            GPtrArray *findings)
{
  const Saying saying = { published, reading, method, findings };

  if (!reading->knows_scaling)
    say_unknown (&saying);
  if (published->n == 0)
    return;
  say_values (&saying);
  say_order (&saying);
}
