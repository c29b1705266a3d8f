/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/record-ways.h"

#include <scrutiny/chain-text.h>

#define N_RECORDS 20000
#define N_RECORDS_QUICK 2000

/* --- What is to be told, a line for each finding --------------------------------------------- */

static void
tell (GPtrArray *told, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (told, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* A single line of two steps or more without any evidence is told as one. */
static gboolean
is_bare_line (const Record *record)
{
  guint n_classes = 0, n_steps = 0;

  for (guint i = 0; i < record->n; i++) {
    guint n_on = 0;

    n_classes += record->class_of[i] == i && record->is_reached[i];
    for (guint j = 0; j < record->n; j++) {
      n_steps += is_reached_step (record, i, j);
      n_on += record->class_of[i] == i && record->is_step[i][j];
      if (is_reached_step (record, i, j) && !is_bare (record, i, j))
        return FALSE;
    }
    if (n_on > 1 && record->is_reached[i])
      return FALSE;
  }

  return n_classes > 2 && n_steps == n_classes - 1;
}

static void
tell_of_step (const Record *record, guint i, guint j, GPtrArray *told)
{
  for (guint source = 0; source < RECORD_SOURCES; source++)
    if (record->contradicts[i][j] & (1u << source))
      tell (told, "contradicted %c %c", 'a' + i, 'a' + j);
  if (is_bare (record, i, j) && !is_bare_line (record))
    tell (told, "no-evidence %c %c", 'a' + i, 'a' + j);
  if (is_bare (record, i, j) && !record->has_mechanism[i][j] &&
      record->furthest[record->class_of[i]] < SCRUTINY_STATEMENT_KIND_INTERMEDIATE &&
      is_for_people (record, record->class_of[j]))
    tell (told, "leap %c %c", 'a' + i, 'a' + j);
}

static void
tell_of_reasons (const Record *record, GPtrArray *told)
{
  for (guint i = 0; i < record->n; i++)
    for (guint j = 0; j < record->n; j++) {
      if (is_reached_step (record, i, j))
        tell_of_step (record, i, j, told);
      else if (record->is_reason[i][j] && i != j && record->is_reached[record->class_of[i]])
        tell (told, "restates %c %c", 'a' + i, 'a' + j);
    }
}

static gboolean
has_any (const Record *record, const gboolean *flags, guint class)
{
  for (guint i = 0; i < record->n; i++)
    if (record->class_of[i] == class && flags[i])
      return TRUE;

  return FALSE;
}

/* Whether a step leads from @class, to people only if @people. */
static gboolean
leads_on (const Record *record, guint class, gboolean people)
{
  for (guint next = 0; next < record->n; next++)
    if (record->is_step[class][next] && (!people || is_for_people (record, next)))
      return TRUE;

  return FALSE;
}

static gboolean
has_no_answer (const Record *record)
{
  guint n_others = 0, n_statuses = 0;

  if (is_for_people (record, 0))
    return FALSE;
  for (guint c = 1; c < record->n; c++) {
    const gboolean counts = record->class_of[c] == c && record->is_reached[c];

    n_others += counts;
    n_statuses += counts && record->furthest[c] == SCRUTINY_STATEMENT_KIND_STATUS;
  }
  for (guint i = 0; i < record->n && n_others == 0; i++)
    for (guint j = 0; j < record->n; j++)
      if (record->class_of[i] == 0 && record->is_reason[i][j])
        return FALSE;

  return n_others == n_statuses;
}

static void
tell_of_class (const Record *record, guint c, GPtrArray *told)
{
  if (!is_for_people (record, c)) {
    if (c > 0 && record->is_reached[c] && !leads_on (record, c, FALSE) && !has_no_answer (record))
      tell (told, "ends-at-%s %c", scrutiny_statement_kind_get_name (record->furthest[c]), 'a' + c);
    return;
  }
  if (!record->is_reached[c])
    tell (told, "outcome-not-reached %c", 'a' + c);
  else if (!has_any (record, record->has_who, c))
    tell (told, "nobody-named %c", 'a' + c);
  if (c > 0 && record->is_reached[c] && !leads_on (record, c, TRUE) &&
      !has_any (record, record->is_observed, c))
    tell (told, "unfalsifiable %c", 'a' + c);
}

/* How many steps are on record for the evidence of @source, and whether all ways pass one. */
static guint
count_steps_of (const Record *record, guint source, gboolean *is_passed)
{
  guint n = 0;

  *is_passed = FALSE;
  for (guint a = 0; a < record->n; a++)
    for (guint b = 0; b < record->n; b++)
      if (record->items[a][b] & (1u << source)) {
        *is_passed |= !leads_without_step (record, a, b);
        n++;
      }

  return n;
}

static void
tell_of_same_evidence (const Record *record, GPtrArray *told)
{
  for (guint source = 0; source < RECORD_SOURCES; source++) {
    Search search = { .record = record };
    gboolean is_passed;
    const guint n = count_steps_of (record, source, &is_passed);

    shut_steps_of (&search, source);
    if (n > 1 && !is_passed && count_ways (&search) == 0)
      tell (told, "same-evidence");
  }
}

/* Whether without one item, the only one of its step, no way has evidence at each of its steps. */
static gboolean
is_thin (const Record *record)
{
  Search search = { .record = record };

  shut_bare_steps (&search);
  if (count_ways (&search) == 0)
    return FALSE;
  for (guint a = 0; a < record->n; a++)
    for (guint b = 0; b < record->n; b++) {
      if (__builtin_popcount (record->items[a][b]) != 1)
        continue;
      search.is_shut[a][b] = TRUE;
      if (count_ways (&search) == 0)
        return TRUE;
      search.is_shut[a][b] = FALSE;
    }

  return FALSE;
}

static guint
count_points (const Record *record)
{
  guint n = 0;

  for (guint c = 1; c < record->n; c++) {
    Search search = { .record = record };

    search.is_left_out[c] = TRUE;
    n += record->class_of[c] == c && !is_for_people (record, c) && count_ways (&search) == 0;
  }

  return n;
}

static void
tell_of_ways (const Record *record, GPtrArray *told)
{
  Search search = { .record = record };
  guint n_points;

  if (count_ways (&search) < 2)
    return;
  n_points = count_points (record);
  if (n_points > 0)
    tell (told, "one-point %u", n_points);
  if (is_thin (record))
    tell (told, "thinnest-evidence");
  tell_of_same_evidence (record, told);
}

static int
compare (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

static char *
join (GPtrArray *told)
{
  g_ptr_array_sort (told, compare);
  g_ptr_array_add (told, NULL);

  return g_strjoinv ("; ", (char **) told->pdata);
}

static char *
dup_wanted (const Record *record)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  if (has_no_answer (record))
    tell (told, "no-answer");
  if (is_bare_line (record))
    tell (told, "no-evidence");
  tell_of_reasons (record, told);
  for (guint c = 0; c < record->n; c++)
    if (record->class_of[c] == c)
      tell_of_class (record, c, told);
  tell_of_ways (record, told);

  return join (told);
}

/* The same lines of what is found: of a step where it is from and where it leads, of a class its
 * first statement.  Circles are tried in a test of their own.
 */
static void
tell_found (const Record *record, ScrutinyFinding *finding, GPtrArray *told)
{
  static const char *const steps[] = { "contradicted", "restates", "leap", NULL };
  static const char *const alone[] = { "no-answer", "same-evidence", "thinnest-evidence", NULL };
  const char *id = scrutiny_finding_get_id (finding) + strlen ("because.");
  GVariant *facts = scrutiny_finding_get_facts (finding);
  g_autofree const char **path = NULL;
  const char *last;
  gint64 n;

  assert_true (g_variant_lookup (facts, "path", "^a&s", &path));
  last = path[g_strv_length ((char **) path) - 1];
  if (g_str_equal (id, "circular"))
    return;
  if (g_strv_contains (alone, id) || g_variant_lookup (facts, "links", "x", &n))
    tell (told, "%s", id);
  else if (g_variant_lookup (facts, "points", "x", &n))
    tell (told, "%s %u", id, (guint) n);
  else if (g_strv_contains (steps, id) || g_str_equal (id, "no-evidence"))
    tell (told, "%s %s %s", id, path[g_strv_length ((char **) path) - 2], last);
  else
    tell (told, "%s %c", id, 'a' + record->class_of[*last - 'a']);
}

static char *
dup_found (const Record *record, ScrutinyBecause *because)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    tell_found (record, findings->pdata[i], told);

  return join (told);
}

/* --- Loops ------------------------------------------------------------------------------------ */

/* Of those that meet no class before @start, and @start first. */
static guint
count_loops_on (const Record *record, guint start, guint class, guint visited)
{
  guint n = 0;

  for (guint next = start; next < record->n; next++)
    if (record->is_step[class][next] && next == start)
      n++;
    else if (record->is_step[class][next] && !(visited & (1u << next)))
      n += count_loops_on (record, start, next, visited | (1u << next));

  return n;
}

static gboolean
is_its_own_reason (const Record *record, guint class)
{
  for (guint i = 0; i < record->n; i++)
    if (record->class_of[i] == class && record->is_reason[i][i])
      return TRUE;

  return FALSE;
}

static guint
count_loops (const Record *record)
{
  guint n = 0;

  for (guint c = 0; c < record->n; c++)
    n += count_loops_on (record, c, c, 1u << c) + is_its_own_reason (record, c);

  return n;
}

/* --- The tests -------------------------------------------------------------------------------- */

static void
note_sorts (GHashTable *sorts, const char *told)
{
  g_auto (GStrv) lines = g_strsplit (told, "; ", -1);

  for (gsize i = 0; lines[i]; i++)
    g_hash_table_add (sorts, g_strndup (lines[i], strcspn (lines[i], " ")));
}

/* Each sort comes up, or nothing was tried of it. */
static void
check_sorts (GHashTable *sorts)
{
  static const char *const all[] = {
    "contradicted",
    "no-answer",
    "restates",
    "ends-at-status",
    "ends-at-indicator",
    "ends-at-activity",
    "ends-at-output",
    "ends-at-service",
    "ends-at-target",
    "ends-at-inspector",
    "ends-at-government",
    "ends-at-funding",
    "ends-at-intermediate",
    "outcome-not-reached",
    "nobody-named",
    "leap",
    "no-evidence",
    "unfalsifiable",
    "same-evidence",
    "thinnest-evidence",
    "one-point",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (!g_hash_table_contains (sorts, all[i]))
      fail_msg ("no record has %s", all[i]);
  assert_int_equal (g_hash_table_size (sorts), G_N_ELEMENTS (all));
}

static void
check_record (const Record *record, ScrutinyChain *chain, GHashTable *sorts)
{
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, NULL);
  g_autofree char *found = dup_found (record, because);
  g_autofree char *wanted = dup_wanted (record);
  Search search = { .record = record };

  if (!g_str_equal (found, wanted)) {
    g_autofree char *text = scrutiny_chain_dup_text (chain);

    fail_msg ("%s\nfound  %s\nwanted %s", text, found, wanted);
  }
  count_ways (&search);
  assert_int_equal (scrutiny_because_get_n_routes (because), most_apart (&search, 0, 0));
  assert_int_equal (scrutiny_because_get_n_loops (because), count_loops (record));
  if (*found)
    note_sorts (sorts, found);
}

static void
verdicts_are_those_found_by_trying_all (void **state)
{
  const guint n_records = g_getenv ("SCRUTINY_QUICK") ? N_RECORDS_QUICK : N_RECORDS;
  g_autoptr (GHashTable) sorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 seed = 20261202;

  (void) state;
  for (guint run = 0; run < n_records; run++) {
    Record record;
    g_autoptr (ScrutinyChain) chain = make_record (&record, &seed);

    check_record (&record, chain, sorts);
  }
  check_sorts (sorts);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (verdicts_are_those_found_by_trying_all),
  };

  return cmocka_run_group_tests_name ("linkage/because-verdicts", tests, NULL, NULL);
}
