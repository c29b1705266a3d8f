/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "suggestion.h"

#include <string.h>

/* What a shell takes as it stands. */
#define PLAIN "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/=@,:+-"

static void
append_word (GString *out, const char *word)
{
  g_autofree char *quoted = g_shell_quote (word);

  g_string_append_printf (out, " %s",
                          *word && strspn (word, PLAIN) == strlen (word) ? word : quoted);
}

/* Words that are not repeated: what was asked for, and where it was written to. */
static gboolean
is_left_out (const char *word, gboolean *has_value)
{
  static const char *const names[] = { "--suggest", "--output", "-o" };

  for (gsize k = 0; k < G_N_ELEMENTS (names); k++) {
    const gsize length = strlen (names[k]);

    if (!g_str_has_prefix (word, names[k]))
      continue;
    *has_value = word[length] == '\0'; /* in the next word */
    return word[length] == '\0' || word[length] == '=' || names[k][1] != '-';
  }

  return FALSE;
}

/* @shown: what stands for @file, whose folder is nobody else's business. */
static char *
dup_command (char *const *argv, const char *file, const char *shown, const char *const *phases)
{
  GString *out = g_string_new ("scrutiny");
  gboolean has_value = FALSE;

  for (gsize i = 0; argv[i]; i++) {
    if (is_left_out (argv[i], &has_value)) {
      i += has_value && argv[i + 1] ? 1 : 0;
      continue;
    }
    append_word (out, g_str_equal (argv[i], file) ? shown : argv[i]);
  }
  for (gsize k = 0; phases[k]; k++) {
    g_string_append (out, " --phase");
    append_word (out, phases[k]);
  }

  return g_string_free (out, FALSE);
}

gboolean
suggestion_make (Suggestion *self,
                 Common *common,
                 ScrutinySeries *series,
                 const char *by,
                 char *const *argv)
{
  const gboolean is_here = !common->format || g_str_equal (common->format, "text");
  const char *file = common->files[0];
  g_autofree char *name = g_path_get_basename (file);
  g_autoptr (GError) error = NULL;

  self->found = scrutiny_phase_suggestion_new (series, by, &error);
  if (!self->found) {
    refuse (error);
    return FALSE;
  }

  const char *const *phases = scrutiny_phase_suggestion_get_phases (self->found);
  self->apply = phases[0] ? dup_command (argv, file, is_here ? file : name, phases) : NULL;

  return TRUE;
}

void
suggestion_clear (Suggestion *self)
{
  g_clear_object (&self->found);
  g_clear_pointer (&self->apply, g_free);
}

void
suggestion_append_text (const Suggestion *self, GString *out)
{
  ScrutinyTable *log = scrutiny_phase_suggestion_get_log (self->found);
  const char *const *periods = scrutiny_table_get_texts (log, "period");
  const char *const *reasons = scrutiny_table_get_texts (log, "reason");

  g_string_append_printf (out, "\nWhere new lines might start (%s; nothing is applied):\n",
                          scrutiny_phase_suggestion_get_by (self->found));
  for (gsize i = 0; i < scrutiny_table_get_n_rows (log); i++)
    g_string_append_printf (out, "  %-10s %s\n", periods[i], reasons[i]);
  if (self->apply)
    g_string_append_printf (out, "\nTo draw them: %s\n", self->apply);
}

void
suggestion_append_markdown (const Suggestion *self, GString *out)
{
  ScrutinyTable *log = scrutiny_phase_suggestion_get_log (self->found);
  const char *const *periods = scrutiny_table_get_texts (log, "period");
  const char *const *reasons = scrutiny_table_get_texts (log, "reason");

  g_string_append_printf (out,
                          "\n## Where new lines might start\n\nBy %s. Nothing is applied.\n\n"
                          "| period | reason |\n|---|---|\n",
                          scrutiny_phase_suggestion_get_by (self->found));
  for (gsize i = 0; i < scrutiny_table_get_n_rows (log); i++) {
    g_string_append (out, "| ");
    append_markdown (out, periods[i]);
    g_string_append (out, " | ");
    append_markdown (out, reasons[i]);
    g_string_append (out, " |\n");
  }
  if (self->apply)
    g_string_append_printf (out, "\nTo draw them:\n\n    %s\n", self->apply);
}

char *
suggestion_dup_csv (const Suggestion *self)
{
  return scrutiny_export_csv (scrutiny_phase_suggestion_get_log (self->found));
}

static void
append_json_texts (GString *out, const char *const *texts)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; texts[i]; i++) {
    g_string_append (out, i > 0 ? "," : "");
    append_json_string (out, texts[i]);
  }
  g_string_append_c (out, ']');
}

static void
append_json_steps (GString *out, ScrutinyTable *log)
{
  static const char *const names[] = { "period", "step", "reason" };

  g_string_append_c (out, '[');
  for (gsize i = 0; i < scrutiny_table_get_n_rows (log); i++) {
    for (gsize c = 0; c < G_N_ELEMENTS (names); c++) {
      const char *text = scrutiny_table_get_texts (log, names[c])[i];

      g_string_append_printf (out, "%s\"%s\":", c > 0 ? "," : i > 0 ? ",{" : "{", names[c]);
      if (*text)
        append_json_string (out, text);
      else
        g_string_append (out, "null");
    }
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

char *
suggestion_add_to_json (const Suggestion *self, const char *json)
{
  const char *end = strrchr (json, '}');
  GString *out = g_string_new_len (json, end - json);

  g_string_append (out, ",\"suggestion\":{\"by\":");
  append_json_string (out, scrutiny_phase_suggestion_get_by (self->found));
  g_string_append (out, ",\"phases\":");
  append_json_texts (out, scrutiny_phase_suggestion_get_phases (self->found));
  g_string_append (out, ",\"steps\":");
  append_json_steps (out, scrutiny_phase_suggestion_get_log (self->found));
  g_string_append (out, ",\"apply\":");
  if (self->apply)
    append_json_string (out, self->apply);
  else
    g_string_append (out, "null");
  g_string_append (out, "}");
  g_string_append (out, end);

  return g_string_free (out, FALSE);
}
