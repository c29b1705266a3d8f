/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-text.h"

#include "base/error-private.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_RULE 60
#define MOST_POINTS 1000

/* A rule under the reader's finger. */
typedef struct {
  const char *text;
  char **words;
  guint at;
} Reader;

static const char *
word (const Reader *self)
{
  return self->words[self->at] ? self->words[self->at] : "";
}

static gboolean
take (Reader *self, const char *wanted)
{
  if (!g_str_equal (word (self), wanted))
    return FALSE;
  self->at++;

  return TRUE;
}

static gboolean
refuse (const Reader *self, const char *wanted, GError **error)
{
  g_autofree char *rule = printable_dup (self->text, MOST_OF_A_RULE);
  g_autofree char *here = printable_dup (word (self), MOST_OF_A_RULE);

  if (*here)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, "rules", self->text,
                           "Rule “%s”, word %u, “%s”: there should be %s", rule, self->at + 1, here,
                           wanted);
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, "rules", self->text,
                           "Rule “%s” ends too early: there should be %s", rule, wanted);

  return FALSE;
}

static gboolean
take_count (Reader *self, size_t *count, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word (self), 10, 1, MOST_POINTS, &number, NULL))
    return refuse (self, "a number of points, from 1 to 1000", error);
  *count = (size_t) number;
  self->at++;

  return TRUE;
}

static gboolean
take_distance (Reader *self, double *distance, GError **error)
{
  char *end;
  const double number = g_ascii_strtod (word (self), &end);

  if (end == word (self) || *end || !isfinite (number) || number <= 0)
    return refuse (self, "a distance from the centre in spreads, such as 2", error);
  *distance = number;
  self->at++;

  return TRUE;
}

/* “beyond 2”, “beyond limits”, after the counts. */
static gboolean
take_beyond (Reader *self, Rule *rule, GError **error)
{
  rule->id = rule->pattern.window == 1 ? "beyond-limits" : "some-beyond";
  rule->pattern.shape = KERNEL_RULE_BEYOND;
  if (take (self, "limits")) {
    rule->how = RULE_BEYOND_LIMITS;
    return TRUE;
  }

  return take_distance (self, &rule->pattern.distance, error);
}

static gboolean
take_shape (Reader *self, Rule *rule, GError **error)
{
  static const struct {
    const char *word, *id;
    KernelRuleShape shape;
  } shapes[] = {
    { "trending", "trend", KERNEL_RULE_TREND },
    { "alternating", "alternating", KERNEL_RULE_ALTERNATING },
    { "within", "within", KERNEL_RULE_WITHIN },
    { "outside", "outside", KERNEL_RULE_OUTSIDE },
  };

  if (take (self, "beyond"))
    return take_beyond (self, rule, error);
  if (take (self, "on")) {
    rule->id = "one-side";
    if (!take (self, "one") || !take (self, "side"))
      return refuse (self, "“on one side”", error);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    if (!take (self, shapes[i].word))
      continue;
    rule->id = shapes[i].id;
    rule->pattern.shape = shapes[i].shape;
    return shapes[i].shape < KERNEL_RULE_WITHIN ||
           take_distance (self, &rule->pattern.distance, error);
  }

  return refuse (self, "“beyond”, “on one side”, “trending”, “alternating”, “within” or “outside”",
                 error);
}

static gboolean
take_tie (Reader *self, KernelRule *pattern, GError **error)
{
  if (take (self, "breaks"))
    pattern->tie = KERNEL_TIE_BREAKS;
  else if (take (self, "skips"))
    pattern->tie = KERNEL_TIE_SKIPS;
  else if (take (self, "below"))
    pattern->tie = KERNEL_TIE_BELOW;
  else
    return refuse (self, "“breaks”, “skips” or “below”", error);

  return TRUE;
}

