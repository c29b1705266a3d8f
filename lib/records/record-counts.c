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

static void
take (Mixing *self)
{
  RecordMix mix = self->next;
  const int sign = self->overlaps->is_known
                       ? record_overlaps_sign (self->overlaps, mix.terms, mix.n_terms)
                       : mix.n_terms == 2;

  if (sign == 0)
    return;
  for (guint i = 0; i < mix.n_terms; i++)
    mix.terms[i].sign *= sign;
  mix.is_dated_alike = TRUE;
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

/* --- Counts ----------------------------------------------------------------------------------- */

void
record_counts_init (RecordCounts *self, const RecordFrame *frame, gsize key)
{
  self->frame = frame;
  self->key = key;
  self->sums = g_array_new (FALSE, TRUE, sizeof (double));
  self->is_signed = g_array_new (FALSE, TRUE, sizeof (bool));
}

void
record_counts_clear (RecordCounts *self)
{
  g_clear_pointer (&self->sums, g_array_unref);
  g_clear_pointer (&self->is_signed, g_array_unref);
}

/* Whether a difference is one of cases that were left out, or put in: then it is a count. */
static void
find_sign (const double *sums, gsize n, gboolean *rises, gboolean *falls)
{
  *rises = *falls = FALSE;
  for (gsize i = 0; i < n; i++) {
    *rises |= sums[i + 1] > sums[i];
    *falls |= sums[i + 1] < sums[i];
  }
}

/* Turned round where that makes it a count. */
static void
add_sums (RecordCounts *self, double *sums)
{
  const gsize n = self->frame->n;
  gboolean rises, falls;
  bool is_signed;

  find_sign (sums, n, &rises, &falls);
  if (!rises && !falls)
    return;
  for (gsize i = 0; falls && !rises && i <= n; i++)
    sums[i] = -sums[i];
  is_signed = rises && falls;
  g_array_append_vals (self->sums, sums, (guint) n + 1);
  g_array_append_val (self->is_signed, is_signed);
}

static guint
count_own (const RecordVersion *version)
{
  return version->steps->has_others ? STEPS_N_COUNTS : 1;
}

void
record_counts_add_own (RecordCounts *self, const RecordVersion *version)
{
  g_autofree double *sums = g_new (double, self->frame->n + 1);

  for (guint k = 0; k < count_own (version); k++) {
    record_frame_add_up (self->frame, version, self->key, k, sums);
    add_sums (self, sums);
  }
}

/* Of one part that was changed those that count, or the rest, tell what both do. */
void
record_counts_add_change (RecordCounts *self,
                          const RecordVersion *version,
                          const RecordVersion *before)
{
  const gsize n = self->frame->n + 1;
  g_autofree double *now = g_new (double, n), *then = g_new (double, n);

  for (guint k = 0; k < MIN (count_own (version), count_own (before)); k++) {
    record_frame_add_up (self->frame, version, self->key, k, now);
    record_frame_add_up (self->frame, before, self->key, k, then);
    for (gsize i = 0; i < n; i++)
      now[i] -= then[i];
    add_sums (self, now);
  }
}

/* --- Of several figures ----------------------------------------------------------------------- */

static double *
add_up_mix (const RecordCounts *self, const RecordMix *mix)
{
  const RecordFrame *frame = self->frame;
  g_autofree double *sums = g_new (double, frame->n + 1);
  double *all = g_new0 (double, frame->n + 1);

  for (guint t = 0; t < mix->n_terms; t++) {
    const RecordTerm *term = &mix->terms[t];

    record_frame_add_up (frame, record_versions_get (frame->versions, term->version), self->key,
                         term->kind, sums);
    for (gsize i = 0; i <= frame->n; i++)
      all[i] += term->sign * sums[i];
  }

  return all;
}

static gboolean
has_small_step (const RecordFrame *frame, const double *sums)
{
  for (gsize i = 0; i < frame->n; i++) {
    const double step = fabs (sums[i + 1] - sums[i]);

    if (step > 0 && step < frame->threshold)
      return TRUE;
  }

  return FALSE;
}

/* What goes both ways by steps, of rows that nothing more is known of, counts nothing. */
static void
add_steps (RecordCounts *self, double *sums)
{
  gboolean rises, falls;

  find_sign (sums, self->frame->n, &rises, &falls);
  if (!(rises && falls) && has_small_step (self->frame, sums))
    add_sums (self, sums);
}

/* Nothing of it was given out. */
static gboolean
is_all_hidden (const RecordCounts *self, const RecordVersion *version)
{
  const gsize n = self->frame->spans->len;

  for (gsize s = 0; s < n; s++)
    if (!version->is_hidden[self->key * n + s])
      return FALSE;

  return TRUE;
}

gboolean
record_counts_add_mix (RecordCounts *self, const RecordMix *mix)
{
  const RecordFrame *frame = self->frame;
  g_autofree double *sums = NULL;
  double all;

  for (guint t = 1; t < mix->n_terms; t++)
    if (is_all_hidden (self, record_versions_get (frame->versions, mix->terms[t].version)))
      return TRUE;
  sums = add_up_mix (self, mix);
  all = fabs (sums[frame->n]);
  if (mix->is_dated_alike)
    add_steps (self, sums);

  return mix->is_dated_alike || all == 0 || all >= frame->threshold;
}
