/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-spread.h"

#include <math.h>

#include "base/array-bytes.h"
#include "base/error-private.h"
#include "base/printed.h"
#include "base/table-private.h"

#define MOST_BINS 1000000

/* One step of one group. */
typedef struct {
  guint32 group;
  double place; /* of the step: its number */
  guint64 n;
} Bin;

struct _RecordSpread {
  double step;
  GPtrArray *groups;   /* texts, as first met */
  GHashTable *numbers; /* of text: 1 + its number */
  GArray *bins;
  GHashTable *places; /* of a bin's group and place: 1 + where it is */
  gboolean is_full;
};

static guint
hash_bin (gconstpointer data)
{
  const Bin *self = data;

  return g_double_hash (&self->place) * 31 + self->group;
}

static gboolean
equal_bins (gconstpointer a, gconstpointer b)
{
  const Bin *one = a, *other = b;

  return one->group == other->group && one->place == other->place;
}

RecordSpread *
record_spread_new (double step)
{
  RecordSpread *self = g_new0 (RecordSpread, 1);

  self->step = step;
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  self->places = g_hash_table_new_full (hash_bin, equal_bins, g_free, NULL);

  return self;
}

void
record_spread_free (RecordSpread *self)
{
  if (!self)
    return;

  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->bins);
  g_free (self);
}

gboolean
record_spread_check (const RecordSpread *self, GError **error)
{
  if (self->is_full)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                           "Records: %d groups and steps and more; count by something that has "
                           "fewer, or in longer steps",
                           MOST_BINS);

  return !self->is_full;
}

static guint32
find_group (RecordSpread *self, const char *group)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, group));

  if (found == 0) {
    g_ptr_array_add (self->groups, g_strdup (group));
    found = self->groups->len;
    g_hash_table_insert (self->numbers, self->groups->pdata[found - 1], GUINT_TO_POINTER (found));
  }

  return found - 1;
}

void
record_spread_add (RecordSpread *self, const char *group, double measure)
{
  if (self->is_full)
    return;
  /* No nought below nought: the two are one step. */
  const Bin wanted = { find_group (self, group), floor (measure / self->step) + 0.0, 1 };
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &wanted));

  if (found > 0) {
    g_array_index (self->bins, Bin, found - 1).n++;
    return;
  }
  self->is_full |= self->bins->len >= MOST_BINS;
  if (self->is_full)
    return;
  g_array_append_val (self->bins, wanted);
  g_hash_table_insert (self->places, g_memdup2 (&wanted, sizeof wanted),
                       GUINT_TO_POINTER (self->bins->len));
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Bin *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;

  return one->group < other->group ? -1 : one->group > other->group;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Bin *one = a, *other = b;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

/* How many of the groups, the largest first, stand for themselves. */
static guint
count_shown (const GArray *sorted, guint least, guint64 *n_others)
{
  guint n_shown = sorted->len;

  *n_others = 0;
  while (n_shown > 0) {
    const guint64 n = g_array_index (sorted, Bin, n_shown - 1).n;

    if (n >= least && (*n_others == 0 || *n_others >= least))
      break;
    *n_others += n;
    n_shown--;
  }

  return n_shown;
}

static ScrutinyTable *
make_table (char **texts, const char *text_name, GArray *numbers, const char *name, GError **error)
{
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  g_autoptr (GBytes) bytes = array_bytes_take (numbers);
  g_autoptr (ScrutinyTable) one =
      scrutiny_table_copy_with_texts_take (bare, text_name, texts, error);

  return one ? scrutiny_table_copy_with_doubles (one, name, bytes, error) : NULL;
}

ScrutinyTable *
record_spread_make_groups (RecordSpread *self, guint suppress_below, guint round_to, GError **error)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint64 n_others;
  guint n_shown;

  g_array_sort (self->bins, compare_sizes);
  n_shown = count_shown (self->bins, suppress_below, &n_others);
  for (guint i = 0; i < n_shown; i++) {
    const Bin *bin = &g_array_index (self->bins, Bin, i);
    const double n = printed_round_count ((double) bin->n, round_to);

    g_strv_builder_add (names, self->groups->pdata[bin->group]);
    g_array_append_val (counts, n);
  }
  if (n_others >= MAX (suppress_below, 1)) {
    g_autofree char *said = g_strdup_printf ("(%u smaller groups)", self->bins->len - n_shown);
    const double n = printed_round_count ((double) n_others, round_to);

    g_strv_builder_add (names, said);
    g_array_append_val (counts, n);
  }

  return make_table (g_strv_builder_end (names), "group", counts, "n", error);
}

/* Puts small neighbours of one group together, from the lowest; what is left over at the
 * end goes to the one before it.
 */
