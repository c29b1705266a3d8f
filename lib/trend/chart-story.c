/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-story.h"

#include <math.h>
#include <string.h>

/* In the order in which they are told, when nothing else decides. */
static const char *const rules[] = {
  "beyond-limits", "one-side",    "long-run",    "trend",   "two-of-three", "three-of-four",
  "four-of-five",  "some-beyond", "alternating", "outside", "within",
};

/* Which points are the story's of one direction, and what is told of them already. */
typedef struct {
  const DrawnChart *chart;
  guint end;
  guint8 *told; /* bit 0 upward, bit 1 downward, bit 2 neither */
} Desk;

static void
story_free (gpointer data)
{
  ChartStory *self = data;

  g_array_unref (self->points);
  g_free (self);
}

static gboolean
is_beyond (const DrawnChart *chart, guint i, ScrutinyDirection direction)
{
  const ChartLines *lines = chart->lines;

  if (chart->layout->excluded[i] || direction == SCRUTINY_DIRECTION_NONE)
    return FALSE;

  if (direction == SCRUTINY_DIRECTION_UP)
    return lines->values[i] > lines->upper[i];

  return (lines->down ? lines->down : lines->values)[i] < lines->lower[i];
}

static void
add_points (GArray *points, ScrutinySignal *signal)
{
  gsize n_new;
  const guint *new_points = scrutiny_signal_get_points (signal, &n_new);

  for (gsize k = 0; k < n_new; k++) {
    if (points->len == 0 || g_array_index (points, guint, points->len - 1) < new_points[k])
      g_array_append_val (points, new_points[k]);
  }
}

/* Takes @points. */
static ChartStory *
story_new (const Desk *desk,
           const char *rule,
           ScrutinyDirection direction,
           GArray *points,
           gboolean scattered)
{
  ChartStory *self = g_new0 (ChartStory, 1);

  self->rule = rule;
  self->direction = direction;
  self->points = points;
  self->first = g_array_index (points, guint, 0);
  self->last = g_array_index (points, guint, points->len - 1);
  self->to_end = self->last == desk->end;
  self->unbroken = self->last - self->first + 1 == points->len;
  self->scattered = scattered;
  for (guint k = 0; k < points->len; k++)
    self->n_beyond += is_beyond (desk->chart, g_array_index (points, guint, k), direction);

  return self;
}

/* The signals of one rule and direction; a rule that is in two sets counts once, and a
 * point that was left out on purpose stands out on purpose.
 */
static GPtrArray *
signals_of (const Desk *desk, const char *rule, ScrutinyDirection direction)
{
  GPtrArray *found = g_ptr_array_new ();
  const char *set = NULL;

  for (guint k = 0; k < desk->chart->signals->len; k++) {
    ScrutinySignal *signal = desk->chart->signals->pdata[k];
    gsize n_points;
    const guint *points = scrutiny_signal_get_points (signal, &n_points);

    if (!g_str_equal (scrutiny_signal_get_rule (signal), rule) ||
        scrutiny_signal_get_direction (signal) != direction ||
        (n_points == 1 && desk->chart->layout->excluded[points[0]]))
      continue;
    set = set ? set : scrutiny_signal_get_rule_set (signal);
    if (g_str_equal (set, scrutiny_signal_get_rule_set (signal)))
      g_ptr_array_add (found, signal);
  }

  return found;
}

static gboolean
reaches_end (const Desk *desk, ScrutinySignal *signal, gsize *n_points)
{
  const guint *points = scrutiny_signal_get_points (signal, n_points);

  return points[*n_points - 1] == desk->end;
}

/* Of patterns that are told alone: the one that stands now, else the longest. */
static ScrutinySignal *
choose_signal (const Desk *desk, const GPtrArray *signals)
{
  ScrutinySignal *chosen = signals->pdata[0];

  for (guint k = 1; k < signals->len; k++) {
    gsize n_points, n_chosen;
    const gboolean stands = reaches_end (desk, signals->pdata[k], &n_points);
    const gboolean chosen_stands = reaches_end (desk, chosen, &n_chosen);

    if (stands > chosen_stands || (stands == chosen_stands && n_points > n_chosen))
      chosen = signals->pdata[k];
  }

  return chosen;
}

/* NULL if there is nothing to tell.  Points beyond a limit are told together, unless two
 * or more of them stand now.
 */
static ChartStory *
make_story (const Desk *desk, const char *rule, ScrutinyDirection direction)
{
  g_autoptr (GPtrArray) signals = signals_of (desk, rule, direction);

  if (signals->len == 0)
    return NULL;

  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));
  ScrutinySignal *chosen = choose_signal (desk, signals);
  gsize n_points;
  const gboolean stands = reaches_end (desk, chosen, &n_points) && n_points >= 2;
  const gboolean together = signals->len > 1 && g_str_equal (rule, "beyond-limits") && !stands;

  for (guint k = 0; together && k < signals->len; k++)
    add_points (points, signals->pdata[k]);
  if (!together)
    add_points (points, chosen);

  return story_new (desk, rule, direction, points, together);
}

