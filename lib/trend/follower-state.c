/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/follower-state.h"

#include <math.h>
#include <string.h>

/* The state: these 24 letters, then little-endian numbers of 8 bytes and texts. */
#define MAGIC "scrutiny.chart-watch/1\r\n"
#define MOST_ORDINAL (G_GINT64_CONSTANT (1) << 40)
#define MOST_POINTS (G_GUINT64_CONSTANT (1) << 53)

/* One field after the other, read or written by the same code, so that both agree. */
typedef struct {
  GByteArray *out;  /* NULL when reading */
  const guint8 *at; /* what is left */
  gsize n_left;
  gboolean is_wrong;
} Fields;

static void
field_bits (Fields *self, guint64 *bits)
{
  guint64 little = GUINT64_TO_LE (*bits);

  if (self->out) {
    g_byte_array_append (self->out, (const guint8 *) &little, sizeof little);
    return;
  }
  if (self->n_left < sizeof little) {
    self->is_wrong = TRUE;
    self->n_left = 0;
    *bits = 0;
    return;
  }
  memcpy (&little, self->at, sizeof little);
  self->at += sizeof little;
  self->n_left -= sizeof little;
  *bits = GUINT64_FROM_LE (little);
}

/* From 0 to @most. */
static guint64
field_count (Fields *self, guint64 count, guint64 most)
{
  field_bits (self, &count);
  if (count <= most)
    return count;
  self->is_wrong = TRUE;

  return 0;
}

static gboolean
field_flag (Fields *self, gboolean flag)
{
  return (gboolean) field_count (self, flag ? 1 : 0, 1);
}

/* 0, 1 or -1, written as 0, 1 and 2. */
static int
field_sign (Fields *self, int sign)
{
  const guint64 code = field_count (self, sign < 0 ? 2 : (guint64) sign, 2);

  return code == 2 ? -1 : (int) code;
}

static gint64
field_ordinal (Fields *self, gint64 ordinal)
{
  guint64 bits;

  memcpy (&bits, &ordinal, sizeof bits);
  field_bits (self, &bits);
  memcpy (&ordinal, &bits, sizeof bits);
  if (ordinal >= -MOST_ORDINAL && ordinal <= MOST_ORDINAL)
    return ordinal;
  self->is_wrong = TRUE;

  return 0;
}

/* A number, or NaN; never infinite. */
static double
field_double (Fields *self, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  field_bits (self, &bits);
  memcpy (&number, &bits, sizeof bits);
  if (!isinf (number))
    return number;
  self->is_wrong = TRUE;

  return NAN;
}

static double
field_number (Fields *self, double number)
{
  number = field_double (self, number);
  self->is_wrong = self->is_wrong || isnan (number);

  return number;
}

/* No more than there are bytes left, when reading: what was written can be read, however long. */
static gsize
field_length (Fields *self, gsize length)
{
  return (gsize) field_count (self, length, self->out ? length : self->n_left);
}

/* Its length, then its bytes; (transfer full). */
static char *
field_text (Fields *self, const char *text)
{
  const gsize length = field_length (self, text ? strlen (text) : 0);
  char *read;

  if (self->out) {
    g_byte_array_append (self->out, (const guint8 *) text, (guint) length);
    return NULL;
  }
  self->is_wrong = self->is_wrong || length > self->n_left ||
                   !g_utf8_validate ((const char *) self->at, (gssize) length, NULL);
  read = self->is_wrong ? g_strdup ("") : g_strndup ((const char *) self->at, length);
  if (!self->is_wrong) {
    self->at += length;
    self->n_left -= length;
  }

  return read;
}

