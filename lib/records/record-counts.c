/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-counts.h"

#include <math.h>

/* --- The frame -------------------------------------------------------------------------------- */

static void
find_range (RecordFrame *self)
{
  gint64 last = 0;

  for (guint i = 0; i <= self->versions->asked; i++) {
    const RecordSteps *steps = record_versions_get (self->versions, i)->steps;
    const gint64 end = steps->first + (gint64) steps->n;

    if (steps->n == 0)
      continue;
    self->first = self->n == 0 ? steps->first : MIN (self->first, steps->first);
    last = self->n == 0 ? end : MAX (last, end);
    self->n = (gsize) (last - self->first);
  }
}

static void
find_keys (RecordFrame *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i <= self->versions->asked; i++) {
    const GStrv keys = record_versions_get (self->versions, i)->steps->keys;

    for (gsize k = 0; keys[k]; k++)
      if (!g_ptr_array_find_with_equal_func (self->keys, keys[k], g_str_equal, NULL))
        g_ptr_array_add (self->keys, g_strdup (keys[k]));
  }
}

void
record_frame_init (RecordFrame *self,
                   const RecordVersions *versions,
                   ScrutinyCalendar calendar,
                   double threshold)
{
  *self = (RecordFrame){ .versions = versions, .threshold = threshold };
  find_range (self);
  find_keys (self);
  self->spans = record_spans_new (calendar, self->first, self->n);
}

void
record_frame_clear (RecordFrame *self)
{
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
}

const RecordSpan *
record_frame_get_span (const RecordFrame *self, gsize span)
{
  return &g_array_index (self->spans, RecordSpan, span);
}

/* Of a share what counts and the rest are apart; of a rate the rest is all there is. */
static double
count_at (const double *counted, const double *others, RecordTermKind kind, gsize step)
{
  return (kind == RECORD_TERM_OTHERS ? 0 : counted[step]) +
         (kind == RECORD_TERM_COUNTED ? 0 : others[step]);
}

void
record_frame_add_up (const RecordFrame *self,
                     const RecordVersion *version,
                     gsize key,
                     RecordTermKind kind,
                     double *sums)
{
  const RecordSteps *steps = version->steps;
  const double *counted = record_steps_find (steps, self->keys->pdata[key], STEPS_COUNTED);
  const double *others = record_steps_find (steps, self->keys->pdata[key], STEPS_OTHERS);
  const gsize offset = (gsize) (steps->first - self->first);

  sums[0] = 0;
  for (gsize i = 0; i < self->n; i++) {
    const gboolean is_in = counted && steps->n > 0 && i >= offset && i < offset + steps->n;

    sums[i + 1] = sums[i] + (is_in ? count_at (counted, others, kind, i - offset) : 0);
  }
}

/* --- What several figures tell together ------------------------------------------------------- */

/* A share has what counts, the rest and both; a rate what counts and all rows; else there is one
 * count.
 */
static guint
count_kinds (const RecordVersion *version)
{
  return !version->steps->has_others               ? RECORD_TERM_COUNTED + 1
         : version->plan->kind == DEFINITION_SHARE ? RECORD_N_TERMS
                                                   : RECORD_TERM_OTHERS + 1;
}

static gboolean
are_dated_alike (const RecordVersion *one, const RecordVersion *other)
{
  g_autofree char *first = expression_dup_text (one->plan->dated),
                  *second = expression_dup_text (other->plan->dated);

  return g_str_equal (first, second);
}

typedef struct {
  const RecordVersions *versions;
  const RecordOverlaps *overlaps;
  gboolean *is_dated_alike; /* of each version before, as the version itself */
  RecordMix next;
  GArray *mixes;
} Mixing;

/* A term of the version, and one before it that is small by itself. */
static gboolean
is_pair (const RecordMix *mix)
{
  return mix->n_terms == 2 && mix->terms[1].kind != RECORD_TERM_BOTH;
}

