/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/chance-findings.h"

#include "base/finding-list.h"
#include "base/printed.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A boundary this near to the level, in the spread, has the figure on either side in turn. */
#define NEAR_THE_LEVEL 0.5
#define AT_THE_LEVEL 0.05

/* On average between false alarms of three-sigma limits. */
#define PERIODS_TO_LIMIT 370

#define HUNDRED 100

typedef struct {
  const AuditResult *audit;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static void
insert_share (GVariantDict *facts, const char *key, double chance)
{
  g_variant_dict_insert (facts, key, "d", round (HUNDRED * chance));
}

static void
insert_period (GVariantDict *facts, const char *key, const AuditRows *rows, gsize row)
{
  g_autofree char *text = period_dup_text (&rows->periods[row]);

  g_variant_dict_insert (facts, key, "s", text);
}

/* As many decimals as @deviation needs two digits, and at least those printed. */
static double
shown (double value, double deviation)
{
  const double decimals = deviation > 0 ? 1 - floor (log10 (deviation)) : 1;

  return printed_round (value, (guint) CLAMP (decimals, 0, PRINTED_MOST_DECIMALS));
}

static double
get_deviation (const AuditChance *chance)
{
  const SteadyFigure *figure = audit_chance_get_latest (chance);

  return figure ? steady_figure_get_deviation (figure, chance->row) : NAN;
}

/* How many changes there could be; once where that is so, and not between 1 and 1. */
static char *
dup_often (const AuditChance *chance)
{
  if (chance->low < chance->high)
    return g_strdup_printf ("between %u and %u times", (guint) chance->low, (guint) chance->high);
  if (chance->low < 2)
    return g_strdup (chance->low == 0 ? "not at all" : "once");

  return g_strdup_printf ("%u times", (guint) chance->low);
}

/* With the stretches that it was worked out of. */
static const char *
choose_expected (const AuditLevels *levels, gboolean is_found, gboolean is_apart)
{
  if (is_apart)
    return levels->n_known == 1
               ? N_ ("Each period taken by itself, not the year to date: from {first:period} to "
                     "{last:period}, a figure that stays at one level, and moves from one period "
                     "to the next as this one does, would change its status {often} in {n_periods} "
                     "periods, in 19 of 20 such stretches; this one "
                     "did {changes} {changes|time|times}.")
               : N_ ("Each period taken by itself, not the year to date: a figure that keeps to "
                     "the levels this one had from {starts} on, and moves from one period to the "
                     "next as it does, would change its status {often} in {n_periods} periods, in "
                     "19 of 20 such histories; this "
                     "one did {changes} {changes|time|times}.");
  if (levels->n == 1)
    return N_ ("A figure that stays at one level, and moves from one period to the next as this "
               "one does, would change its status {often} in {n_periods} "
               "periods, in 19 of 20 such stretches; this one did {changes} "
               "{changes|time|times}.");
  if (levels->n_known == 1)
    return N_ ("From {first:period} to {last:period}, a figure that stays at one level, and moves "
               "from one period to the next as this one does, would change its status {often} in "
               "{n_periods} periods, in 19 of 20 such stretches; this "
               "one did {changes} {changes|time|times}. The other stretches are too short to say.");

  return is_found
             ? N_ ("A figure that keeps to the levels this one had from {starts} on, and moves "
                   "from "
                   "one period to the next as it does, would change its status {often} in "
                   "{n_periods} periods, in 19 of 20 such histories; this one did "
                   "{changes} {changes|time|times}.")
             : N_ ("A figure that keeps to the levels this one had under each way of counting, "
                   "from "
                   "{starts} on, and moves from one period to the next as it does, would change "
                   "its status {often} in {n_periods} periods, in 19 of 20 "
                   "such histories; this one did {changes} {changes|time|times}.");
}

/* Whether any of the stretches that are used begins with a shift that was found. */
static gboolean
insert_stretches (GVariantDict *facts, const AuditLevels *levels, const AuditRows *rows)
{
  g_autoptr (GStrvBuilder) starts = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  gboolean is_found = FALSE;

  for (guint k = 0; k < levels->n; k++) {
    const AuditLevel *level = &levels->all[k];
    g_autofree char *label = period_dup_label (&rows->periods[level->first]);

    is_found |= k > 0 && rows->breaks && rows->breaks[level->first] == AUDIT_BREAK_FOUND;
    if (level->unknown)
      continue;
    g_strv_builder_add (starts, label);
    if (levels->n_known > 1)
      continue;
    insert_period (facts, "first", rows, level->first);
    insert_period (facts, "last", rows, level->last);
  }
  labels = g_strv_builder_end (starts);
  g_variant_dict_insert_value (facts, "starts",
                               g_variant_new_strv ((const char *const *) labels, -1));

  return is_found;
}

static void
say_expected (Saying *saying)
{
  const AuditChance *chance = &saying->audit->chance;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *often = NULL;
  gboolean is_found;

  if (chance->no_expected)
    return;

  often = dup_often (chance);
  is_found = insert_stretches (&facts, &chance->levels, saying->audit->series);
  g_variant_dict_insert (&facts, "often", "s", often);
  g_variant_dict_insert (&facts, "changes", "x", (gint64) chance->n_changes);
  g_variant_dict_insert (&facts, "n_periods", "x", (gint64) chance->levels.n_used);
  g_variant_dict_insert (&facts, "expected", "d", chance->expected);
  g_variant_dict_insert (&facts, "low", "x", (gint64) chance->low);
  g_variant_dict_insert (&facts, "high", "x", (gint64) chance->high);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - CHANCE_LEVEL);
  finding_list_add (saying->findings, saying->method, "colour.expected",
                    choose_expected (&chance->levels, is_found, saying->audit->apart != NULL),
                    N_ ("What would tell a change in the service from ordinary movement here?"),
                    NULL, &facts);
}

