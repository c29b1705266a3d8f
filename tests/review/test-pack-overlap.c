/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/pack-overlap.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/finding.h>

#include "kernel/random.h"
#include "support/near.h"

#include <math.h>
#include <string.h>

#define MOST_MONTHS 30

/* Figures of a page: the first @n_same follow one cause, the others nothing. */
static const struct pack {
  const char *label;
  guint n_figures, n_same;
  const char *first, *titles; /* of the first month; what all are called, NULL: each by its own */
  guint n_months;
  const char *ids;          /* of the findings, with blanks */
  guint n_short, n_figured; /* the last so many have 13 months; how many are looked at together */
} packs[] = {
  { "five of six are one", 6, 5, "2023-01", NULL, 30,
    "overlap.effective overlap.pair overlap.pair overlap.pair overlap.pair overlap.pair", 0, 6 },
  { "two of six are one", 6, 2, "2023-01", NULL, 30, "overlap.pair", 0, 0 },
  { "none are alike", 6, 0, "2023-01", NULL, 30, "", 0, 0 },
  { "too few figures", 4, 4, "2023-01", NULL, 30, "", 0, 0 },
  { "too few months", 6, 5, "2023-01", NULL, 12, "", 0, 0 },
  { "just as many as it takes", 6, 2, "2023-01", NULL, 13, "overlap.pair", 0, 0 },
  { "three of eight are new", 8, 8, "2023-01", NULL, 30,
    "overlap.effective overlap.pair overlap.pair overlap.pair overlap.pair overlap.pair", 3, 8 },
  { "two of eight are new", 8, 8, "2023-01", NULL, 30,
    "overlap.effective overlap.pair overlap.pair overlap.pair overlap.pair overlap.pair", 2, 6 },
  { "one figure of six places", 6, 5, "2023-01", "Waits", 30, "", 0, 0 },
  { "years to each month share data", 6, 5, NULL, NULL, 30, "", 0, 0 },
};

static ScrutinyTimeline *
timeline_of (const struct pack *pack)
{
  g_auto (GStrv) texts = g_new0 (char *, MOST_MONTHS + 1);

  if (pack->first)
    return scrutiny_timeline_new (pack->first, pack->n_months, NULL);
  for (guint i = 0; i < pack->n_months; i++)
    texts[i] = g_strdup_printf ("12 months to %u-%02u", 2020 + i / 12, i % 12 + 1);

  return scrutiny_timeline_new_from_texts ((const char *const *) texts, NULL);
}

static ScrutinyDossier *
dossier_of (const struct pack *pack)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyTimeline) timeline = timeline_of (pack);
  double cause[MOST_MONTHS], values[MOST_MONTHS];
  uint64_t state = 11;

  assert_non_null (timeline);
  kernel_random_normal (&state, MOST_MONTHS, cause);
  for (guint k = 0; k < pack->n_figures; k++) {
    g_autoptr (ScrutinySeries) series = NULL;

    kernel_random_normal (&state, MOST_MONTHS, values);
    for (guint i = 0; i < MOST_MONTHS; i++)
      values[i] = 50 + (k < pack->n_same ? cause[i] + 0.1 * values[i] : values[i]);
    for (guint i = 0; k + pack->n_short >= pack->n_figures && i + 13 < pack->n_months; i++)
      values[i] = NAN;
    series = scrutiny_series_new (timeline, values, pack->n_months, NULL);
    scrutiny_dossier_builder_add_indicator (builder, names[k],
                                            pack->titles ? pack->titles : names[k]);
    scrutiny_dossier_builder_set_series (builder, names[k], series);
  }

  return scrutiny_dossier_builder_end (builder, NULL);
}

static void
tells_what_is_said_twice (void **state)
{
  const struct pack *pack = *state;
  g_autoptr (ScrutinyDossier) dossier = dossier_of (pack);
  g_autoptr (GPtrArray) findings = pack_overlap_dup_findings (dossier);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[i]));
  assert_string_equal (ids->str, pack->ids);
  if (pack->n_figured > 0) {
    gint64 n_figures = 0;

    g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[0]), "n_figures", "x",
                      &n_figures);
    assert_int_equal (n_figures, pack->n_figured);
  }
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (packs)];

  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    tests[i] = (struct CMUnitTest){ .name = packs[i].label,
                                    .test_func = tells_what_is_said_twice,
                                    .initial_state = (void *) &packs[i] };

  return cmocka_run_group_tests_name ("review/pack-overlap", tests, NULL, NULL);
}
