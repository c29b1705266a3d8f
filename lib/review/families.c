/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/families.h"

#include "kernel/benjamini-hochberg.h"

#include <math.h>

/* Fewer are read one by one. */
#define FEWEST 5
/* A figure stands out by itself at this chance; of those that stand out among all of a family
 * this share is chance's doing on average.
 */
#define ALONE 0.05
#define SHARE 0.10

/* The analyses that are one test each, by their method, and what they look at. */
static const struct known {
  const char *method, *what;
} knowns[] = {
  { "pileup", "Cases recorded just within a limit" },
  { "heaping", "Round numbers" },
  { "slope", "Steady movement" },
  { "compare", "Differences between places or groups" },
};

/* The chances of one kind of analysis, a figure each. */
typedef struct {
  const struct known *known;
  GArray *chances; /* of double */
} Family;

static void
family_collect (Family *self, const ReportSection *section)
{
  for (guint i = 0; i < section->results->len; i++) {
    ScrutinyResult *result = section->results->pdata[i];
    ScrutinyMethod *method = scrutiny_result_get_method (result);
    const double chance = scrutiny_result_get_chance (result);

    if (method && g_strcmp0 (scrutiny_method_get_id (method), self->known->method) == 0 &&
        !isnan (chance))
      g_array_append_val (self->chances, chance);
  }
}

static guint
count_up_to (guint n, const double *chances, double limit)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    if (chances[i] <= limit)
      count++;

  return count;
}

/* How many stand out though so many were looked at. */
static guint
count_kept (const GArray *chances)
{
  const guint n = chances->len;
  g_autofree size_t *work = g_new (size_t, n);
  g_autofree double *adjusted = g_new (double, n);

  kernel_benjamini_hochberg (n, (const double *) chances->data, work, adjusted);

  return count_up_to (n, adjusted, SHARE);
}

static GVariant *
facts_of (const Family *self, guint n_alone, guint n_kept)
{
  GVariantDict facts;

  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "family", "s", self->known->method);
  g_variant_dict_insert (&facts, "what", "s", self->known->what);
  g_variant_dict_insert (&facts, "tested", "x", (gint64) self->chances->len);
  g_variant_dict_insert (&facts, "flagged", "x", (gint64) n_alone);
  g_variant_dict_insert (&facts, "expected", "d", ALONE * self->chances->len);
  g_variant_dict_insert (&facts, "kept", "x", (gint64) n_kept);
  g_variant_dict_insert (&facts, "share", "d", SHARE);
  g_variant_dict_insert (&facts, "assumes", "s",
                         "figures that do not depend on each other, or that move together");

  return g_variant_dict_end (&facts);
}

static void
family_append (const Family *self, GPtrArray *findings)
{
  const guint n_alone =
      count_up_to (self->chances->len, (const double *) self->chances->data, ALONE);
  const guint n_kept = count_kept (self->chances);
  const char *statement =
      n_kept > 0 ? "{what}: of the {tested:n} figures looked at, {flagged} {flagged|stands|stand} "
                   "out taken singly, where chance alone would give about {expected:.1}. Taken "
                   "together {kept} still {kept|does|do}; on average at most one in ten of such "
                   "is chance."
                 : "{what}: of the {tested:n} figures looked at, {flagged} {flagged|stands|stand} "
                   "out taken singly, where chance alone would give about {expected:.1}. Taken "
                   "together none does.";

  if (n_alone > 0)
    g_ptr_array_add (findings, scrutiny_finding_new ("pack.chance", statement, NULL,
                                                     facts_of (self, n_alone, n_kept), NULL));
}

GPtrArray *
families_dup_findings (GPtrArray *sections)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize k = 0; k < G_N_ELEMENTS (knowns); k++) {
    g_autoptr (GArray) chances = g_array_new (FALSE, FALSE, sizeof (double));
    Family family = { &knowns[k], chances };

    for (guint i = 0; i < sections->len; i++)
      family_collect (&family, sections->pdata[i]);
    if (chances->len >= FEWEST)
      family_append (&family, findings);
  }

  return findings;
}