static const char *
choose_alarm (double distance, double every)
{
  if (distance < AT_THE_LEVEL)
    return N_ ("The boundary at {boundary} lies at the usual level, {level}, and the figure "
               "ordinarily moves by {deviation} or so: without any change it is on the other side "
               "in {beyond} of 100 periods, and its status is close to the toss of a coin.");
  if (distance < NEAR_THE_LEVEL)
    return N_ (
        "The boundary at {boundary} lies {distance} from the usual level, {level}, and the figure "
        "ordinarily moves by {deviation} or so: without any change it is on the other side in "
        "{beyond} of 100 periods, and its status is close to the toss of a coin.");
  if (every < PERIODS_TO_LIMIT)
    return N_ (
        "The boundary at {boundary} acts like an alarm that rings once in {every} periods when "
        "nothing is happening; a limit for what is out of the ordinary rings once in 370.");

  return N_ ("The boundary at {boundary} lies {distance} from the usual level, {level}, and the "
             "figure ordinarily moves by {deviation} or so: it would take more than ordinary "
             "movement to cross it.");
}

static void
say_alarm (Saying *saying)
{
  const AuditChance *chance = &saying->audit->chance;
  const double deviation = get_deviation (chance);
  const double level = deviation > 0 ? audit_chance_get_latest (chance)->level : NAN;
  const double distance = fabs (chance->boundary - level);
  const double every = 1 / chance->beyond;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (isnan (chance->beyond) || !(deviation > 0))
    return;

  g_variant_dict_insert (&facts, "boundary", "d", chance->boundary);
  g_variant_dict_insert (&facts, "level", "d", shown (level, deviation));
  g_variant_dict_insert (&facts, "distance", "d", shown (distance, deviation));
  g_variant_dict_insert (&facts, "deviation", "d", shown (deviation, deviation));
  insert_share (&facts, "beyond", chance->beyond);
  g_variant_dict_insert (&facts, "on_the_face", "b", distance < NEAR_THE_LEVEL * deviation);
  if (isfinite (every))
    g_variant_dict_insert (&facts, "every", "d",
                           every < 10 ? printed_round (every, 1) : round (every));
  finding_list_add (
      saying->findings, saying->method, "colour.alarm", choose_alarm (distance / deviation, every),
      N_ ("Why does the boundary lie there, and what is done when it is crossed?"), NULL, &facts);
}

