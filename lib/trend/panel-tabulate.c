/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/panel-tabulate.h"

#include <scrutiny/discoveries.h>
#include <scrutiny/result.h>

#include "base/error-private.h"
#include "base/table-private.h"
#include "trend/panel-run.h"

#include <math.h>

/* Of what stands out across a panel, the share that may be chance. */
#define SHARE_BY_CHANCE 0.05

/* The columns that every analysis has; its own come between. */
enum {
  STATUS,
  REASON,
  N_VALUES,
  FIRST,
  LAST,
  N_BEFORE,
  FLAGGED = N_BEFORE,
  FALSE_ALARM,
  N_SHARED,
};

static const char *const shared[N_SHARED] = { "status", "reason",  "n_values",   "first",
                                              "last",   "flagged", "false_alarm" };

/* A column of the table in the making: one of the two. */
typedef struct {
  const char *name;
  double *numbers;
  char **texts;
} Stock;

typedef struct {
  ScrutinyPanel *panel;
  const PanelAnalysis *analysis;
  gpointer how;
  Stock *stocks; /* shared, then of the analysis */
  guint n_stocks;
  guint n_rows;
} Job;

static void
stock_init (Stock *self, const char *name, gboolean is_number, guint n)
{
  self->name = name;
  if (!is_number) {
    self->texts = g_new0 (char *, (gsize) n + 1);
    return;
  }
  self->numbers = g_new (double, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    self->numbers[i] = NAN;
}

static void
job_init (Job *self)
{
  const PanelColumn *columns = self->analysis->columns;
  guint n = 0;

  while (columns[n].name)
    n++;
  self->n_rows = scrutiny_panel_get_n_series (self->panel);
  self->n_stocks = N_SHARED + n;
  self->stocks = g_new0 (Stock, self->n_stocks);
  for (guint k = 0; k < N_SHARED; k++)
    stock_init (&self->stocks[k], shared[k], k == N_VALUES || k >= N_BEFORE, self->n_rows);
  for (guint k = 0; k < n; k++)
    stock_init (&self->stocks[N_SHARED + k], columns[k].name, columns[k].number != NULL,
                self->n_rows);
}

static void
job_clear (Job *self)
{
  for (guint k = 0; k < self->n_stocks; k++) {
    for (guint i = 0; self->stocks[k].texts && i < self->n_rows; i++)
      g_free (self->stocks[k].texts[i]);
    g_free (self->stocks[k].texts);
    g_free (self->stocks[k].numbers);
  }
  g_free (self->stocks);
}

static void
keep_size (const Job *self, guint i, ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gsize n = scrutiny_series_get_n_values (series);

  self->stocks[N_VALUES].numbers[i] = (double) n;
  if (n == 0)
    return;
  self->stocks[FIRST].texts[i] = scrutiny_timeline_dup_text (timeline, 0);
  self->stocks[LAST].texts[i] = scrutiny_timeline_dup_text (timeline, n - 1);
}

static void
keep_result (const Job *self, guint i, gpointer result)
{
  const char *cannot_tell = self->analysis->get_cannot_tell (result);
  Stock *stock = self->stocks + N_SHARED;

  self->stocks[STATUS].texts[i] = g_strdup (cannot_tell ? "cannot-tell" : "done");
  self->stocks[REASON].texts[i] = g_strdup (cannot_tell);
  if (!cannot_tell) {
    self->stocks[FLAGGED].numbers[i] = self->analysis->is_flagged (result);
    if (self->analysis->false_alarm)
      self->stocks[FALSE_ALARM].numbers[i] = self->analysis->false_alarm (result);
  }
  for (const PanelColumn *column = self->analysis->columns; column->name; column++, stock++) {
    if (column->number)
      stock->numbers[i] = column->number (result);
    else
      stock->texts[i] = column->made ? column->made (result) : g_strdup (column->lent (result));
  }
}

static void
read_one (guint i, gpointer data)
{
  const Job *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series = scrutiny_panel_dup_series (self->panel, i, &error);
  gpointer result = series ? self->analysis->make (series, self->how, &error) : NULL;

  if (series)
    keep_size (self, i, series);
  if (result) {
    keep_result (self, i, result);
    self->analysis->free (result);
    return;
  }
  self->stocks[STATUS].texts[i] = g_strdup ("refused");
  self->stocks[REASON].texts[i] = g_strdup (error->message);
}

static void
add_texts (ScrutinyTable **table, const char *name, char **taken, guint n)
{
  g_autoptr (ScrutinyTable) before = *table;

  for (guint i = 0; i < n; i++)
    taken[i] = taken[i] ? taken[i] : g_strdup ("");
  *table = scrutiny_table_copy_with_texts_take (before, name, taken, NULL);
}

static void
add_numbers (ScrutinyTable **table, const char *name, double *taken, guint n)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_autoptr (GBytes) bytes = g_bytes_new_take (taken, n * sizeof *taken);

  *table = scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static void
add_key (ScrutinyTable **table, ScrutinyPanel *panel, guint k, guint n)
{
  char **texts = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) key = scrutiny_panel_dup_key (panel, i);
    texts[i] = g_strdup (key[k]);
  }
  add_texts (table, scrutiny_panel_get_names (panel)[k], texts, n);
}