static void
field_drawing (Fields *self, ChartDrawing *drawing)
{
  drawing->kind = (ScrutinyChartKind) field_count (self, drawing->kind, SCRUTINY_CHART_KIND_CUSUM);
  drawing->bridges = field_flag (self, drawing->bridges);
  drawing->goes_below_0 = field_flag (self, drawing->goes_below_0);
  drawing->width = field_number (self, drawing->width);
  drawing->weight = field_number (self, drawing->weight);
  drawing->allowance = field_number (self, drawing->allowance);
  drawing->decision = field_number (self, drawing->decision);
  self->is_wrong = self->is_wrong || drawing->kind == SCRUTINY_CHART_KIND_AUTO ||
                   !(drawing->width > 0) || !(drawing->weight > 0 && drawing->weight <= 1) ||
                   !(drawing->allowance >= 0) || !(drawing->decision > 0);
}

static void
field_estimate (Fields *self, ChartEstimate *estimate)
{
  estimate->centre = field_number (self, estimate->centre);
  estimate->slope = field_number (self, estimate->slope);
  estimate->level = field_number (self, estimate->level);
  estimate->sigma = field_double (self, estimate->sigma);
  estimate->reach = field_double (self, estimate->reach);
  self->is_wrong = self->is_wrong || estimate->sigma < 0;
}

static void
field_calendar (Fields *self, ChartFollower *follower)
{
  Period *like = &follower->like;

  like->calendar =
      (ScrutinyCalendar) field_count (self, like->calendar, SCRUTINY_CALENDAR_ACADEMIC_YEAR);
  like->window = PERIOD_PLAIN; /* no chart is drawn of others */
  like->length = 1;
  follower->unit = field_number (self, follower->unit);
  follower->are_shares = field_flag (self, follower->are_shares);
  follower->start = field_ordinal (self, follower->start);
}

static void
field_position (Fields *self, ChartFollower *follower)
{
  follower->n = field_count (self, follower->n, MOST_POINTS);
  follower->last = field_ordinal (self, follower->last);
  follower->is_last_excluded = field_flag (self, follower->is_last_excluded);
  follower->last_value = field_double (self, follower->last_value);
  follower->last_range = field_double (self, follower->last_range);
  follower->last_there = field_double (self, follower->last_there);
  follower->ewma.average = field_number (self, follower->ewma.average);
  follower->ewma.forgotten = field_number (self, follower->ewma.forgotten);
  follower->cusum.above = field_number (self, follower->cusum.above);
  follower->cusum.below = field_number (self, follower->cusum.below);
  self->is_wrong = self->is_wrong || follower->last < follower->start ||
                   !(follower->ewma.forgotten >= 0 && follower->ewma.forgotten <= 1) ||
                   !(follower->cusum.above >= 0) || !(follower->cusum.below <= 0);
}

static void
field_runs (Fields *self, ChartFollower *follower)
{
  KernelRunsState *runs = &follower->runs;

  runs->runs.useful = (gsize) field_count (self, runs->runs.useful, follower->n);
  runs->runs.longest = (gsize) field_count (self, runs->runs.longest, runs->runs.useful);
  runs->runs.chances = (gsize) field_count (self, runs->runs.chances, runs->runs.useful);
  runs->runs.crossings = (gsize) field_count (self, runs->runs.crossings, runs->runs.chances);
  runs->length = (gsize) field_count (self, runs->length, runs->runs.longest);
  runs->side = field_sign (self, runs->side);
  follower->run_start = field_ordinal (self, follower->run_start);
  follower->longest_start = field_ordinal (self, follower->longest_start);
  follower->longest_side = field_sign (self, follower->longest_side);
  follower->first_useful = field_ordinal (self, follower->first_useful);
  follower->count.above = (gsize) field_count (self, follower->count.above, runs->runs.useful);
  follower->count.below = (gsize) field_count (self, follower->count.below, runs->runs.useful);
  follower->count.runs = (gsize) field_count (self, follower->count.runs, runs->runs.useful);
  follower->count_side = field_sign (self, follower->count_side);
}

