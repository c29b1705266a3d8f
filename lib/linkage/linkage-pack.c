/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linkage-pack.h"

#include "linkage/linkage-private.h"

#include <math.h>

/* --- Periods that several figures have in common ------------------------------------------------
 */

/* The way to look at figures of the same periods. */
typedef struct {
  KernelRoute routes[2];
  double *work;
  guint8 *used;
  gboolean is_fit;
} Window;

static void
window_free (gpointer data)
{
  Window *self = data;

  g_free (self->work);
  g_free (self->used);
  g_free (self);
}

static Window *
window_new (const LinkedPair *own)
{
  Window *self = g_new0 (Window, 1);
  const gsize n = own->n;

  self->work = g_new (double, 2 * KERNEL_ROUTE_WORK (n));
  self->used = g_memdup2 (own->used, n);
  self->is_fit = own->n_used >= KERNEL_LINKAGE_FEWEST;
  for (int way = 0; way < 2 && self->is_fit; way++) {
    const KernelBasisAsked asked = { n, self->used, own->season, way == 1, 0, NULL };

    self->is_fit = kernel_linkage_route (&asked, self->work + way * KERNEL_ROUTE_WORK (n),
                                         &self->routes[way]) == KERNEL_OK;
  }

  return self;
}

/* Figures of one calendar, first period, and periods that are missing, and that are left out. */
static GBytes *
key_of (const LinkedPair *own)
{
  const gint64 head[] = { (gint64) own->from.calendar, own->from.ordinal, (gint64) own->season,
                          (gint64) own->n };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  for (gsize i = 0; i < own->n; i++) {
    const guint8 mark = (guint8) (own->used[i] + 2 * (isfinite (own->x[i]) != 0));

    g_byte_array_append (bytes, &mark, 1);
  }

  return g_byte_array_free_to_bytes (bytes);
}

static guint
find_window (LinkagePack *self, const LinkedPair *own)
{
  GBytes *key = key_of (own);
  gpointer number;

  if (g_hash_table_lookup_extended (self->window_numbers, key, NULL, &number)) {
    g_bytes_unref (key);
    return GPOINTER_TO_UINT (number);
  }
  g_hash_table_insert (self->window_numbers, key, GUINT_TO_POINTER (self->windows->len));
  g_ptr_array_add (self->windows, window_new (own));

  return self->windows->len - 1;
}

/* --- Figures ------------------------------------------------------------------------------------
 */

static void
pack_figure_free (gpointer data)
{
  PackFigure *self = data;

  g_free (self->name);
  g_clear_object (&self->series);
  g_free (self->refusal);
  linked_pair_clear (&self->own);
  g_free (self->numbers);
  g_free (self);
}

void
linkage_pack_init (LinkagePack *self)
{
  *self = (LinkagePack){
    .figures = g_ptr_array_new_with_free_func (pack_figure_free),
    .windows = g_ptr_array_new_with_free_func (window_free),
    .window_numbers =
        g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL),
  };
}

void
linkage_pack_clear (LinkagePack *self)
{
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->windows, g_ptr_array_unref);
  g_clear_pointer (&self->window_numbers, g_hash_table_unref);
}

/* What is new in the figure, both ways. */
static void
whiten (PackFigure *self, const Window *window)
{
  const gsize n = self->own.n;
  g_autofree gint64 *order = g_new (gint64, 2 * n);
  double *at;

  if (!window->is_fit || !kernel_linkage_varies (n, self->own.used, self->own.x))
    return;
  at = self->numbers = g_new (double, 4 * n);
  self->ways = (KernelBothWays){ { at, at + n, { 0 } }, { at + 2 * n, at + 3 * n, { 0 } } };
  self->is_white =
      kernel_route_whiten (&window->routes[0], self->own.x, order, &self->ways.level) ==
          KERNEL_OK &&
      kernel_route_whiten (&window->routes[1], self->own.x, order, &self->ways.change) == KERNEL_OK;
}

static char *
leave_events_out (PackFigure *self, GPtrArray *events)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < events->len; i++)
    if (!linked_pair_leave_out (&self->own, events->pdata[i], &error))
      return g_strdup (error->message);

  return NULL;
}

void
linkage_pack_add (LinkagePack *self,
                  char *name,
                  ScrutinySeries *series,
                  GPtrArray *events,
                  char *refusal)
{
  PackFigure *figure = g_new0 (PackFigure, 1);

  figure->name = name;
  figure->refusal = refusal;
  g_ptr_array_add (self->figures, figure);
  if (series)
    figure->series = g_object_ref (series);
  if (!series || scrutiny_series_get_n_values (series) == 0)
    return;
  linked_pair_init (&figure->own, series, series);
  if (!figure->refusal)
    figure->refusal = leave_events_out (figure, events);
  if (figure->refusal)
    return;
  figure->window = find_window (self, &figure->own);
  whiten (figure, self->windows->pdata[figure->window]);
}