static void
add_stock (ScrutinyTable **table, const Job *self, guint k)
{
  Stock *stock = &self->stocks[k];

  if (stock->texts)
    add_texts (table, stock->name, g_steal_pointer (&stock->texts), self->n_rows);
  else
    add_numbers (table, stock->name, g_steal_pointer (&stock->numbers), self->n_rows);
}

static ScrutinyTable *
make_table (const Job *self)
{
  ScrutinyTable *table = scrutiny_table_new ();
  const char *const *names = scrutiny_panel_get_names (self->panel);

  for (guint k = 0; names[k]; k++)
    add_key (&table, self->panel, k, self->n_rows);
  for (guint k = 0; k < N_BEFORE; k++)
    add_stock (&table, self, k);
  for (guint k = N_SHARED; k < self->n_stocks; k++)
    add_stock (&table, self, k);
  for (guint k = N_BEFORE; k < N_SHARED; k++)
    add_stock (&table, self, k);

  return table;
}

/* A key that has the name of a column would be lost under it. */
static gboolean
check_keys (const Job *self, GError **error)
{
  const char *const *names = scrutiny_panel_get_names (self->panel);

  for (guint k = 0; k < self->n_stocks; k++) {
    if (!g_strv_contains (names, self->stocks[k].name))
      continue;
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, self->stocks[k].name, NULL,
                           "Panel: a key is called “%s”, and so is a column of the result; give "
                           "the key another name",
                           self->stocks[k].name);
    return FALSE;
  }

  return TRUE;
}

ScrutinyTable *
panel_tabulate (ScrutinyPanel *panel,
                const PanelAnalysis *analysis,
                gpointer how,
                ScrutinyProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  Job job = { .panel = panel, .analysis = analysis, .how = how };
  g_autoptr (ScrutinyTable) table = NULL;

  job_init (&job);
  if (check_keys (&job, error) &&
      panel_run (job.n_rows, scrutiny_panel_get_threads (panel), read_one, &job, "series", progress,
                 cancellable, error))
    table = make_table (&job);
  job_clear (&job);
  if (!table || !analysis->chance)
    return g_steal_pointer (&table);

  return scrutiny_discoveries_tabulate (table, analysis->chance, NULL, SHARE_BY_CHANCE, error);
}

char *
panel_dup_finding_ids (gpointer result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  GString *ids = g_string_new (NULL);

  for (guint k = 0; k < findings->len; k++)
    g_string_append_printf (ids, "%s%s", k ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[k]));

  return g_string_free (ids, FALSE);
}
