/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/civil.h"
#include "base/columns-builder.h"
#include "kernel/random.h"
#include "support/rows.h"

#include <scrutiny/period-end.h>

#include <math.h>

/* Whoever knows every case but those at the ends of the months that are taken together, and how
 * many these are, tries all there can be and keeps those that give what was published, to the
 * last byte: of each small count at least as many must be left as may not be told apart.
 */
#define FEWEST 5
#define N_MONTHS 48 /* and one before and one after, which do not count */
#define MOST_TOGETHER 4
#define MOST_CASES 11

typedef struct {
  guint ends[N_MONTHS + 2];
  guint sundays; /* cases on Sundays, in the middle of the months */
} Cases;

/* Set where each step costs fifty: a few attacks will do. */
static gboolean
is_quick (void)
{
  return g_getenv ("SCRUTINY_QUICK") != NULL;
}

static void
add (ColumnsBuilder *builder, gint64 day, guint n)
{
  const CivilDate date = civil_from_days (day);
  g_autofree char *text =
      g_strdup_printf ("%04d-%02d-%02d", (int) date.year, (int) date.month, (int) date.day);

  for (guint i = 0; i < n; i++)
    columns_builder_add_text (builder, "closed", text);
}

/* A case each Tuesday to Friday and two each Monday, but not on the last two working days of a
 * month, which have those of @cases.
 */
static void
add_month (ColumnsBuilder *builder, const Cases *cases, guint month)
{
  const int year = 2019 + (int) month / 12, number = (int) month % 12 + 1;
  const gint64 first = civil_to_days (year, number, 1);
  gint64 end = first + civil_days_in_month (year, number);

  for (guint n = 0; n < 2;)
    n += civil_weekday (--end) < 5;
  add (builder, end, cases->ends[month]);
  for (gint64 day = first; day < end; day++) {
    const guint weekday = civil_weekday (day);

    if (weekday < 5)
      add (builder, day, weekday == 0 ? 2 : 1);
    else if (weekday == 6 && month > 0 && month <= cases->sundays && day < first + 7)
      add (builder, day, 1);
  }
}

/* All that leaves. */
static char *
publish (const Cases *cases, gboolean with_opened)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPeriodEnd) found = NULL;

  for (guint month = 0; month < N_MONTHS + 2; month++)
    add_month (builder, cases, month);
  table = columns_builder_end (builder);
  found = scrutiny_period_end_new (table, "closed", with_opened ? "closed" : NULL, 2, NULL);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (found)));

  return scrutiny_result_dup_json (SCRUTINY_RESULT (found));
}

static void
draw (Cases *cases, guint most, guint64 seed)
{
  *cases = (Cases){ .sundays = 2 };
  for (guint month = 0; month < N_MONTHS + 2; month++)
    cases->ends[month] = (guint) kernel_random_below (&seed, most + 1);
}

typedef struct {
  Cases cases;
  guint first, n;
  const char *published;
  gboolean is_possible[MOST_TOGETHER][MOST_CASES + 1];
} Attack;

/* Every way to split @left over the months; calls itself for those after the first. */
static void
try_all (Attack *self, guint at, guint left)
{
  guint *const tried = self->cases.ends + self->first;

  if (at + 1 < self->n) {
    for (guint count = 0; count <= left; count++) {
      tried[at] = count;
      try_all (self, at + 1, left - count);
    }
    return;
  }
  tried[at] = left;
  g_autofree char *published = publish (&self->cases, FALSE);
  if (!g_str_equal (published, self->published))
    return;
  for (guint i = 0; i < self->n; i++)
    self->is_possible[i][tried[i]] = TRUE;
}

/* How many small counts were attacked. */
static guint
attack (const Cases *cases, const char *published, guint first, guint n)
{
  Attack attack = { .cases = *cases, .first = first, .n = n, .published = published };
  guint sum = 0, n_small = 0;

  for (guint i = 0; i < n; i++)
    sum += cases->ends[first + i];
  if (n < 2 || n > MOST_TOGETHER || sum > MOST_CASES)
    return 0;
  try_all (&attack, 0, sum);
  for (guint i = 0; i < n; i++) {
    guint n_possible = 0;

    if (cases->ends[first + i] >= FEWEST)
      continue;
    for (guint count = 0; count <= MOST_CASES; count++)
      n_possible += attack.is_possible[i][count];
    n_small++;
    assert_true (n_possible >= FEWEST);
  }

  return n_small;
}

/* As many months go together as have eight of about 22 cases at their ends by the days, four; those
 * that hold few all the same, and what is left over, are not attacked.
 */
static guint
attack_all (const Cases *cases)
{
  g_autofree char *published = publish (cases, FALSE);
  guint n_small = 0, held = 0, first = 1;

  for (guint month = 1; month <= N_MONTHS && !(is_quick () && n_small > 0); month++) {
    held += cases->ends[month];
    if (month + 1 - first < MOST_TOGETHER)
      continue;
    n_small += held < FEWEST ? 0 : attack (cases, published, first, month + 1 - first);
    first = month + 1;
    held = 0;
  }

  return n_small;
}

static const struct service {
  const char *label;
  guint most;
  guint64 seed;
} services[] = {
  { "up to 4 a month", 4, 1 },
  { "up to 6 a month", 6, 2 },
};

static void
leaves_every_small_count_open (void **state)
{
  const struct service *row = *state;
  Cases cases;

  draw (&cases, row->most, row->seed);
  const guint n_small = attack_all (&cases);
  print_message ("# %u small counts\n", n_small);
  assert_true (n_small > (is_quick () ? 0 : 5));
}

/* Weekdays with few cases are as those without. */
static void
leaves_few_of_a_weekday_open (void **state)
{
  Cases cases;

  (void) state;
  draw (&cases, 8, 3);
  g_autofree char *published = publish (&cases, TRUE);
  for (cases.sundays = 0; cases.sundays < FEWEST; cases.sundays++) {
    g_autofree char *also = publish (&cases, TRUE);

    assert_string_equal (also, published);
  }
  g_autofree char *more = publish (&cases, TRUE);
  assert_string_not_equal (more, published);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (services) + 1];
  size_t n = add_rows (tests, leaves_every_small_count_open, services,
                       is_quick () ? 1 : G_N_ELEMENTS (services), sizeof *services);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_few_of_a_weekday_open);

  return _cmocka_run_group_tests ("challenge/period-end-shown", tests, n, NULL, NULL);
}