static const char *
choose_bits (const AuditChance *chance)
{
  if (!(chance->levels.moves > 0))
    return N_ ("No movement in the level can be told from the spread of {n_years} years; the "
               "status carries 0 bits about it, of the {bits_shown} it shows.");

  return N_ ("The status shows {bits_shown} bits a period and carries {bits_carried} of them about "
             "the level: {share} in 100 of what is seen to move is about the service, the rest "
             "ordinary movement.");
}

static void
say_bits (Saying *saying)
{
  const AuditChance *chance = &saying->audit->chance;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (isnan (chance->bits_carried) || !(chance->bits_shown > 0))
    return;

  g_variant_dict_insert (&facts, "bits_shown", "d", printed_round (chance->bits_shown, 2));
  g_variant_dict_insert (&facts, "bits_carried", "d", printed_round (chance->bits_carried, 2));
  insert_share (&facts, "share", chance->bits_carried / chance->bits_shown);
  g_variant_dict_insert (&facts, "n_years", "x", (gint64) chance->levels.n_years);
  g_variant_dict_insert (&facts, "level_deviation", "d", chance->levels.moves);
  finding_list_add (saying->findings, saying->method, "colour.bits", choose_bits (chance),
                    N_ ("What could be shown in place of the status that says more about the "
                        "service?"),
                    NULL, &facts);
}

/* Both errors side by side. */
static void
say_errors (Saying *saying)
{
  const AuditChance *chance = &saying->audit->chance;
  const double deviation = get_deviation (chance);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (isnan (chance->no_shift) || isnan (chance->unseen_up) || isnan (chance->unseen_down))
    return;

  g_variant_dict_insert (&facts, "shift", "d", shown (CHANCE_SHIFT_WIDTH * deviation, deviation));
  g_variant_dict_insert (&facts, "prior", "x", (gint64) CHANCE_PERIODS_TO_SHIFT);
  g_variant_dict_insert (&facts, "lasts", "x", (gint64) CHANCE_LASTS);
  insert_share (&facts, "no_shift", chance->no_shift);
  insert_share (&facts, "unseen_up", chance->unseen_up);
  insert_share (&facts, "unseen_down", chance->unseen_down);
  finding_list_add (
      saying->findings, saying->method, "colour.errors",
      N_ ("When the status changes, the level has not moved in {no_shift} of 100 cases, taking it "
          "to "
          "move once in {prior} periods by {shift} or so; when it does move so far for {lasts} "
          "periods, the status shows nothing of it in {unseen_up} of 100 cases upwards and "
          "{unseen_down} downwards."),
      N_ ("What is done when the status changes, and what when it does not?"), NULL, &facts);
}

static void
say_rounding (Saying *saying)
{
  const AuditTraps *traps = &saying->audit->traps;
  const AuditRows *rows = saying->audit->series;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (traps->n_rounded == 0)
    return;

  insert_period (&facts, "period", rows, traps->rounded);
  g_variant_dict_insert (&facts, "n_rounded", "x", (gint64) traps->n_rounded);
  g_variant_dict_insert (&facts, "numerator", "d", rows->numerators[traps->rounded]);
  g_variant_dict_insert (&facts, "denominator", "d", rows->denominators[traps->rounded]);
  g_variant_dict_insert (&facts, "exact", "d", printed_round (traps->exact, 3));
  g_variant_dict_insert (&facts, "status", "s", rows->recomputed[traps->rounded]);
  g_variant_dict_insert (&facts, "unrounded", "s", traps->unrounded ? traps->unrounded : "");
  finding_list_add (
      saying->findings, saying->method, "colour.rounding",
      N_ ("Rounding decided the status of {n_rounded} {n_rounded|period|periods}: in "
          "{period:period}, {numerator} of {denominator} is {exact}, which is {unrounded:q} before "
          "it is rounded and {status:q} after."),
      N_ ("Does the rule say to round first, and since when?"), NULL, &facts);
}

static void
say_lattice (Saying *saying)
{
  const AuditTraps *traps = &saying->audit->traps;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (isnan (traps->one_case) || !traps->narrow)
    return;

  g_variant_dict_insert (
      &facts, "denominator", "d",
      saying->audit->series->denominators[audit_rows_get_latest (saying->audit->series)]);
  g_variant_dict_insert (&facts, "one_case", "d", printed_round (traps->one_case, 1));
  g_variant_dict_insert (&facts, "width", "d", traps->width);
  g_variant_dict_insert (&facts, "narrow", "s", traps->narrow);
  finding_list_add (saying->findings, saying->method, "colour.lattice",
                    N_ ("Of {denominator} cases one moves the figure by {one_case}, and {narrow:q} "
                        "is {width} wide: the figure can hardly stop there."),
                    N_ ("How many cases a period is the rule made for?"), NULL, &facts);
}