static void
take (Mixing *self)
{
  RecordMix mix = self->next;
  const RecordSum sum = self->overlaps->is_known
                            ? record_overlaps_sum (self->overlaps, mix.terms, mix.n_terms)
                        : mix.n_terms == 2 ? RECORD_SUM_COUNTS
                                           : RECORD_SUM_BOTH_WAYS;

  if (sum == RECORD_SUM_BOTH_WAYS || (sum == RECORD_SUM_NOTHING && !is_pair (&mix)))
    return;
  mix.is_dated_alike = TRUE;
  for (guint i = 0; i < mix.n_terms; i++)
    mix.terms[i].sign *= sum == RECORD_SUM_BELOW ? -1 : 1;
  for (guint i = 1; i < mix.n_terms; i++)
    mix.is_dated_alike &= self->is_dated_alike[mix.terms[i].version];
  g_array_append_val (self->mixes, mix);
}

/* Every way of adding or taking off one more figure from those before @end, down to the third.
 * All added up are no less than each of them.
 */
static void
mix_with (Mixing *self, guint end, gboolean has_minus)
{
  const guint at = self->next.n_terms++;

  for (guint i = 0; i < end; i++)
    for (guint kind = 0; kind < count_kinds (record_versions_get (self->versions, i)); kind++)
      for (int sign = -1; sign <= 1; sign += 2) {
        self->next.terms[at] = (RecordTerm){ i, kind, sign };
        if (has_minus || sign < 0)
          take (self);
        if (at + 1 < G_N_ELEMENTS (self->next.terms))
          mix_with (self, i, has_minus || sign < 0);
      }
  self->next.n_terms--;
}

GArray *
record_mixes_new (const RecordVersions *versions, guint version, const RecordOverlaps *overlaps)
{
  const RecordVersion *last = record_versions_get (versions, version);
  g_autofree gboolean *is_dated_alike = g_new0 (gboolean, version + 1);
  Mixing self = { .versions = versions,
                  .overlaps = overlaps,
                  .is_dated_alike = is_dated_alike,
                  .mixes = g_array_new (FALSE, FALSE, sizeof (RecordMix)) };

  for (guint i = 0; i < version; i++)
    is_dated_alike[i] = are_dated_alike (last, record_versions_get (versions, i));
  for (guint kind = 0; kind < count_kinds (last); kind++) {
    self.next.terms[0] = (RecordTerm){ version, kind, 1 };
    self.next.n_terms = 1;
    mix_with (&self, version, FALSE);
  }

  return self.mixes;
}

static double *
add_up_mix (const RecordFrame *self, gsize key, const RecordMix *mix)
{
  g_autofree double *sums = g_new (double, self->n + 1);
  double *all = g_new0 (double, self->n + 1);

  for (guint t = 0; t < mix->n_terms; t++) {
    const RecordTerm *term = &mix->terms[t];

    record_frame_add_up (self, record_versions_get (self->versions, term->version), key, term->kind,
                         sums);
    for (gsize i = 0; i <= self->n; i++)
      all[i] += term->sign * sums[i];
  }

  return all;
}

gboolean
record_mix_is_small (const RecordFrame *frame, gsize key, const RecordMix *mix, gsize n_steps)
{
  g_autofree double *sums = add_up_mix (frame, key, mix);

  for (gsize i = 0; i + n_steps <= frame->n; i++) {
    const double count = fabs (sums[i + n_steps] - sums[i]);

    if (count > 0 && count < frame->threshold)
      return TRUE;
  }

  return FALSE;
}

/* --- Counts ----------------------------------------------------------------------------------- */

static void
init_rooms (RecordCounts *self, RecordTermKind kind)
{
  const gsize n = self->frame->n;
  g_autofree double *sums = g_new (double, n + 1);

  record_frame_add_up (self->frame, self->version, self->key, kind, sums);
  self->falls[kind] = g_new (double, n + 1);
  self->rises[kind] = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++) {
    self->falls[kind][i] = sums[i + 1] - sums[i];
    self->rises[kind][i] = INFINITY;
  }
}