const PackFigure *
linkage_pack_get (const LinkagePack *self, guint i)
{
  return self->figures->pdata[i];
}

/* --- Pairs --------------------------------------------------------------------------------------
 */

/* Whether a period, by its ordinal, is one of an event of the figure. */
static gboolean
is_event (const PackFigure *self, gint64 ordinal)
{
  const gint64 i = ordinal - self->own.from.ordinal;

  return i >= 0 && i < (gint64) self->own.n && !self->own.used[i] && isfinite (self->own.x[i]);
}

static void
leave_both_out (LinkedPair *pair, const PackFigure *x, const PackFigure *y)
{
  for (gsize i = 0; i < pair->n; i++) {
    const gint64 ordinal = pair->from.ordinal + (gint64) i;

    if (!pair->used[i] || !(is_event (x, ordinal) || is_event (y, ordinal)))
      continue;
    pair->used[i] = 0;
    pair->n_used--;
    pair->n_events++;
  }
}

static void
take_pair (PackAnswer *answer, const PackFigure *x, const PackFigure *y)
{
  answer->is_lent = x->window == y->window;
  if (answer->is_lent) {
    answer->pair = x->own;
    answer->pair.y = y->own.x;
    return;
  }
  linked_pair_init (&answer->pair, x->series, y->series);
  leave_both_out (&answer->pair, x, y);
}

/* Whether there is a period in which both were far out. */
static gboolean
has_shocks (const PackFigure *x, const PackFigure *y)
{
  const gsize n = x->own.n;
  g_autofree double *work = g_new (double, 4 * n);
  gsize shocks[KERNEL_BASIS_MOST_EVENTS];

  return kernel_linkage_shocks (n, &x->ways, &y->ways, work, shocks) > 0;
}

/* Whether a pair that moves together is looked at once more: for one event, or a season. */
static gboolean
needs_another_look (const PackAnswer *answer, const PackFigure *x, const PackFigure *y)
{
  const KernelSeasonTaken taken = kernel_season_taken (answer->pair.season, answer->pair.n_used);

  return taken == KERNEL_SEASON_PART || taken == KERNEL_SEASON_UNKNOWN || has_shocks (x, y);
}

/* What is new in each is known; only a pair that moves together and needs another look is looked
 * at from the values on.
 */
static KernelStatus
look (const LinkagePack *self,
      const PackFigure *x,
      const PackFigure *y,
      guint lag,
      PackAnswer *answer)
{
  const Window *window = self->windows->pdata[x->window];
  KernelStatus status;

  if (!answer->is_lent)
    return linked_pair_look (&answer->pair, lag, &answer->found);
  if (!x->is_white || !y->is_white)
    return KERNEL_ERR_DOMAIN;
  status = kernel_linkage_decide (answer->pair.n_used, window->routes, &x->ways, &y->ways, lag,
                                  &answer->found);

  return status == KERNEL_OK && answer->found.verdict == KERNEL_LINKAGE_MOVES_WITH &&
                 needs_another_look (answer, x, y)
             ? linked_pair_look (&answer->pair, lag, &answer->found)
             : status;
}

/* One without figures comes before one that was defined anew. */
static char *
dup_refusal (const PackFigure *x, const PackFigure *y)
{
  if ((!x->series && !x->refusal) || (!y->series && !y->refusal))
    return g_strdup (LINKAGE_NOTHING);
  if (x->refusal || y->refusal)
    return g_strdup (x->refusal ? x->refusal : y->refusal);

  return linked_pair_dup_refusal (x->series, y->series);
}

void
linkage_pack_ask (const LinkagePack *self, guint i, guint k, int max_lag, PackAnswer *answer)
{
  const PackFigure *x = linkage_pack_get (self, i), *y = linkage_pack_get (self, k);
  guint lag;

  *answer = (PackAnswer){ .is_lent = TRUE };
  answer->refusal = dup_refusal (x, y);
  if (answer->refusal)
    return;
  take_pair (answer, x, y);
  lag = linked_pair_choose_lag (&answer->pair, max_lag);
  answer->refusal = linked_pair_dup_lack (&answer->pair, lag);
  if (!answer->refusal && look (self, x, y, lag, answer) != KERNEL_OK)
    answer->refusal = g_strdup (LINKAGE_NOTHING_LEFT);
}

void
pack_answer_clear (PackAnswer *self)
{
  g_clear_pointer (&self->refusal, g_free);
  if (!self->is_lent)
    linked_pair_clear (&self->pair);
}