static GArray *
merge (const RecordSpread *self, guint least, GArray *ends)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (Bin));
  guint first = 0; /* of the group under way */

  for (guint i = 0; i < self->bins->len; i++) {
    const Bin *bin = &g_array_index (self->bins, Bin, i);
    Bin *last = merged->len > first ? &g_array_index (merged, Bin, merged->len - 1) : NULL;

    if (last && last->group != bin->group) {
      first = merged->len;
      last = NULL;
    }
    if (last && last->n < least) {
      last->n += bin->n;
      g_array_index (ends, double, merged->len - 1) = bin->place + 1;
    } else {
      const double end = bin->place + 1;

      g_array_append_val (merged, *bin);
      g_array_append_val (ends, end);
    }
  }

  return merged;
}

/* The last of a group may have remained small. */
static void
merge_back (GArray *merged, GArray *ends, guint least)
{
  guint n_kept = 0;

  for (guint i = 0; i < merged->len; i++) {
    const Bin bin = g_array_index (merged, Bin, i);
    const double end = g_array_index (ends, double, i);

    if (bin.n < least && n_kept > 0 && g_array_index (merged, Bin, n_kept - 1).group == bin.group) {
      g_array_index (merged, Bin, n_kept - 1).n += bin.n;
      g_array_index (ends, double, n_kept - 1) = end;
    } else {
      g_array_index (merged, Bin, n_kept) = bin;
      g_array_index (ends, double, n_kept++) = end;
    }
  }
  g_array_set_size (merged, n_kept);
  g_array_set_size (ends, n_kept);
}

/* A bin of each group with all of its rows. */
static GArray *
sum_groups (const RecordSpread *self)
{
  GArray *sums = g_array_sized_new (FALSE, TRUE, sizeof (Bin), self->groups->len);

  g_array_set_size (sums, self->groups->len);
  for (guint i = 0; i < self->groups->len; i++)
    g_array_index (sums, Bin, i).group = i;
  for (guint i = 0; i < self->bins->len; i++) {
    const Bin *bin = &g_array_index (self->bins, Bin, i);

    g_array_index (sums, Bin, bin->group).n += bin->n;
  }

  return sums;
}

/* The groups that have as few rows altogether are left out, and with them the next larger until
 * what is left out is no small number either.
 */
static void
drop_small_groups (RecordSpread *self, guint least)
{
  g_autoptr (GArray) sums = sum_groups (self);
  g_autofree gboolean *is_shown = g_new0 (gboolean, self->groups->len + 1);
  guint64 n_dropped;
  guint n_shown, n_kept = 0;

  g_array_sort (sums, compare_sizes);
  n_shown = count_shown (sums, least, &n_dropped);
  for (guint i = 0; i < n_shown; i++)
    is_shown[g_array_index (sums, Bin, i).group] = TRUE;
  for (guint i = 0; i < self->bins->len; i++)
    if (is_shown[g_array_index (self->bins, Bin, i).group])
      g_array_index (self->bins, Bin, n_kept++) = g_array_index (self->bins, Bin, i);
  g_array_set_size (self->bins, n_kept);
}

static ScrutinyTable *
add_numbers (ScrutinyTable *table, const char *name, const double *numbers, guint n, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (numbers, n * sizeof *numbers);

  return scrutiny_table_copy_with_doubles (table, name, bytes, error);
}

static ScrutinyTable *
add_groups (const RecordSpread *self, const GArray *merged, GError **error)
{
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  char **texts = g_new0 (char *, merged->len + 1);

  for (guint i = 0; i < merged->len; i++)
    texts[i] = g_strdup (self->groups->pdata[g_array_index (merged, Bin, i).group]);

  return scrutiny_table_copy_with_texts_take (bare, "by", texts, error);
}

ScrutinyTable *
record_spread_make_table (RecordSpread *self,
                          gboolean is_grouped,
                          guint suppress_below,
                          guint round_to,
                          GError **error)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) merged = NULL;
  g_autoptr (ScrutinyTable) keys = NULL, one = NULL, two = NULL;
  g_autofree double *starts = NULL, *counts = NULL;

  drop_small_groups (self, suppress_below);
  g_array_sort (self->bins, compare_places);
  merged = merge (self, suppress_below, ends);
  merge_back (merged, ends, suppress_below);
  starts = g_new (double, merged->len + 1);
  counts = g_new (double, merged->len + 1);
  for (guint i = 0; i < merged->len; i++) {
    starts[i] = g_array_index (merged, Bin, i).place * self->step;
    counts[i] = printed_round_count ((double) g_array_index (merged, Bin, i).n, round_to);
    g_array_index (ends, double, i) *= self->step;
  }
  keys = is_grouped ? add_groups (self, merged, error) : scrutiny_table_new ();
  one = keys ? add_numbers (keys, "from", starts, merged->len, error) : NULL;
  two = one ? add_numbers (one, "to", (const double *) (gpointer) ends->data, merged->len, error)
            : NULL;

  return two ? add_numbers (two, "n", counts, merged->len, error) : NULL;
}