static gboolean
take_mark (Reader *self, KernelRule *pattern, GError **error)
{
  static const char *const marks[] = { "whole", "hits", "completing", "span" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (take (self, marks[i])) {
      pattern->mark = (KernelMark) i;
      return TRUE;
    }
  }

  return refuse (self, "“whole”, “hits”, “completing” or “span”", error);
}

static gboolean
take_modifier (Reader *self, KernelRule *pattern, GError **error)
{
  const guint start = self->at;

  if (take (self, "tie"))
    return take_tie (self, pattern, error);
  if (take (self, "mark"))
    return take_mark (self, pattern, error);
  if (take (self, "inclusive"))
    return pattern->inclusive = true;
  if (take (self, "same") && take (self, "side"))
    return pattern->same_side = true;
  if (take (self, "ends") && take (self, "beyond"))
    return pattern->ends_beyond = true;
  if (take (self, "gaps") && take (self, "skipped"))
    return pattern->skips_missing = true;
  if (take (self, "up") && take (self, "to"))
    return take_distance (self, &pattern->reach, error);
  self->at = start;

  return refuse (self,
                 "“tie …”, “mark …”, “inclusive”, “same side”, “ends beyond”, “up to …” or "
                 "“gaps skipped”",
                 error);
}

/* “2 of 3 beyond 2 tie breaks” */
static gboolean
take_pattern (Reader *self, Rule *rule, GError **error)
{
  KernelRule *pattern = &rule->pattern;

  rule->how = RULE_PATTERN;
  if (!take_count (self, &pattern->hits, error))
    return FALSE;
  pattern->window = pattern->hits;
  if (take (self, "of") && !take_count (self, &pattern->window, error))
    return FALSE;
  if (pattern->hits > pattern->window) {
    self->at--;
    return refuse (self, "as many points as are to lie there, or more", error);
  }
  if (!take_shape (self, rule, error))
    return FALSE;
  if (pattern->hits < pattern->window && pattern->shape != KERNEL_RULE_BEYOND) {
    self->at = 1;
    return refuse (self, "one number only: every point counts in this shape", error);
  }
  while (*word (self)) {
    if (!take_modifier (self, pattern, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
take_rule (Reader *self, Rule *rule, GError **error)
{
  if (take (self, "long") && take (self, "run")) {
    rule->id = "long-run";
    rule->how = RULE_LONG_RUN;
    rule->pattern.tie = KERNEL_TIE_SKIPS;
    return *word (self) ? refuse (self, "nothing more", error) : TRUE;
  }
  if (self->at == 0 && take (self, "few") && take (self, "crossings")) {
    rule->id = "few-crossings";
    rule->how = RULE_FEW_CROSSINGS;
    return *word (self) ? refuse (self, "nothing more", error) : TRUE;
  }
  self->at = 0;
  if (take (self, "run") && take (self, "count")) {
    rule->id = "run-count";
    rule->how = RULE_RUN_COUNT;
    return *word (self) ? refuse (self, "nothing more", error) : TRUE;
  }
  self->at = 0;

  return take_pattern (self, rule, error);
}

/* Words, whatever separates them. */
static char **
split_words (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " ,\t", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; pieces[i]; i++) {
    if (*pieces[i])
      g_strv_builder_add (words, pieces[i]);
  }

  return g_strv_builder_end (words);
}

RuleSet *
rule_text_parse (const char *text, GError **error)
{
  g_auto (GStrv) words = split_words (text);
  Reader reader = { text, words, 0 };
  Rule rule = { 0 };

  if (!take_rule (&reader, &rule, error))
    return NULL;

  RuleSet *set = g_new (RuleSet, 1);
  *set = (RuleSet){ g_strdup (text), "a rule written out by whoever drew the chart",
                    g_memdup2 (&rule, sizeof rule), 1 };

  return set;
}

void
rule_text_free (RuleSet *set)
{
  g_free ((char *) set->name);
  g_free ((Rule *) set->rules);
  g_free (set);
}