void
record_counts_init (RecordCounts *self, const RecordFrame *frame, RecordVersion *version, gsize key)
{
  *self = (RecordCounts){ .frame = frame, .version = version, .key = key };
  self->sums = g_array_new (FALSE, TRUE, sizeof (double));
  self->all_falls = g_array_new (FALSE, TRUE, sizeof (double));
  self->all_rises = g_array_new (FALSE, TRUE, sizeof (double));
  self->is_signed = g_array_new (FALSE, TRUE, sizeof (bool));
  for (guint kind = 0; kind < RECORD_N_TERMS; kind++)
    init_rooms (self, kind);
}

void
record_counts_clear (RecordCounts *self)
{
  g_clear_pointer (&self->sums, g_array_unref);
  g_clear_pointer (&self->all_falls, g_array_unref);
  g_clear_pointer (&self->all_rises, g_array_unref);
  g_clear_pointer (&self->is_signed, g_array_unref);
  for (guint kind = 0; kind < RECORD_N_TERMS; kind++) {
    g_free (self->falls[kind]);
    g_free (self->rises[kind]);
  }
}

static gboolean
goes_both_ways (const RecordCounts *self, const double *sums)
{
  gboolean rises = FALSE, falls = FALSE;

  for (gsize i = 0; i < self->frame->n; i++) {
    rises |= sums[i + 1] > sums[i];
    falls |= sums[i + 1] < sums[i];
  }

  return rises && falls;
}

/* A count that moves with a term of the version, or against it. */
static void
add_count (RecordCounts *self, const double *sums, const RecordTerm *term)
{
  const guint n = (guint) self->frame->n;
  const bool is_signed = false;

  g_array_append_vals (self->sums, sums, n + 1);
  g_array_append_vals (self->all_falls, (term->sign > 0 ? self->falls : self->rises)[term->kind],
                       n);
  g_array_append_vals (self->all_rises, (term->sign > 0 ? self->rises : self->falls)[term->kind],
                       n);
  g_array_append_val (self->is_signed, is_signed);
}

static void
add_signed (RecordCounts *self, const double *sums)
{
  const double any = INFINITY;
  const bool is_signed = true;

  g_array_append_vals (self->sums, sums, (guint) self->frame->n + 1);
  for (gsize i = 0; i < self->frame->n; i++) {
    g_array_append_val (self->all_falls, any);
    g_array_append_val (self->all_rises, any);
  }
  g_array_append_val (self->is_signed, is_signed);
}

static guint
count_own (const RecordVersion *version)
{
  return version->steps->has_others ? STEPS_N_COUNTS : 1;
}

static void
add_own (RecordCounts *self)
{
  g_autofree double *sums = g_new (double, self->frame->n + 1);

  for (guint k = 0; k < count_own (self->version); k++) {
    const RecordTerm term = { 0, k, 1 };

    record_frame_add_up (self->frame, self->version, self->key, k, sums);
    add_count (self, sums, &term);
  }
}

/* Of one part that was changed those that count, or the rest, tell what both do.  What counts rows
 * is among the mixes.
 */
static void
add_change (RecordCounts *self, const RecordVersion *before)
{
  const gsize n = self->frame->n + 1;
  g_autofree double *now = g_new (double, n), *then = g_new (double, n);

  for (guint k = 0; k < MIN (count_own (self->version), count_own (before)); k++) {
    record_frame_add_up (self->frame, self->version, self->key, k, now);
    record_frame_add_up (self->frame, before, self->key, k, then);
    for (gsize i = 0; i < n; i++)
      now[i] -= then[i];
    if (goes_both_ways (self, now))
      add_signed (self, now);
  }
}

/* --- Of several figures ----------------------------------------------------------------------- */

static RecordVersion *
version_of (const RecordCounts *self, const RecordTerm *term)
{
  return record_versions_get (self->frame->versions, term->version);
}

static bool *
hidden_of (const RecordCounts *self, const RecordVersion *version)
{
  return version->is_hidden + self->key * self->frame->spans->len;
}