static void
field_names (Fields *self, ChartFollower *follower)
{
  const guint n = follower->names ? g_strv_length (follower->names) : 0;
  const gsize n_names = field_length (self, n);
  g_auto (GStrv) names = g_new0 (char *, n_names + 1);

  for (gsize k = 0; k < n_names; k++)
    names[k] = field_text (self, n ? follower->names[k] : NULL);
  if (!self->out && !self->is_wrong)
    self->is_wrong = !chart_follower_set_rules (follower, (const char *const *) names, NULL);
}

static void
field_tail (Fields *self, RuleWatch *watch)
{
  const guint n = (guint) field_count (self, watch->tail->len, watch->pattern.window + 1);
  gint64 before = -MOST_ORDINAL - 1;

  for (guint i = 0; i < n && !self->is_wrong; i++) {
    WatchedPoint point =
        self->out ? g_array_index (watch->tail, WatchedPoint, i) : (WatchedPoint){ 0 };

    point.ordinal = field_ordinal (self, point.ordinal);
    point.value = field_number (self, point.value);
    point.centre = field_number (self, point.centre);
    point.spread = field_double (self, point.spread);
    self->is_wrong = self->is_wrong || point.ordinal <= before;
    before = point.ordinal;
    if (!self->out)
      g_array_append_val (watch->tail, point);
  }
}

static void
field_rules (Fields *self, ChartFollower *follower)
{
  for (guint k = 0; follower->rules && k < follower->rules->len && !self->is_wrong; k++) {
    FollowedRule *followed = &g_array_index (follower->rules, FollowedRule, k);

    followed->was = field_flag (self, followed->was);
    followed->watch.is_broken = field_flag (self, followed->watch.is_broken);
    field_tail (self, &followed->watch);
  }
}

/* What is kept lies between the first point and the last, and those in years that are read. */
static gboolean
is_in_time (const ChartFollower *follower)
{
  Period first = follower->like, last = follower->like;
  const gint64 others[] = { follower->run_start, follower->longest_start, follower->first_useful };
  gboolean is_in = TRUE;

  first.ordinal = follower->start;
  last.ordinal = follower->last;
  for (guint k = 0; k < G_N_ELEMENTS (others); k++)
    is_in = is_in && others[k] >= follower->start && others[k] <= follower->last;
  for (guint k = 0; follower->rules && k < follower->rules->len; k++) {
    const GArray *tail = g_array_index (follower->rules, FollowedRule, k).watch.tail;

    is_in =
        is_in && (tail->len == 0 ||
                  (g_array_index (tail, WatchedPoint, 0).ordinal >= follower->start &&
                   g_array_index (tail, WatchedPoint, tail->len - 1).ordinal <= follower->last));
  }

  return is_in && period_is_in_range (&first) && period_is_in_range (&last);
}

static void
field_all (Fields *self, ChartFollower *follower)
{
  field_drawing (self, &follower->drawing);
  field_estimate (self, &follower->estimate);
  field_calendar (self, follower);
  field_position (self, follower);
  field_runs (self, follower);
  field_names (self, follower);
  field_rules (self, follower);
}

GBytes *
follower_state_save (const ChartFollower *self)
{
  Fields fields = { .out = g_byte_array_new () };
  ChartFollower copy = *self; /* fields are read back from what is written */

  g_byte_array_append (fields.out, (const guint8 *) MAGIC, strlen (MAGIC));
  field_all (&fields, &copy);

  return g_byte_array_free_to_bytes (fields.out);
}

gboolean
follower_state_read (ChartFollower *self, GBytes *state)
{
  Fields fields = { 0 };

  *self = (ChartFollower){ .drawing = chart_drawing_none () };
  fields.at = g_bytes_get_data (state, &fields.n_left);
  if (fields.n_left < strlen (MAGIC) || memcmp (fields.at, MAGIC, strlen (MAGIC)) != 0)
    return FALSE;
  fields.at += strlen (MAGIC);
  fields.n_left -= strlen (MAGIC);
  field_all (&fields, self);

  return !fields.is_wrong && fields.n_left == 0 && is_in_time (self);
}
