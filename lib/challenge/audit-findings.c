/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-findings.h"

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/printed.h"
#include "challenge/chance-findings.h"
#include "challenge/status-order.h"

#include <glib/gi18n.h>
#include <math.h>

#define WHO_CHOSE \
  N_ ("Who chose {target}, from what, and what happens to the person on the other side of it?")
#define WHO_CHOSE_RULE \
  N_ ("Who chose the rule, from what, and what happens to the person on the other side of it?")
#define WITHOUT_COUNTS \
  N_ ("The numerator and the denominator of this figure, for this period and earlier ones.")

typedef struct {
  const AuditResult *audit;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static void
add_finding (Saying *saying,
             const char *id,
             const char *statement,
             const char *question,
             const char *request,
             GVariantDict *facts)
{
  finding_list_add (saying->findings, saying->method, id, statement, question, request, facts);
}

static void
insert_row_name (GVariantDict *facts, const char *key, const AuditRows *rows, gsize row)
{
  g_autofree char *name = rows->periods ? period_dup_text (&rows->periods[row])
                                        : columns_dup_row_name (rows->table, row);

  g_variant_dict_insert (facts, key, "s", name);
}

gboolean
audit_result_is_compared (const AuditResult *audit, gsize row)
{
  const AuditRows *rows = audit->rows;

  return rows->published && *rows->published[row] && rows->recomputed[row];
}

gboolean
audit_result_is_mismatch (const AuditResult *audit, gsize row)
{
  return audit_result_is_compared (audit, row) &&
         !status_equal (audit->rows->published[row], audit->rows->recomputed[row]);
}

static void
say_mismatch (Saying *saying)
{
  const AuditRows *rows = saying->audit->rows;
  gint64 n_compared = 0, n_mismatches = 0;
  gsize first = AUDIT_NO_ROW;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  for (gsize i = 0; i < rows->n_rows; i++) {
    n_compared += audit_result_is_compared (saying->audit, i) != FALSE;
    if (!audit_result_is_mismatch (saying->audit, i))
      continue;
    if (n_mismatches++ == 0)
      first = i;
  }
  if (n_mismatches == 0)
    return;

  g_variant_dict_insert (&facts, "n_mismatches", "x", n_mismatches);
  g_variant_dict_insert (&facts, "n_compared", "x", n_compared);
  g_variant_dict_insert (&facts, "published", "s", rows->published[first]);
  g_variant_dict_insert (&facts, "recomputed", "s", rows->recomputed[first]);
  insert_row_name (&facts, "period", rows, first);
  add_finding (
      saying, "colour.mismatch",
      n_compared == 1 ? N_ ("The published status is not the one that the stated rule gives: "
                            "{period:period} is "
                            "{published:q}, and the rule gives {recomputed:q}.")
      : n_mismatches == 1
          ? N_ ("1 of {n_compared} published statuses is not the one that the stated rule "
                "gives: {period:period} is {published:q}, and the rule gives "
                "{recomputed:q}.")
          : N_ ("{n_mismatches} of {n_compared} published statuses are not the ones that "
                "the stated rule gives; the first is {period:period}, {published:q}, "
                "where the rule gives {recomputed:q}."),
      N_ ("Was a figure revised since, was another rule in force, or was the status set by "
          "hand, and by whom?"),
      NULL, &facts);
}

static guint
least_decimals (const AuditRows *rows)
{
  return rows->decimals <= PRINTED_MOST_DECIMALS ? rows->decimals : 1;
}

static gboolean
shows_status (const AuditRows *rows, gsize row, double value, guint decimals, const char *status)
{
  return g_strcmp0 (audit_rows_judge (rows, row, printed_round (value, decimals), NULL), status) ==
         0;
}

/* As many as it takes that no figure is said to have a status which it has not as it is said:
 * 89.997 is not 90.
 */
static guint
decimals_of_flip (const AuditRows *rows, gsize row, const Flip *flip)
{
  guint decimals = least_decimals (rows);

  while (decimals < PRINTED_MOST_DECIMALS &&
         !(shows_status (rows, row, flip->value, decimals, flip->status) &&
           shows_status (rows, row, rows->values[row], decimals, rows->recomputed[row])))
    decimals++;

  return decimals;
}

/* Two figures with as few decimals as tell them apart, and at least @decimals. */
static void
insert_values (GVariantDict *facts,
               const char *first,
               double before,
               const char *second,
               double after,
               guint decimals)
{
  while (decimals < PRINTED_MOST_DECIMALS && before != after &&
         printed_round (before, decimals) == printed_round (after, decimals))
    decimals++;

  g_variant_dict_insert (facts, first, "d", printed_round (before, decimals));
  g_variant_dict_insert (facts, second, "d", printed_round (after, decimals));
}

/* By whether an interval is known, whether it is one case, and whether it is one more. */
static const char *const flips[2][2][2] = {
  {
      {
          N_ ("{numerator} of {denominator} is {value}. With {flip_cases} cases fewer it would be "
              "{flip_value} and the status {flip_status:q}."),
          N_ ("{numerator} of {denominator} is {value}. With {flip_cases} cases more it would be "
              "{flip_value} and the status {flip_status:q}."),
      },
      {
          N_ ("{numerator} of {denominator} is {value}. With one case fewer it would be "
              "{flip_value} and the status {flip_status:q}."),
          N_ ("{numerator} of {denominator} is {value}. With one case more it would be "
              "{flip_value} and the status {flip_status:q}."),
      },
  },
  {
      {
          N_ ("{numerator} of {denominator} is {value}. With {flip_cases} cases fewer it would be "
              "{flip_value} and the status {flip_status:q}. Chance among so many cases alone "
              "leaves "
              "room from {low:.1} to {high:.1} (95% interval)."),
          N_ ("{numerator} of {denominator} is {value}. With {flip_cases} cases more it would be "
              "{flip_value} and the status {flip_status:q}. Chance among so many cases alone "
              "leaves "
              "room from {low:.1} to {high:.1} (95% interval)."),
      },
      {
          N_ ("{numerator} of {denominator} is {value}. With one case fewer it would be "
              "{flip_value} and the status {flip_status:q}. Chance among so many cases alone "
              "leaves "
              "room from {low:.1} to {high:.1} (95% interval)."),
          N_ ("{numerator} of {denominator} is {value}. With one case more it would be "
              "{flip_value} and the status {flip_status:q}. Chance among so many cases alone "
              "leaves "
              "room from {low:.1} to {high:.1} (95% interval)."),
      },
  },
};

static void
say_flip (Saying *saying)
{
  const AuditResult *audit = saying->audit;
  const AuditRows *rows = audit->rows;
  const Flip *flip = &audit->flip;
  const char *question = audit->no_grid ? WHO_CHOSE_RULE : WHO_CHOSE;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (audit->latest == AUDIT_NO_ROW || flip->direction == 0 || !flip->status)
    return;

  insert_row_name (&facts, "period", rows, audit->latest);
  insert_values (&facts, "value", rows->values[audit->latest], "flip_value", flip->value,
                 decimals_of_flip (rows, audit->latest, flip));
  g_variant_dict_insert (&facts, "distance", "d", flip->distance);
  g_variant_dict_insert (&facts, "direction", "s", flip->direction > 0 ? "up" : "down");
  g_variant_dict_insert (&facts, "status", "s", rows->recomputed[audit->latest]);
  g_variant_dict_insert (&facts, "flip_status", "s", flip->status);
  if (!audit->no_grid)
    g_variant_dict_insert (&facts, "target", "d", audit->grid.target);

  if (flip->n_cases < 0) {
    add_finding (saying, "colour.flip",
                 N_ ("{value} is {distance} from {flip_value}, where the status would be "
                     "{flip_status:q}. How many cases that is cannot be told without the numerator "
                     "and the denominator."),
                 question, WITHOUT_COUNTS, &facts);
    return;
  }

  g_variant_dict_insert (&facts, "numerator", "d", rows->numerators[audit->latest]);
  g_variant_dict_insert (&facts, "denominator", "d", rows->denominators[audit->latest]);
  g_variant_dict_insert (&facts, "flip_cases", "x", flip->n_cases);
  g_variant_dict_insert (&facts, "low", "d", audit->low);
  g_variant_dict_insert (&facts, "high", "d", audit->high);
  if (isfinite (audit->low))
    g_variant_dict_insert (&facts, "within_chance", "b",
                           audit->low <= flip->value && flip->value <= audit->high);
  add_finding (saying, "colour.flip",
               flips[isfinite (audit->low) != 0][flip->n_cases == 1][flip->direction > 0], question,
               NULL, &facts);
}

/* The sentence on a grid: the counts of each status, or the one that all rules give. */
static const char *
choose_grid_sentence (const RuleGrid *grid, GVariantDict *facts)
{
  const guint n_rules = RULE_GRID_TARGETS * grid->n_widths;

  for (guint k = 0; k < grid->n_statuses; k++) {
    if (grid->counts[k] != n_rules)
      continue;
    g_variant_dict_insert (facts, "only", "s", grid->statuses[k]);
    return N_ ("All {n_rules} plausible rules, with targets from {lowest} to {highest}, give "
               "{only:q}.");
  }

  return grid->n_statuses == 3
             ? N_ ("Of {n_rules} plausible rules, with targets from {lowest} to {highest}, "
                   "{n_first} give {first:q}, {n_second} {second:q} and {n_third} {third:q}.")
             : N_ ("Of {n_rules} plausible rules, with targets from {lowest} to {highest}, "
                   "{n_first} give {first:q} and {n_second} {second:q}.");
}

static void
say_rules (Saying *saying)
{
  const RuleGrid *grid = &saying->audit->grid;
  static const char *const counts[] = { "n_first", "n_second", "n_third" };
  static const char *const statuses[] = { "first", "second", "third" };
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (saying->audit->latest == AUDIT_NO_ROW || saying->audit->no_grid)
    return;

  for (guint k = 0; k < grid->n_statuses; k++) {
    g_variant_dict_insert (&facts, counts[k], "x", (gint64) grid->counts[k]);
    g_variant_dict_insert (&facts, statuses[k], "s", grid->statuses[k]);
  }
  g_variant_dict_insert (&facts, "n_rules", "x", (gint64) (RULE_GRID_TARGETS * grid->n_widths));
  g_variant_dict_insert (&facts, "lowest", "d", grid->targets[0]);
  g_variant_dict_insert (&facts, "highest", "d", grid->targets[RULE_GRID_TARGETS - 1]);
  add_finding (saying, "colour.rules", choose_grid_sentence (grid, &facts),
               N_ ("Why this rule and not another, and when was it last looked at?"), NULL, &facts);
}

static void
insert_steps (GVariantDict *facts, const AuditSteps *steps)
{
  const guint n_routine = steps->n_changes - steps->n_changes_outside;

  g_variant_dict_insert (facts, "changes", "x", (gint64) steps->n_changes);
  g_variant_dict_insert (facts, "n_periods", "x", (gint64) steps->n_with_status);
  g_variant_dict_insert (facts, "changes_within", "x", (gint64) n_routine);
  g_variant_dict_insert (facts, "changes_with_signal", "x", (gint64) steps->n_changes_outside);
  g_variant_dict_insert (facts, "signals", "x", (gint64) steps->n_outside);
  g_variant_dict_insert (facts, "signals_without_change", "x",
                         (gint64) (steps->n_outside - steps->n_changes_outside));
  g_variant_dict_insert (facts, "step_limit", "d", steps->limit);
}

const char *
audit_result_get_told_by (const AuditResult *audit)
{
  if (audit->counts.speaks)
    return "counts";

  return audit->steps->no_steps ? NULL : "steps";
}

static void
insert_counts (GVariantDict *facts, const AuditResult *audit)
{
  const AuditCounts *counts = &audit->counts;

  g_variant_dict_insert (facts, "told_by", "s", audit_result_get_told_by (audit));
  g_variant_dict_insert (facts, "false_alarm", "d",
                         counts->speaks ? AUDIT_COUNTS_LEVEL : AUDIT_STEP_FALSE_ALARM);
  if (!counts->test)
    return;

  g_variant_dict_insert (facts, "test", "s", counts->test);
  g_variant_dict_insert (facts, "n_tested", "x", (gint64) counts->n_tested);
  g_variant_dict_insert (facts, "beyond_chance", "x", (gint64) counts->n_beyond);
  g_variant_dict_insert (facts, "n_steps", "x", (gint64) counts->n_steps);
  g_variant_dict_insert (facts, "beyond_without_change", "x", (gint64) counts->n_missed);
  g_variant_dict_insert (facts, "within_chance", "x",
                         (gint64) (counts->n_tested - counts->n_beyond));
}

/* By whether it is of periods taken apart, and whether counts speak. */
static const char *const changes_said[2][2] = {
  {
      N_ ("The status changed {changes} {changes|time|times} in {n_periods} periods; "
          "{changes_within} of these {changes_within|was a step|were steps} within ordinary "
          "movement from one period to the next."),
      N_ ("The status changed {changes} {changes|time|times} in {n_periods} periods; in "
          "{within_chance} of these the cases behind the two periods differ by no more than "
          "chance would have them."),
  },
  {
      N_ ("Each period taken by itself, not the year to date: the rule would have changed the "
          "status {changes} {changes|time|times} in {n_periods} periods; {changes_within} of "
          "these {changes_within|was a step|were steps} within ordinary movement from one period "
          "to the next."),
      N_ ("Each period taken by itself, not the year to date: the rule would have changed the "
          "status {changes} {changes|time|times} in {n_periods} periods; in {within_chance} of "
          "these the cases behind the two periods differ by no more than chance would have them."),
  },
};

static void
say_changes (Saying *saying)
{
  const AuditSteps *steps = saying->audit->steps;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (steps->n_changes == 0 || !audit_result_get_told_by (saying->audit))
    return;

  insert_steps (&facts, steps);
  insert_counts (&facts, saying->audit);
  add_finding (saying, "colour.changes",
               changes_said[saying->audit->apart != NULL][saying->audit->counts.speaks],
               N_ ("What happened in the periods when the status changed, and who was told?"), NULL,
               &facts);
}

/* By what speaks of them. */
static gboolean
is_missed (const AuditResult *audit, gsize row)
{
  const gboolean is_beyond = audit->counts.speaks ? audit->counts.chances[row] <= AUDIT_COUNTS_LEVEL
                                                  : audit->steps->outside[row];

  return is_beyond && !audit->steps->changed[row];
}

/* By whether it is of periods taken apart, and whether counts speak. */
static const char *const missed_said[2][2] = {
  {
      N_ ("{signals_without_change} of {signals} {signals|step|steps} outside ordinary movement "
          "changed no status; the last is {period:period}, from {before} to {after}."),
      N_ ("The cases behind {beyond_without_change} {beyond_without_change|period|periods} differ "
          "from those of the period before by more than chance would have them, and the status "
          "did not change; the last is {period:period}, from {before} to {after}."),
  },
  {
      N_ ("Each period taken by itself, not the year to date: {signals_without_change} of "
          "{signals} {signals|step|steps} outside ordinary movement would have changed no status; "
          "the last is {period:period}, from {before} to {after}."),
      N_ ("Each period taken by itself, not the year to date: the cases behind "
          "{beyond_without_change} {beyond_without_change|period|periods} differ from those of "
          "the period before by more than chance would have them, and the status would not have "
          "changed; the last is {period:period}, from {before} to {after}."),
  },
};

static void
say_missed_step (Saying *saying)
{
  const AuditResult *audit = saying->audit;
  const AuditSteps *steps = audit->steps;
  const AuditRows *rows = audit->series;
  gsize last = AUDIT_NO_ROW;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  for (gsize i = 1; i < steps->n_rows; i++)
    if (is_missed (audit, i))
      last = i;
  if (last == AUDIT_NO_ROW)
    return;

  insert_steps (&facts, steps);
  insert_counts (&facts, audit);
  insert_row_name (&facts, "period", rows, last);
  insert_values (&facts, "before", rows->values[last - 1], "after", rows->values[last],
                 least_decimals (rows));
  add_finding (saying, "colour.missed", missed_said[audit->apart != NULL][audit->counts.speaks],
               N_ ("What changed in {period:period}, and why does the status not show it?"), NULL,
               &facts);
}

static void
say_missed_pattern (Saying *saying)
{
  const AuditSteps *steps = saying->audit->steps;
  const AuditPattern *last = NULL;
  gint64 n_missed = 0;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  for (guint k = 0; k < steps->patterns->len; k++) {
    const AuditPattern *pattern = &g_array_index (steps->patterns, AuditPattern, k);

    if (pattern->changed)
      continue;
    n_missed++;
    if (!last || pattern->first > last->first)
      last = pattern;
  }
  if (!last || saying->audit->apart)
    return;

  g_variant_dict_insert (&facts, "patterns", "x", (gint64) steps->patterns->len);
  g_variant_dict_insert (&facts, "patterns_without_change", "x", n_missed);
  insert_row_name (&facts, "first", saying->audit->series, last->first);
  insert_row_name (&facts, "last", saying->audit->series, last->last);
  add_finding (saying, "colour.missed",
               N_ ("The chart marks {first:period} to {last:period} as outside ordinary movement; "
                   "the status did not change then."),
               N_ ("What changed in {first:period}, and why does the status not show it?"), NULL,
               &facts);
}

GPtrArray *
audit_findings_new (const AuditResult *audit, ScrutinyMethod *method)
{
  Saying saying = { audit, method, finding_list_new () };

  say_mismatch (&saying);
  say_flip (&saying);
  say_rules (&saying);
  say_changes (&saying);
  say_missed_step (&saying);
  say_missed_pattern (&saying);
  chance_findings_add (saying.findings, audit, method);

  return saying.findings;
}
