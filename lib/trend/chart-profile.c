/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-profile.h"

/* Median ranges are divided by 1.128, which is the constant of mean ranges. */
static const KernelRangeConstants powerbi = { 1 / 1.128, 3.267, 1 / 1.128, 3.267 };
/* Limits by 2.66, ranges screened by 3.267. */
static const KernelRangeConstants plot_the_dots = { 2.66 / 3, 3.267, 3.145 / 3, 3.865 };

static const ChartProfile profiles[] = {
  { .name = "autospc",
    .source = "autospc d73152e",
    .constants = &kernel_constants_montgomery,
    .rules = { "1 beyond limits", "8 on one side, tie breaks" },
    .screen = TRUE,
    .bridges = TRUE },
  { .name = "nelson",
    .source = "L. S. Nelson (1984), J. Qual. Technol. 16, 237-239",
    .constants = &kernel_constants_montgomery,
    .rules = { "nelson" },
    .screen = TRUE },
  { .name = "nhs-plot-the-dots",
    .source = "NHSRplotthedots 0.2",
    .constants = &plot_the_dots,
    .rules = { "mdc-2018" },
    .screen = TRUE,
    .bridges = TRUE },
  { .name = "pbcharts",
    .source = "pbcharts 0.1",
    .constants = &kernel_constants_exact,
    .rules = { "1 beyond limits", "anhoej" },
    .screen = TRUE,
    .bridges = TRUE },
  { .name = "powerbi-spc",
    .source = "PowerBI-SPC 1.4",
    .constants = &powerbi,
    .rules = { "powerbi-spc" },
    .screen = TRUE,
    .bridges = TRUE,
    .pools = TRUE,
    .goes_below_0 = TRUE },
  { .name = "qcc",
    .source = "qcc af35099",
    .constants = &kernel_constants_montgomery,
    .rules = { "western-electric" },
    .bridges = TRUE,
    .mean_of_counts = TRUE },
  { .name = "qicharts2",
    .source = "qicharts2 0.8.1, loaded with library()",
    .constants = &kernel_constants_montgomery,
    .rules = { "1 beyond limits", "anhoej" },
    .screen = TRUE,
    .bridges = TRUE },
  { .name = "runchart",
    .source = "runchart (jsphdms)",
    .constants = &kernel_constants_exact,
    .rules = { "runchart" },
    .bridges = TRUE },
  { .name = "western-electric",
    .source = "Western Electric, Statistical Quality Control Handbook (1956)",
    .constants = &kernel_constants_montgomery,
    .rules = { "western-electric" } },
  { .name = "wheeler",
    .source = "D. J. Wheeler, Making Sense of Data (2003)",
    .constants = &kernel_constants_wheeler,
    .rules = { "wheeler" } },
};

const ChartProfile *
chart_profile_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++) {
    if (g_str_equal (profiles[i].name, name))
      return &profiles[i];
  }

  return NULL;
}

char *
chart_profile_dup_names (void)
{
  const char *names[G_N_ELEMENTS (profiles) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    names[i] = profiles[i].name;

  return g_strjoinv (", ", (char **) names);
}
