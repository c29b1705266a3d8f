/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linked-pair.h"

#include "base/error-private.h"
#include "base/period.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "linkage/dated-period.h"
#include "trend/season.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

/* A larger share of missing periods leaves no series. */
static const double MOST_MISSING = 0.2;

/* The longest lag, as a share of the periods. */
static const double LONGEST_LAG = 0.25;

#define MOST_OF_A_TEXT 60

/* Two periods, each in several words. */
#define LONGEST_SPAN 100

/* Lags that are looked at where no reason says how long it takes. */
#define USUAL_LAG 3
#define USUAL_LAG_OF_FEW 1
#define FEW 24

/* --- Whether the question can be put -----------------------------------------------------------
 */

gboolean
linked_pair_shares_data (ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);

  return scrutiny_timeline_get_n_periods (timeline) > 0 &&
         !g_str_equal (scrutiny_timeline_get_window (timeline), "plain");
}

/* Where the periods of both begin and end, as ordinals; FALSE where they have none in common. */
static gboolean
find_common (ScrutinySeries *x, ScrutinySeries *y, gint64 *first, gint64 *last)
{
  gsize n_x, n_y;
  const gint64 *of_x = scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (x), &n_x);
  const gint64 *of_y = scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (y), &n_y);

  if (n_x == 0 || n_y == 0)
    return FALSE;
  *first = MAX (of_x[0], of_y[0]);
  *last = MIN (of_x[n_x - 1], of_y[n_y - 1]);

  return *first <= *last;
}

/* @counts, which may be NULL, by ordinals from @first on; NaN where there is none. */
static double *
dup_by_ordinal (ScrutinySeries *series, const double *counts, gint64 first, gint64 last)
{
  const gsize n = (gsize) (last - first + 1);
  double *values = g_new (double, n);
  gsize n_there;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), &n_there);

  for (gsize i = 0; i < n; i++)
    values[i] = NAN;
  for (gsize i = 0; counts && i < n_there; i++) {
    if (ordinals[i] >= first && ordinals[i] <= last)
      values[ordinals[i] - first] = counts[i];
  }

  return values;
}

/* Whether two rows of counts are the same wherever both are there, and vary. */
static gboolean
are_same (gsize n, const double *a, const double *b)
{
  gsize n_both = 0, n_other = 0;
  double before = NAN;

  for (gsize i = 0; i < n; i++) {
    if (isnan (a[i]) || isnan (b[i]))
      continue;
    if (a[i] != b[i])
      return FALSE;
    n_other += n_both > 0 && a[i] != before;
    before = a[i];
    n_both++;
  }

  return n_both >= KERNEL_LINKAGE_FEWEST && n_other > 0;
}

/* Whether a figure is a share of cases: then how many cases there are says nothing of it. */
static gboolean
is_share (gsize n, const PairCounts *counts)
{
  for (gsize i = 0; i < n; i++) {
    if (counts->numerators[i] > counts->denominators[i])
      return FALSE;
  }

  return TRUE;
}

char *
pair_counts_dup_refusal (gsize n, const PairCounts *x, const PairCounts *y)
{
  const char *shared = NULL;

  if (are_same (n, x->numerators, y->numerators))
    shared = "Both count the same";
  else if (are_same (n, x->numerators, y->denominators) ||
           are_same (n, x->denominators, y->numerators))
    shared = "What one counts is what the other is out of";
  else if (are_same (n, x->denominators, y->denominators) && !(is_share (n, x) && is_share (n, y)))
    shared = "Both are out of the same number";

  return shared ? g_strdup_printf ("%s, so they move together whatever happens: ask for an outcome "
                                   "that is counted by itself.",
                                   shared)
                : NULL;
}

/* Of a figure without counts, which may itself be one, the values are held against the others'. */
static PairCounts
dup_counts (ScrutinySeries *series, gint64 first, gint64 last)
{
  const double *numerators = scrutiny_series_get_numerators (series, NULL);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);

  return (PairCounts){
    dup_by_ordinal (series, numerators ? numerators : scrutiny_series_get_values (series, NULL),
                    first, last),
    dup_by_ordinal (series, denominators, first, last),
  };
}

/* Of the periods that both cover. */
static char *
dup_shared (ScrutinySeries *x, ScrutinySeries *y, gint64 first, gint64 last)
{
  const PairCounts of_x = dup_counts (x, first, last), of_y = dup_counts (y, first, last);
  char *refusal = pair_counts_dup_refusal ((gsize) (last - first + 1), &of_x, &of_y);

  g_free ((gpointer) of_x.numerators);
  g_free ((gpointer) of_x.denominators);
  g_free ((gpointer) of_y.numerators);
  g_free ((gpointer) of_y.denominators);

  return refusal;
}

char *
linked_pair_dup_refusal (ScrutinySeries *x, ScrutinySeries *y)
{
  ScrutinyTimeline *of_x = scrutiny_series_get_timeline (x);
  ScrutinyTimeline *of_y = scrutiny_series_get_timeline (y);
  gint64 first, last;

  if (linked_pair_shares_data (x) || linked_pair_shares_data (y))
    return g_strdup ("Year-to-date and rolling figures share data from one period to the next, "
                     "and so always seem to move together: ask for each period by itself.");
  if (!find_common (x, y, &first, &last))
    return g_strdup ("The two have no period in common: ask for both over the same time.");
  if (scrutiny_timeline_get_calendar (of_x) != scrutiny_timeline_get_calendar (of_y)) {
    const StepWords a = step_words_get (scrutiny_timeline_get_calendar (of_x));
    const StepWords b = step_words_get (scrutiny_timeline_get_calendar (of_y));

    return g_strdup_printf ("One is told by %s, the other by %s: ask for both by the same.", a.one,
                            b.one);
  }

  return dup_shared (x, y, first, last);
}

