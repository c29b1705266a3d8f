/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-look.h"

#include <math.h>

/* Fewer cannot tell. */
#define FEWEST_EXPECTED 10.0
#define FEWEST_FILLED 15
#define FEWEST_OTHERS 20

/* The window may hold as much of what is around it, and the counts around it may differ from
 * their curve by as much of themselves.
 */
#define MOST_IN_WINDOW 0.5
#define MOST_UNEVEN 1.0

static double
count_around (const PileupAsked *asked, const PileupLengths *lengths, guint part)
{
  const gint64 half = (gint64) asked->shape.half;

  return pileup_lengths_sum (lengths, part, asked->limit - half, asked->limit + half);
}

/* Rows around the window in which there is a case. */
static gsize
count_filled (const PileupAsked *asked, const KernelLengths *counted)
{
  const gint64 half = (gint64) asked->shape.half;
  gsize n = 0;

  for (gint64 length = asked->limit - half; length <= asked->limit + half; length++) {
    const gint64 i = length - counted->first;
    const gboolean is_in_window =
        length >= pileup_asked_first (asked) && length <= pileup_asked_last (asked);

    if (i < 0 || is_in_window || !(counted->counts[i] > 0))
      continue;
    n += !counted->rows || i == 0 || counted->rows[i] != counted->rows[i - 1];
  }

  return n;
}

/* By how much of themselves the counts outside the window differ from their curve, beyond what
 * independent cases do.
 */
static double
unevenness (const PileupLook *self, const PileupAsked *asked, double n_around)
{
  gint64 n = -pileup_asked_n_window (asked);

  for (gsize i = 0; i < 2 * asked->shape.half + 1; i++)
    n += !isnan (self->around[i]);

  return sqrt ((self->at.dispersion - 1) * (double) n / (n_around - self->at.observed));
}

static char *
dup_reason_of_rows (gsize n_filled, const PileupAsked *asked)
{
  const char *many = asked->unit->many;

  if (asked->disclosure > 1)
    return g_strdup_printf ("Lengths near %" G_GINT64_FORMAT " %s, taken together until %u cases "
                            "may be shown, are only %" G_GSIZE_FORMAT
                            " rows, and %d are needed to say what to expect: ask for more cases.",
                            asked->limit, many, asked->disclosure, n_filled, FEWEST_FILLED);

  return g_strdup_printf ("Only %" G_GSIZE_FORMAT " other lengths near %" G_GINT64_FORMAT
                          " %s have a case, and %d are needed to say what to expect: ask for "
                          "more cases, or a finer unit.",
                          n_filled, asked->limit, many, FEWEST_FILLED);
}

static char *
dup_reason_of_counts (const PileupLook *self, const PileupAsked *asked, double n_around)
{
  const char *many = asked->unit->many;

  if (self->at.expected < FEWEST_EXPECTED && self->at.observed <= n_around * MOST_IN_WINDOW)
    return g_strdup_printf ("About %.0f cases are to be expected up to %" G_GINT64_FORMAT
                            " %s, and %.0f are needed: ask for more cases.",
                            self->at.expected, asked->limit, many, FEWEST_EXPECTED);
  if (self->at.observed > n_around * MOST_IN_WINDOW)
    return g_strdup_printf ("Most of the cases near %" G_GINT64_FORMAT
                            " %s lie in the window itself, so what to expect there cannot be "
                            "told from the others: ask for a finer unit.",
                            asked->limit, many);
  if (unevenness (self, asked, n_around) > MOST_UNEVEN)
    return g_strdup_printf ("The counts near %" G_GINT64_FORMAT
                            " %s rise and fall by more than a smooth curve can follow: ask for "
                            "cases of one kind, or another unit.",
                            asked->limit, many);

  return NULL;
}

static char *
dup_reason (const PileupLook *self,
            const PileupAsked *asked,
            const PileupLengths *lengths,
            guint part)
{
  const gsize n_filled = count_filled (asked, &lengths->lengths[part]);
  char *reason;

  if (lengths->n_cases[part] == 0)
    return g_strdup ("There are no cases with a length: ask for how long each one took.");
  if (pileup_asked_first (asked) >= lengths->lengths[part].first && n_filled < FEWEST_FILLED)
    return dup_reason_of_rows (n_filled, asked);
  if (!self->has_fit)
    return g_strdup_printf ("The limit of %" G_GINT64_FORMAT
                            " %s is too near the shortest length for a window and what is "
                            "around it: ask for a finer unit.",
                            asked->limit, asked->unit->many);

  reason = dup_reason_of_counts (self, asked, count_around (asked, lengths, part));
  if (!reason && self->n_others < FEWEST_OTHERS)
    reason = g_strdup_printf ("Only %" G_GSIZE_FORMAT
                              " other limits can be set beside this one, and %d are needed: "
                              "take more lengths around it.",
                              self->n_others, FEWEST_OTHERS);

  return reason;
}

/* A polynomial through the counts themselves, which those that pile up are put back beyond. */
static gboolean
look_as_economists (const PileupAsked *asked, const KernelLengths *counted, KernelBunching *found)
{
  const gint64 low = MAX (asked->limit - (gint64) asked->shape.half, counted->first);
  const gsize limit = (gsize) (asked->limit - low), n = limit + asked->shape.half + 1;
  const KernelBunchingShape shape = { .limit = limit,
                                      .before = asked->shape.before,
                                      .after = asked->shape.after,
                                      .degree = PILEUP_BUNCHING_DEGREE,
                                      .adds_up = TRUE };
  g_autofree double *work = g_new (double, kernel_bunching_n_work (n, shape.degree));

  return kernel_bunching (n, counted->counts + (low - counted->first), &shape, work, found) ==
             KERNEL_OK &&
         isfinite (found->ratio);
}

void
pileup_look_init (PileupLook *self,
                  const PileupAsked *asked,
                  const PileupLengths *lengths,
                  guint part)
{
  const KernelLengths *counted = &lengths->lengths[part];
  const KernelPileUpShape *shape = &asked->shape;
  g_autofree double *work = g_new (double, kernel_pile_up_n_work (shape));

  *self = (PileupLook){ .p = NAN, .p_others = NAN };
  self->around = g_new (double, 2 * shape->half + 1);
  self->has_fit =
      lengths->n_cases[part] > 0 &&
      kernel_pile_up (counted, shape, asked->limit, self->around, work, &self->at) == KERNEL_OK &&
      isfinite (self->at.z);
  if (self->has_fit) {
    self->has_beyond =
        kernel_pile_up_beyond (counted, shape, asked->limit, work, &self->beyond) == KERNEL_OK &&
        isfinite (self->beyond.expected);
    self->has_bunching = look_as_economists (asked, counted, &self->bunching);
    self->p_others =
        kernel_pile_up_rank (counted, shape, asked->limit, self->at.z, work, &self->n_others);
  }
  self->cannot_tell = dup_reason (self, asked, lengths, part);
  if (!self->cannot_tell)
    self->p = fmax (self->at.p, self->p_others);
}

void
pileup_look_clear (PileupLook *self)
{
  g_clear_pointer (&self->around, g_free);
  g_clear_pointer (&self->cannot_tell, g_free);
}

const char *
pileup_look_get_verdict (const PileupLook *self)
{
  if (self->cannot_tell)
    return "cannot-tell";

  return self->p < PILEUP_LEVEL ? "excess" : "none";
}