/* By whether they moved more than once, and whether first amid a year. */
static const char *const moves_said[2][2] = {
  {
      N_ ("The boundaries moved in {period:period}. Had they stayed, {n_other} of {n_after} "
          "{n_after|status|statuses} since would be another."),
      N_ ("The boundaries moved in {period:period}, amid a year, so that its statuses do not "
          "compare. Had they stayed, {n_other} of {n_after} {n_after|status|statuses} since would "
          "be another."),
  },
  {
      N_ ("The boundaries moved {n_moves} times, first in {period:period}. Had they stayed, "
          "{n_other} of {n_after} {n_after|status|statuses} since would be another."),
      N_ ("The boundaries moved {n_moves} times, first in {period:period}, amid a year, so that "
          "its statuses do not compare. Had they stayed, {n_other} of {n_after} "
          "{n_after|status|statuses} "
          "since would be another."),
  },
};

static void
say_moved (Saying *saying)
{
  const AuditTraps *traps = &saying->audit->traps;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (traps->n_moves == 0)
    return;

  insert_period (&facts, "period", saying->audit->series, traps->moved);
  g_variant_dict_insert (&facts, "n_moves", "x", (gint64) traps->n_moves);
  g_variant_dict_insert (&facts, "amid_year", "b", traps->is_mid_year);
  g_variant_dict_insert (&facts, "n_after", "x", (gint64) traps->n_after);
  g_variant_dict_insert (&facts, "n_other", "x", (gint64) traps->n_other);
  finding_list_add (saying->findings, saying->method, "colour.moved",
                    moves_said[traps->n_moves > 1][traps->is_mid_year],
                    N_ ("Who moved them, on what grounds, and what was expected to follow?"), NULL,
                    &facts);
}

static void
say_percent (Saying *saying)
{
  const AuditResult *audit = saying->audit;
  const char *text = scrutiny_colour_rule_get_text (audit->series->rule);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!strstr (text, "% of ") || audit->latest == AUDIT_NO_ROW || audit->no_grid)
    return;

  g_variant_dict_insert (&facts, "target", "d", audit->grid.target);
  g_variant_dict_insert (&facts, "second", "s", audit->grid.statuses[1]);
  finding_list_add (
      saying->findings, saying->method, "colour.percent",
      N_ ("How far {second:q} reaches is a share of the target, {target}: where the target moves, "
          "the band widens or narrows with it, and it is wider for figures with high targets."),
      N_ ("Is the band meant to depend on the target, and for what reason?"), NULL, &facts);
}

static void
say_arrows (Saying *saying)
{
  const AuditTraps *traps = &saying->audit->traps;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!traps->has_arrows)
    return;

  g_variant_dict_insert (&facts, "n_values", "x", (gint64) traps->n_values);
  g_variant_dict_insert (&facts, "turns", "x", (gint64) traps->n_turns);
  g_variant_dict_insert (&facts, "expected", "d",
                         printed_round (audit_traps_expect_turns (traps->n_values), 1));
  finding_list_add (
      saying->findings, saying->method, "colour.arrows",
      N_ ("An arrow against the period before points up half of the time when nothing changes. "
          "In these {n_values} periods the figure turned {turns} {turns|time|times}; a figure "
          "whose "
          "periods have nothing to do with each other turns {expected} times on average."),
      N_ ("What is an arrow compared with, and what is done about it?"), NULL, &facts);
}

void
chance_findings_add (GPtrArray *findings, const AuditResult *audit, ScrutinyMethod *method)
{
  Saying saying = { audit, method, findings };

  say_expected (&saying);
  say_alarm (&saying);
  say_bits (&saying);
  say_errors (&saying);
  say_rounding (&saying);
  say_lattice (&saying);
  say_moved (&saying);
  say_percent (&saying);
  say_arrows (&saying);
}
