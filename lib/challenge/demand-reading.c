/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/demand-reading.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/number.h"
#include "challenge/demand-protection.h"
#include "kernel/normal.h"
#include "kernel/proportion.h"

#include <math.h>

#define BETWEEN "\x1f" /* a unit separator: no code holds one */

static gboolean
check_options (ScrutinyDemandOptions *options, GError **error)
{
  const double level = scrutiny_demand_options_get_level (options);
  const double margin = scrutiny_demand_options_get_margin (options);
  const gboolean level_fits = level > 0 && level < 1;
  char text[NUMBER_TEXT_SIZE];

  if (level_fits && margin > 0 && margin < 1)
    return TRUE;

  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, level_fits ? "margin" : "level", NULL,
      "Demand, %s: %s is not between 0 and 1; %s is usual", level_fits ? "margin" : "level",
      number_show (level_fits ? margin : level, text), level_fits ? "0.05" : "0.95");

  return FALSE;
}

static gint
by_count (gconstpointer a, gconstpointer b)
{
  const DemandGroup *first = a, *second = b;

  return (first->count < second->count) - (first->count > second->count);
}

/* Counts each kind, or each cause of each kind, in the order in which they come. */
static GArray *
count_groups (const char *const *kinds, const char *const *causes, gsize n_rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (DemandGroup));

  for (gsize row = 0; row < n_rows; row++) {
    const char *cause = causes ? causes[row] : NULL;
    g_autofree char *key = g_strconcat (kinds[row], BETWEEN, cause, NULL);
    gpointer number;

    if (!*kinds[row])
      continue;
    if (!g_hash_table_lookup_extended (seen, key, NULL, &number)) {
      const DemandGroup group = { .kind = kinds[row], .cause = cause };

      number = GUINT_TO_POINTER (groups->len);
      g_hash_table_insert (seen, g_steal_pointer (&key), number);
      g_array_append_val (groups, group);
    }
    g_array_index (groups, DemandGroup, GPOINTER_TO_UINT (number)).count++;
  }
  g_array_sort (groups, by_count);

  return groups;
}

/* Wilson's interval of each; at Bonferroni's z for several at once it is Goodman's. */
static void
fill_shares (GArray *groups, double n, double z)
{
  for (guint i = 0; i < groups->len; i++) {
    DemandGroup *group = &g_array_index (groups, DemandGroup, i);

    group->share = group->count / n;
    if (kernel_wilson (1, &group->count, &n, z, &group->low, &group->high, NULL) != KERNEL_OK)
      group->low = group->high = NAN;
  }
}

static gsize
number_of_kind (GArray *kinds, GHashTable *others, const char *kind)
{
  gpointer number;

  for (guint i = 0; i < kinds->len; i++)
    if (g_str_equal (g_array_index (kinds, DemandGroup, i).kind, kind))
      return i;
  if (g_hash_table_lookup_extended (others, kind, NULL, &number))
    return GPOINTER_TO_SIZE (number);
  number = GSIZE_TO_POINTER ((gsize) kinds->len + g_hash_table_size (others));
  g_hash_table_insert (others, (gpointer) kind, number);

  return GPOINTER_TO_SIZE (number);
}

/* Two columns of kinds as a square of counts. */
static void
compare_coders (DemandReading *self,
                const char *const *first,
                const char *const *second,
                gsize n_rows)
{
  g_autoptr (GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, 2 * sizeof (gsize));

  for (gsize row = 0; row < n_rows; row++) {
    gsize pair[2];

    if (!*first[row] || !*second[row])
      continue;
    pair[0] = number_of_kind (self->kinds, others, demand_reading_get_told (self, first[row]));
    pair[1] = number_of_kind (self->kinds, others, demand_reading_get_told (self, second[row]));
    g_array_append_val (pairs, pair);
  }
  const gsize k = self->kinds->len + g_hash_table_size (others);
  g_autofree double *counts = g_new0 (double, k *k + 1);
  for (guint i = 0; i < pairs->len; i++) {
    const gsize *pair = (const gsize *) (gpointer) pairs->data + 2 * i;

    counts[pair[0] * k + pair[1]]++;
  }
  if (kernel_coders (k, counts, &self->coders) != KERNEL_OK)
    self->coders = (KernelCoders){ .agreed = NAN, .kappa = NAN, .adjusted = NAN };
}

/* How sure the shares are, and how far two who coded the same contacts agree. */
static void
weigh (DemandReading *self, const char *const *kinds, const char *const *others, gsize n_rows)
{
  fill_shares (self->kinds, (double) self->n, self->z);
  fill_shares (self->causes, (double) self->n,
               kernel_normal_quantile (1 - (1 - self->level) / 2 / MAX (self->causes->len, 1)));
  if (self->kinds->len)
    self->needed = kernel_sample_size (g_array_index (self->kinds, DemandGroup, 0).share,
                                       self->margin, self->z);
  if (others)
    compare_coders (self, kinds, others, n_rows);
}

gboolean
demand_reading_init (DemandReading *self,
                     ScrutinyTable *table,
                     const char *kind,
                     const char *cause,
                     ScrutinyDemandOptions *options,
                     GError **error)
{
  const char *second = scrutiny_demand_options_get_second_coder (options);
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const char *const *kinds = columns_need_texts (table, kind, error);
  const char *const *causes = kinds ? columns_need_texts (table, cause, error) : NULL;
  const char *const *others = second && causes ? columns_need_texts (table, second, error) : NULL;

  if (!causes || (second && !others) || !check_options (options, error))
    return FALSE;

  self->table = g_object_ref (table);
  self->level = scrutiny_demand_options_get_level (options);
  self->margin = scrutiny_demand_options_get_margin (options);
  self->fewest = scrutiny_demand_options_get_disclosure (options);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->told = g_hash_table_new (g_str_hash, g_str_equal);
  self->z = kernel_normal_quantile (0.5 + self->level / 2);
  self->kinds = count_groups (kinds, NULL, n_rows);
  self->causes = count_groups (kinds, causes, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    *(*kinds[row] ? &self->n : &self->n_uncoded) += 1;
  self->coders = (KernelCoders){ .agreed = NAN, .kappa = NAN, .adjusted = NAN };
  self->needed = NAN;
  self->is_few = !demand_reading_protect (self, self->fewest);
  if (!self->is_few)
    weigh (self, kinds, others, n_rows);

  return TRUE;
}

void
demand_reading_clear (DemandReading *self)
{
  g_clear_object (&self->table);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->causes, g_array_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

double
demand_reading_shown (const DemandReading *self, gsize count)
{
  return count > 0 && count < self->fewest ? NAN : (double) count;
}
