/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose-method.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "base/period-days.h"
#include "base/printed.h"
#include "base/timeline-private.h"
#include "challenge/notice-figures.h"
#include "kernel/normal.h"

#include <scrutiny/event.h>

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Nearer to the usual level than this, in spreads, a target is passed and missed by chance. */
#define NEAR_LEVEL 0.5

/* What was recorded so long before a shift may have to do with it. */
#define DAYS_BEFORE 365

/* As is usual: one false alarm in twenty, four in five moves noticed. */
#define NOTICE_LEVEL 0.95
#define NOTICE_POWER 0.8

/* --- A target ------------------------------------------------------------------------- */

/* “90%” and “ 90 ” are 90. */
static double
read_number (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "%", ' ');
  double value = NAN;

  g_strstrip (plain);
  number_parse (plain, strlen (plain), &value);

  return value;
}

double
purpose_find_target (ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) targets = scrutiny_indicator_dup_targets (indicator);

  return targets->len > 0 ? read_number (scrutiny_claim_get_text (targets->pdata[targets->len - 1]))
                          : NAN;
}

/* Like the spread it is told with. */
static double
shown (double value, double spread)
{
  const int decimals = 1 - (int) floor (log10 (spread));

  return printed_round (value, (guint) CLAMP (decimals, 0, PRINTED_MOST_DECIMALS));
}

static void
ask_about_level (GPtrArray *findings, double target, const NoticeFigures *figures)
{
  const double spread = figures->deviation;
  const double beyond = kernel_normal_cdf ((figures->usual - target) / spread);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (!(fabs (target - figures->usual) <= NEAR_LEVEL * spread))
    return;
  g_variant_dict_insert (&facts, "target", "d", target);
  g_variant_dict_insert (&facts, "usual", "d", shown (figures->usual, spread));
  g_variant_dict_insert (&facts, "spread", "d", shown (spread, spread));
  g_variant_dict_insert (&facts, "above", "d", round (100 * beyond));
  g_variant_dict_insert (&facts, "changes", "d", round (200 * beyond * (1 - beyond)));
  finding_list_add (
      findings, NULL, "purpose.target-level",
      N_ ("The target, {target}, lies at the usual level, {usual}, and the figure ordinarily moves "
          "by {spread} or so: with nothing changed it is above the target in about {above} of 100 "
          "periods, and crosses it from one to the next in about {changes}."),
      N_ ("Who chose the target, from what, and what is different for people on either side of "
          "it?"),
      NULL, &facts);
}

/* --- What was recorded before a shift --------------------------------------------------- */

static gboolean
is_before (const char *from, const PeriodDays *shift)
{
  PeriodDays days;

  return from && period_parse_days (from, strlen (from), &days) && days.first <= shift->last &&
         days.first >= shift->first - DAYS_BEFORE;
}

/* The last event, or NULL; @is_counted where another way of counting began instead. */
static ScrutinyEvent *
find_event (ScrutinyIndicator *indicator, const PeriodDays *shift, gboolean *is_counted)
{
  g_autoptr (GPtrArray) events = scrutiny_indicator_dup_events (indicator);
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (indicator);

  *is_counted = FALSE;
  for (guint i = 1; i < definitions->len; i++)
    *is_counted |= is_before (scrutiny_definition_get_from (definitions->pdata[i]), shift);
  for (guint i = events->len; i > 0; i--)
    if (is_before (scrutiny_event_get_from (events->pdata[i - 1]), shift))
      return events->pdata[i - 1]; /* the indicator holds it */

  return NULL;
}

static void
ask_about_event (GPtrArray *findings, ScrutinyEvent *event, const char *since)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "since", "s", since);
  g_variant_dict_insert (&facts, "event", "s", scrutiny_event_get_text (event));
  g_variant_dict_insert (&facts, "from", "s", scrutiny_event_get_from (event));
  finding_list_add (findings, NULL, "purpose.change",
                    N_ ("In the year before the figure shifted ({since:period}) this is recorded: "
                        "{event:q} ({from:period})."),
                    N_ ("Was the work done another way from then on, and what else changed?"), NULL,
                    &facts);
}

static void
ask_without_event (GPtrArray *findings, const char *since)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "since", "s", since);
  finding_list_add (findings, NULL, "purpose.no-change",
                    N_ ("The figure shifted in {since:period}; nothing is recorded in the year "
                        "before that changed how the work is done."),
                    N_ ("Was it the work that changed, those who came, or the counting?"),
                    N_ ("Changes to how the work is done, with their dates"), &facts);
}

static void
ask_about_change (ScrutinyIndicator *indicator, GPtrArray *findings, gsize at)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  const Period period = scrutiny_timeline_get_period (scrutiny_series_get_timeline (series), at);
  g_autofree char *since = period_dup_text (&period);
  ScrutinyEvent *event;
  PeriodDays days;
  gboolean is_counted;

  if (!period_get_days (&period, &days))
    return;
  event = find_event (indicator, &days, &is_counted);
  if (event)
    ask_about_event (findings, event, since);
  else if (!is_counted)
    ask_without_event (findings, since);
}

/* A rule's own boundary is spoken of with the rule. */
void
purpose_figures_ask (ScrutinyIndicator *indicator, GPtrArray *findings)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  const char *purpose = scrutiny_indicator_get_purpose (indicator);
  const double target = purpose_find_target (indicator);
  const gboolean has_rule = scrutiny_indicator_get_colour_rule (indicator) != NULL;
  NoticeFigures figures;

  if (!series || ((isnan (target) || has_rule) && !(purpose && *purpose)))
    return;
  notice_figures_init (&figures);
  if (!notice_figures_fill (&figures, series, NOTICE_LEVEL, NOTICE_POWER) && !has_rule &&
      !isnan (target))
    ask_about_level (findings, target, &figures);
  if (figures.first > 0 && purpose && *purpose)
    ask_about_change (indicator, findings, figures.first);
  notice_figures_clear (&figures);
}