/* Nothing of it was given out. */
static gboolean
is_all_hidden (const RecordCounts *self, const RecordVersion *version)
{
  for (gsize s = 0; s < self->frame->spans->len; s++)
    if (!hidden_of (self, version)[s])
      return FALSE;

  return TRUE;
}

static gboolean
was_given_out (const RecordCounts *self, const RecordMix *mix)
{
  for (guint t = 1; t < mix->n_terms; t++)
    if (is_all_hidden (self, version_of (self, &mix->terms[t])))
      return FALSE;

  return TRUE;
}

/* NULL where it counts nothing: nothing of it was given out, or it goes both ways after all. */
static double *
find_mix (const RecordCounts *self, const RecordMix *mix)
{
  g_autofree double *all =
      was_given_out (self, mix) ? add_up_mix (self->frame, self->key, mix) : NULL;

  return all && mix->is_dated_alike && goes_both_ways (self, all) ? NULL : g_steal_pointer (&all);
}

/* What rows it does not know to have in common may be turned round. */
static RecordTerm
turn (const RecordMix *mix, double *sums, gsize n)
{
  RecordTerm term = mix->terms[0];

  if (sums[n] >= 0)
    return term;
  term.sign = -term.sign;
  for (gsize i = 0; i <= n; i++)
    sums[i] = -sums[i];

  return term;
}

/* What counts rows is never below nothing, and so the version does not fall below what is taken off
 * it, nor rise above what it is taken off.
 */
static void
limit_rooms (RecordCounts *self, const RecordTerm *term, const double *sums)
{
  double *rooms = (term->sign > 0 ? self->falls : self->rises)[term->kind];

  for (gsize i = 0; i < self->frame->n; i++)
    rooms[i] = fmin (rooms[i], sums[i + 1] - sums[i]);
}

/* What one leaves open of a small count another would close by showing more of the same rows. */
static void
hide_with (RecordCounts *self, const RecordMix *mix)
{
  const bool *before = hidden_of (self, version_of (self, &mix->terms[1]));
  bool *is_hidden = hidden_of (self, self->version);

  for (gsize s = 0; s < self->frame->spans->len; s++)
    is_hidden[s] |= before[s];
}

static gboolean
has_small_step (const RecordFrame *frame, const double *sums)
{
  for (gsize i = 0; i < frame->n; i++) {
    const double step = sums[i + 1] - sums[i];

    if (step > 0 && step < frame->threshold)
      return TRUE;
  }

  return FALSE;
}

/* Before anything is added: FALSE as record_counts_fill(). */
static gboolean
look_at_mix (RecordCounts *self, const RecordMix *mix)
{
  const gsize n = self->frame->n;
  g_autofree double *sums = find_mix (self, mix);
  RecordTerm term;

  if (!sums)
    return TRUE;
  term = turn (mix, sums, n);
  if (!mix->is_dated_alike)
    return sums[n] == 0 || sums[n] >= self->frame->threshold;
  if (is_pair (mix))
    hide_with (self, mix);
  if (sums[n] > 0)
    limit_rooms (self, &term, sums);

  return TRUE;
}

static void
add_mix (RecordCounts *self, const RecordMix *mix)
{
  g_autofree double *sums = mix->is_dated_alike ? find_mix (self, mix) : NULL;
  RecordTerm term;

  if (!sums)
    return;
  term = turn (mix, sums, self->frame->n);
  if (has_small_step (self->frame, sums))
    add_count (self, sums, &term);
}

gboolean
record_counts_fill (RecordCounts *self, guint at, GArray *mixes)
{
  gboolean can_be_shown = TRUE;

  for (guint i = 0; i < mixes->len; i++)
    can_be_shown &= look_at_mix (self, &g_array_index (mixes, RecordMix, i));
  add_own (self);
  for (guint i = 0; i < at; i++)
    if (record_version_came_from (self->version, record_versions_get (self->frame->versions, i)))
      add_change (self, record_versions_get (self->frame->versions, i));
  for (guint i = 0; i < mixes->len; i++)
    add_mix (self, &g_array_index (mixes, RecordMix, i));

  return can_be_shown;
}