/* --- The pair ----------------------------------------------------------------------------------
 */

guint
linked_pair_season_of (ScrutinyCalendar calendar)
{
  return (guint) MAX (season_of_calendar (calendar), 1);
}

void
linked_pair_init (LinkedPair *self, ScrutinySeries *x, ScrutinySeries *y)
{
  const Period one = scrutiny_timeline_get_period (scrutiny_series_get_timeline (x), 0);
  gint64 first = 0, last = -1;

  find_common (x, y, &first, &last);
  *self = (LinkedPair){
    .from = { one.calendar, first, one.window, one.length },
    .n = (gsize) (last - first + 1),
    .x = dup_by_ordinal (x, scrutiny_series_get_values (x, NULL), first, last),
    .y = dup_by_ordinal (y, scrutiny_series_get_values (y, NULL), first, last),
    .season = linked_pair_season_of (one.calendar),
  };
  self->used = g_new (guint8, self->n);
  for (gsize i = 0; i < self->n; i++) {
    self->used[i] = isfinite (self->x[i]) && isfinite (self->y[i]);
    self->n_used += self->used[i];
  }
  self->n_missing = (guint) self->n - self->n_used;
}

void
linked_pair_clear (LinkedPair *self)
{
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->y, g_free);
  g_clear_pointer (&self->used, g_free);
}

/* @span is A..B, or A; @ends become the first and the last period. */
static gboolean
find_ends (const LinkedPair *self, const char *span, gint64 *ends)
{
  const char *dots = strstr (span, "..");
  g_autofree char *from = dots ? g_strndup (span, (gsize) (dots - span)) : g_strdup (span);

  return dated_period_find (&self->from, from, FALSE, &ends[0]) &&
         dated_period_find (&self->from, dots ? dots + 2 : span, TRUE, &ends[1]);
}

/* A period may be written in several words, and other words may follow: as many as can be read. */
static gboolean
find_leading_span (const LinkedPair *self, const char *text, gint64 *ends)
{
  g_autofree char *span = g_strndup (text, LONGEST_SPAN);
  char *blank;

  while (!find_ends (self, span, ends)) {
    blank = strrchr (span, ' ');
    if (!blank)
      return FALSE;
    *blank = '\0';
  }

  return TRUE;
}

static gboolean
read_span (const LinkedPair *self, const char *text, gint64 *ends, GError **error)
{
  g_autofree char *said = printable_dup (text, MOST_OF_A_TEXT);

  if (!find_leading_span (self, text, ends)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, "event", text,
                           "Event: “%s” is not a %s, nor two with .. between them", said,
                           step_words_get (self->from.calendar).one);
    return FALSE;
  }
  if (ends[0] <= ends[1])
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "event", text,
                         "Event: “%s” ends before it starts; write the earlier period first", said);

  return FALSE;
}

gboolean
linked_pair_leave_out (LinkedPair *self, const char *span, GError **error)
{
  gint64 ends[2];

  if (!read_span (self, span, ends, error))
    return FALSE;
  for (gsize i = 0; i < self->n; i++) {
    const gint64 ordinal = self->from.ordinal + (gint64) i;

    if (!self->used[i] || ordinal < ends[0] || ordinal > ends[1])
      continue;
    self->used[i] = 0;
    self->n_used--;
    self->n_events++;
  }

  return TRUE;
}

/* --- Whether there is enough -------------------------------------------------------------------
 */

char *
linked_pair_dup_lack (const LinkedPair *self, guint lag)
{
  const StepWords words = step_words_get (self->from.calendar);
  g_autofree char *count = step_words_dup_count (words, self->n_used);

  if (self->n_used < KERNEL_LINKAGE_FEWEST)
    return g_strdup_printf ("%s %s both figures; %d are the fewest of which anything can be told: "
                            "ask for more.",
                            count, self->n_used == 1 ? "has" : "have", KERNEL_LINKAGE_FEWEST);
  if (self->n_missing > MOST_MISSING * (double) self->n)
    return g_strdup_printf ("Of %" G_GSIZE_FORMAT " %s both figures are there in %u only: ask for "
                            "the rest.",
                            self->n, words.many, (guint) self->n - self->n_missing);
  if (!kernel_linkage_varies (self->n, self->used, self->x) ||
      !kernel_linkage_varies (self->n, self->used, self->y))
    return g_strdup ("One of the two hardly moves: it has fewer than four different values.");
  if (lag > LONGEST_LAG * self->n_used) {
    g_autofree char *later = step_words_dup_count (words, lag);

    return g_strdup_printf ("The reason says that it shows after %s, and there are only %s: ask "
                            "for at least four times as many as it takes.",
                            later, count);
  }

  return NULL;
}

guint
linked_pair_choose_lag (const LinkedPair *self, int max_lag)
{
  if (max_lag >= 0)
    return (guint) max_lag;

  return self->n_used >= FEW ? USUAL_LAG : USUAL_LAG_OF_FEW;
}

KernelStatus
linked_pair_look (const LinkedPair *self, guint lag, KernelLinkage *found)
{
  const KernelLinkageAsked asked = {
    .n = self->n,
    .used = self->used,
    .season = self->season,
    .most_lag = lag,
  };
  g_autofree double *work = g_new (double, KERNEL_LINKAGE_WORK (self->n));
  g_autofree gint64 *order = g_new (gint64, 2 * self->n);

  return kernel_linkage (&asked, self->x, self->y, work, order, found);
}

char *
linked_pair_dup_label (const LinkedPair *self, gsize i)
{
  Period period = self->from;

  period.ordinal += (gint64) i;

  return period_dup_label (&period);
}
