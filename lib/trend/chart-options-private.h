/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-options.h>

G_BEGIN_DECLS

/* The properties by their type; the numbers are also the bits of @given. */
enum {
  CHART_OPTION_KIND = 1,
  CHART_OPTION_SCREEN,
  CHART_OPTION_BASELINE,
  CHART_OPTION_PROFILE,
  CHART_OPTION_CONSTANTS,
  CHART_OPTION_CENTRE,
  CHART_OPTION_SPREAD,
  CHART_OPTION_GAPS,
  CHART_OPTION_PHASES,
  CHART_OPTION_EXCLUDED,
  CHART_OPTION_RULES,
  CHART_OPTION_WIDTH,
  CHART_OPTION_KNOWN_CENTRE,
  CHART_OPTION_KNOWN_SPREAD,
  CHART_OPTION_WEIGHT,
  CHART_OPTION_ALLOWANCE,
  CHART_OPTION_DECISION,
  N_CHART_OPTIONS,
  CHART_OPTION_FIRST_TEXT = CHART_OPTION_BASELINE,
  CHART_OPTION_FIRST_LIST = CHART_OPTION_PHASES,
  CHART_OPTION_FIRST_NUMBER = CHART_OPTION_WIDTH,
};

struct _ScrutinyChartOptions {
  GObject parent_instance;

  ScrutinyChartKind kind;
  gboolean screen;
  char *texts[CHART_OPTION_FIRST_LIST - CHART_OPTION_FIRST_TEXT];
  char **lists[CHART_OPTION_FIRST_NUMBER - CHART_OPTION_FIRST_LIST];
  double numbers[N_CHART_OPTIONS - CHART_OPTION_FIRST_NUMBER];
  guint given; /* what was set: 1 << property */
};

/* Whether the option was set by hand, so that no profile may choose. */
gboolean chart_options_has (ScrutinyChartOptions *self, guint prop);

/* A copy that what happens to @options later does not reach; transfer full. */
ScrutinyChartOptions *chart_options_copy (ScrutinyChartOptions *options);

void chart_options_set_kind (ScrutinyChartOptions *self, ScrutinyChartKind kind);
void chart_options_set_flag (ScrutinyChartOptions *self, gboolean screen);
void chart_options_set_text (ScrutinyChartOptions *self, guint prop, const char *text);
void chart_options_set_list (ScrutinyChartOptions *self, guint prop, const char *const *texts);
void chart_options_set_number (ScrutinyChartOptions *self, guint prop, double number);

static inline const char *
chart_options_text (ScrutinyChartOptions *self, guint prop)
{
  return self->texts[prop - CHART_OPTION_FIRST_TEXT];
}

static inline const char *const *
chart_options_list (ScrutinyChartOptions *self, guint prop)
{
  return (const char *const *) self->lists[prop - CHART_OPTION_FIRST_LIST];
}

static inline double
chart_options_number (ScrutinyChartOptions *self, guint prop)
{
  return self->numbers[prop - CHART_OPTION_FIRST_NUMBER];
}

G_END_DECLS