static guint8
bit_of (const ChartStory *story)
{
  return story->direction == SCRUTINY_DIRECTION_UP     ? 1
         : story->direction == SCRUTINY_DIRECTION_DOWN ? 2
                                                       : 4;
}

static gboolean
is_told (const Desk *desk, const ChartStory *story)
{
  guint n_told = 0;

  for (guint k = 0; k < story->points->len; k++)
    n_told += (desk->told[g_array_index (story->points, guint, k)] & bit_of (story)) != 0;

  return 2 * n_told > story->points->len;
}

static gboolean
is_run (const ChartStory *story)
{
  return g_str_equal (story->rule, "one-side") || g_str_equal (story->rule, "long-run");
}

/* A longer run on one side says more than those of its points that lie beyond a limit. */
static gboolean
holds_most_of (const ChartStory *run, const ChartStory *beyond)
{
  guint n_inside = 0;

  if (!is_run (run) || run->direction != beyond->direction ||
      run->points->len <= beyond->points->len)
    return FALSE;
  for (guint k = 0; k < beyond->points->len; k++) {
    const guint point = g_array_index (beyond->points, guint, k);
    n_inside += point >= run->first && point <= run->last;
  }

  return 2 * n_inside > beyond->points->len;
}

/* A level that holds up to the last value, rather than a shape that ends there. */
static gboolean
stands_now (const ChartStory *story)
{
  return story->to_end && !story->scattered &&
         (is_run (story) || g_str_equal (story->rule, "beyond-limits"));
}

/* What stands now comes first, longest first; then the order of the rules. */
static int
compare_stories (gconstpointer a, gconstpointer b)
{
  const ChartStory *x = *(ChartStory *const *) a, *y = *(ChartStory *const *) b;

  if (stands_now (x) != stands_now (y))
    return stands_now (y) - stands_now (x);
  if (stands_now (x) && x->points->len != y->points->len)
    return x->points->len < y->points->len ? 1 : -1;

  return 0;
}

/* Among what does not stand now, a run goes before the points beyond a limit it holds. */
static void
put_runs_first (GPtrArray *stories)
{
  for (guint k = 0; k < stories->len; k++) {
    const ChartStory *beyond = stories->pdata[k];

    for (guint r = k + 1; r < stories->len && g_str_equal (beyond->rule, "beyond-limits"); r++) {
      if (!holds_most_of (stories->pdata[r], beyond))
        continue;
      g_ptr_array_insert (stories, (int) k, g_ptr_array_steal_index (stories, r));
      k++;
      break;
    }
  }
}

static void
tell (Desk *desk, GPtrArray *told, ChartStory *story)
{
  for (guint i = story->first; !story->scattered && i <= story->last; i++)
    desk->told[i] |= bit_of (story);
  for (guint k = 0; k < story->points->len; k++)
    desk->told[g_array_index (story->points, guint, k)] |= bit_of (story);
  g_ptr_array_add (told, story);
}

GPtrArray *
chart_stories_collect (const DrawnChart *chart, guint end, guint most)
{
  g_autofree guint8 *marks = g_new0 (guint8, chart->lines->n);
  Desk desk = { chart, end, marks };
  static const char *const of_all[] = { "few-crossings", "run-count" };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *told = g_ptr_array_new_with_free_func (story_free);

  for (guint r = 0; r < G_N_ELEMENTS (rules); r++) {
    ChartStory *up = make_story (&desk, rules[r], SCRUTINY_DIRECTION_UP);
    ChartStory *down = make_story (&desk, rules[r], SCRUTINY_DIRECTION_DOWN);
    ChartStory *neither = make_story (&desk, rules[r], SCRUTINY_DIRECTION_NONE);

    if (up)
      g_ptr_array_add (all, up);
    if (down)
      g_ptr_array_add (all, down);
    if (neither)
      g_ptr_array_add (all, neither);
  }
  g_ptr_array_sort (all, compare_stories); /* stable */
  put_runs_first (all);
  for (guint k = 0; k < all->len; k++) {
    if (told->len < most && !is_told (&desk, all->pdata[k]))
      tell (&desk, told, all->pdata[k]);
    else
      story_free (all->pdata[k]);
  }
  /* That the figure seldom or often changed sides says least of all where and when. */
  for (guint k = 0; k < G_N_ELEMENTS (of_all) && told->len == 0; k++) {
    ChartStory *story = make_story (&desk, of_all[k], SCRUTINY_DIRECTION_NONE);
    if (story)
      g_ptr_array_add (told, story);
  }

  return told;
}
