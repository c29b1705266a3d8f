/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose-words.h"

#include <string.h>

/* How words that name a kind of people begin. */
static const char *const people[] = {
  "adult",  "anybod", "anyon",   "baby",   "babi",    "boy",    "carer",   "child",   "citizen",
  "cyclis", "driver", "elder",   "everyb", "everyon", "famil",  "girl",    "homel",   "househ",
  "learne", "marri",  "mother",  "neighb", "nobody",  "parent", "passeng", "patient", "pedest",
  "people", "person", "public",  "pupil",  "reside",  "rider",  "somebod", "someon",  "studen",
  "tenant", "victim", "visitor", "women",  "worker",  "young",  NULL,
};

/* The same, where others begin so too: mended, whole. */
static const char *const whole_people[] = { "men", "who", "whom", "whose", NULL };

/* How words begin that say what an organisation does to a case. */
static const char *const inside[] = {
  "accepted", "allocat", "approv",   "assign",  "authoris", "authoriz", "closed",
  "complet",  "created", "database", "entered", "issued",   "keyed",    "logged",
  "opened",   "process", "recorded", "registe", "scanned",  "signed",   "stamped",
  "system",   "triage",  "valid",    NULL,
};

static const char *const denials[] = { "no", "nobody", "none", "not", "never", NULL };

/* Units of a time, and words of a title that speak of one. */
static const char *const spans[] = { "seconds", "minutes", "hours", "days", "weeks", NULL };
static const char *const waits[] = { "wait", "waited", "waiting", "waits", "turnaround", NULL };
static const char *const before_time[] = { "average", "in",         "mean",     "median",
                                           "on",      "processing", "response", NULL };

/* Days that nobody waits: lost to illness, a library open, beds in use. */
static const char *const no_waits[] = {
  "absence", "absences", "absent", "bed",      "beds",    "lost",
  "opened",  "opening",  "per",    "sickness", "trained", NULL,
};

char **
purpose_words_dup (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text ? text : "", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  GString *word = g_string_new (NULL);

  for (const char *at = lower;; at = g_utf8_next_char (at)) {
    const gunichar character = g_utf8_get_char (at);

    if (character && g_unichar_isalnum (character)) {
      g_string_append_unichar (word, character);
      continue;
    }
    if (word->len > 0)
      g_strv_builder_add (words, word->str);
    g_string_set_size (word, 0);
    if (!character)
      break;
  }
  g_string_free (word, TRUE);

  return g_strv_builder_end (words);
}

static gboolean
begins_as_any (char **words, const char *const *starts)
{
  for (; *words; words++)
    for (gsize i = 0; starts[i]; i++)
      if (g_str_has_prefix (*words, starts[i]))
        return TRUE;

  return FALSE;
}

static gboolean
holds_any (char **words, const char *const *those)
{
  for (; *words; words++)
    if (g_strv_contains (those, *words))
      return TRUE;

  return FALSE;
}

gboolean
purpose_words_name_people (char **words)
{
  return begins_as_any (words, people) || holds_any (words, whole_people);
}

gboolean
purpose_words_are_inside (char **words)
{
  return begins_as_any (words, inside) && !purpose_words_name_people (words);
}

gboolean
purpose_words_deny (char **words)
{
  return words[0] && g_strv_contains (denials, words[0]);
}

/* “Average time to relet”, “answered in time”, “time taken”. */
static gboolean
speaks_of_time (char **words)
{
  for (gsize i = 0; words[i]; i++) {
    if (!g_str_equal (words[i], "time"))
      continue;
    if (i > 0 && g_strv_contains (before_time, words[i - 1]))
      return TRUE;
    if (g_strcmp0 (words[i + 1], "taken") == 0 || g_strcmp0 (words[i + 1], "to") == 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
measures_time (ScrutinyDefinition *definition)
{
  const char *measure = definition ? scrutiny_definition_get_measure (definition) : NULL;

  return definition && ((measure && strstr (measure, "_between")) ||
                        scrutiny_definition_get_clock_start (definition) ||
                        scrutiny_definition_get_clock_stop (definition));
}

gboolean
purpose_words_tell_time (ScrutinyIndicator *indicator)
{
  g_auto (GStrv) unit = purpose_words_dup (scrutiny_indicator_get_unit (indicator));
  g_auto (GStrv) title = purpose_words_dup (scrutiny_indicator_get_title (indicator));

  if (measures_time (scrutiny_indicator_get_definition (indicator)))
    return TRUE;
  if (holds_any (title, no_waits))
    return FALSE;

  return holds_any (unit, spans) || holds_any (title, spans) || holds_any (title, waits) ||
         speaks_of_time (title);
}
