/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the cases. */
typedef struct {
  char *from, *to, *until, *key, *working;
  double level;
  int windows, disclosure;
  gboolean names_rows, one_by_one;
} WaitWords;

static void
wait_words_clear (WaitWords *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->until);
  g_free (self->key);
  g_free (self->working);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaitWords, wait_words_clear)

static ScrutinyWaitsOptions *
wait_options (const WaitWords *words)
{
  ScrutinyWaitsOptions *options = scrutiny_waits_options_new ();

  scrutiny_waits_options_set_until (options, words->until);
  scrutiny_waits_options_set_key (options, words->key);
  scrutiny_waits_options_set_level (options, words->level);
  scrutiny_waits_options_set_windows (options, (guint) MAX (words->windows, 0));
  scrutiny_waits_options_set_disclosure (options, (guint) MAX (words->disclosure, 0));
  scrutiny_waits_options_set_working_days (options, words->working);
  scrutiny_waits_options_set_names_rows (options, words->names_rows);

  return options;
}

/* 12.5 at most; a dash where it is not known. */
static void
append_days (GString *out, double days, int width)
{
  if (days == days && days < G_MAXDOUBLE)
    g_string_append_printf (out, "%*.1f", width, days);
  else
    g_string_append_printf (out, "%*s", width, "-");
}

static void
append_quantiles (GString *out, ScrutinyTable *quantiles, const char *unit)
{
  static const char *const columns[] = { "days",          "low",          "high",
                                         "finished_days", "finished_low", "finished_high" };

  g_string_append_printf (out, "\n%s\n", unit);
  g_string_append (out, "     within      all      low     high   finished      low     high\n");
  for (gsize row = 0; row < scrutiny_table_get_n_rows (quantiles); row++) {
    g_string_append_printf (out, "%10.0f%%",
                            100 * scrutiny_table_get_doubles (quantiles, "share", NULL)[row]);
    for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
      append_days (out, scrutiny_table_get_doubles (quantiles, columns[k], NULL)[row],
                   k == 3 ? 11 : 9);
    g_string_append_c (out, '\n');
  }
}

static void
append_stretches (GString *out, ScrutinyTable *stretches)
{
  static const char *const columns[] = { "centre", "lower", "upper" };
  const char *const *first = scrutiny_table_get_texts (stretches, "first");
  const char *const *last = scrutiny_table_get_texts (stretches, "last");

  g_string_append (out, "\none by one\n"
                        "     from         to    cases    usual   lowest  highest\n");
  for (gsize row = 0; row < scrutiny_table_get_n_rows (stretches); row++) {
    g_string_append_printf (out, "%s %s %8.0f", first[row], last[row],
                            scrutiny_table_get_doubles (stretches, "n", NULL)[row]);
    for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
      append_days (out, scrutiny_table_get_doubles (stretches, columns[k], NULL)[row], 9);
    g_string_append_c (out, '\n');
  }
}

static void
append_waits (GString *out, ScrutinyWaits *waits)
{
  figure_append_findings (out, SCRUTINY_RESULT (waits));
  if (scrutiny_table_get_n_rows (scrutiny_waits_get_quantiles (waits)) > 0)
    append_quantiles (out, scrutiny_waits_get_quantiles (waits), scrutiny_waits_get_unit (waits));
}

static void
append_capability (GString *out, ScrutinyCapability *capability)
{
  figure_append_findings (out, SCRUTINY_RESULT (capability));
  if (scrutiny_table_get_n_rows (scrutiny_capability_get_stretches (capability)) > 0)
    append_stretches (out, scrutiny_capability_get_stretches (capability));
}

static char *
dup_text (ScrutinyResult *result)
{
  GString *out = g_string_new (NULL);

  if (SCRUTINY_IS_WAITS (result))
    append_waits (out, SCRUTINY_WAITS (result));
  else
    append_capability (out, SCRUTINY_CAPABILITY (result));

  return g_string_free (out, FALSE);
}

static ScrutinyTable *
table_of (ScrutinyResult *result)
{
  return SCRUTINY_IS_WAITS (result) ? scrutiny_waits_get_curve (SCRUTINY_WAITS (result))
                                    : scrutiny_capability_get_blocks (SCRUTINY_CAPABILITY (result));
}

static int
write_result (Common *common, ScrutinyResult *result, const char *title, const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (result);

    text = with_file (json, title, hash);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (table_of (result));
  } else if (g_strcmp0 (common->format, "svg") == 0) {
    text = scrutiny_draw (result, title, &error);
  } else {
    text = dup_text (result);
  }

  return text ? common_write (common, text) : refuse (error);
}

/* How long cases take, or what single ones do; NULL with @error set. */
static ScrutinyResult *
result_of (ScrutinyTable *table, const WaitWords *words, GError **error)
{
  g_autoptr (ScrutinyWaitsOptions) options = wait_options (words);

  if (words->one_by_one)
    return (ScrutinyResult *) scrutiny_capability_new (table, words->from, words->to, options,
                                                       error);

  return (ScrutinyResult *) scrutiny_waits_new (table, words->from, words->to, options, error);
}

static int
wait_file (Common *common, const WaitWords *words)
{
  g_autofree char *name = NULL, *hash = NULL;
  g_autoptr (ScrutinyTable) table = common_read_table (common, &name, &hash);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyResult) result = table ? result_of (table, words, &error) : NULL;

  if (!table)
    return EXIT_REFUSED;

  return result ? write_result (common, result, name, hash)
                : refuse_saying ("%s: %s", name, error->message);
}

int
command_waits (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "svg", NULL };
  g_auto (WaitWords) words = { .level = 0.95, .windows = 60, .disclosure = 5 };
  const GOptionEntry own[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &words.from, "column of the days cases start", "NAME" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &words.to, "column of the days they end", "NAME" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &words.until,
      "until when it is known what ended (the last day there is)", "DAY" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &words.key,
      "column that says which rows are of one case, or of one person and matter", "NAME" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { "windows", 0, 0, G_OPTION_ARG_INT, &words.windows,
      "days within which a case that comes back is counted (60)", "N" },
    { "disclosure", 0, 0, G_OPTION_ARG_INT, &words.disclosure,
      "cases that the least row of a table holds; 0: not about people (5)", "N" },
    { "working-days", 0, 0, G_OPTION_ARG_STRING, &words.working,
      "count working days by the bank holidays of england-and-wales, northern-ireland, scotland, "
      "none, or dates with blanks between",
      "HOLIDAYS" },
    { "one-by-one", 0, 0, G_OPTION_ARG_NONE, &words.one_by_one,
      "what single cases last, in the order in which they ended, and whether that moved", NULL },
    { "rows", 0, 0, G_OPTION_ARG_NONE, &words.names_rows,
      "name the first row that ends before its start", NULL },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - how long cases take, the open ones among them",
                     "An average of those that finished leaves out the ones that wait.", lists,
                     argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.from || !words.to)
    return refuse_usage ("waits", "name the columns of the days with --from and --to");

  return wait_file (&common, &words);
}
