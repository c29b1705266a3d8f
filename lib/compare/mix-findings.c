/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-findings.h"

#include "base/finding-list.h"
#include "base/printable.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_SHOWN 40
#define MOST_DECIMALS 6

/* What is less is not told apart from nothing by one decimal. */
#define LEAST_SHOWN 0.25

/* What the denominator must have moved by, as a logarithm, before it is said: 5%. */
#define DRIFT_SAID 0.05

/* Measured by tests/bench/bench-mix.c: of comparisons in which no part moved, while their shares
 * did or did not, how many are said to have parts that moved against the figure, and each part
 * to have done so; and of those in which nothing moved at all, how many are said to be moved by
 * their shares. No rate above these was seen.
 */
#define FALSE_ALARM 0.02
#define FALSE_ALARM_ALL 0.01
#define FALSE_ALARM_SHARES 0.005

#define ASK_PARTS \
  N_ ("Which parts of the work grew and which shrank, who decided that, and what does the figure " \
      "say part by part?")
#define ASK_WITHIN N_ ("What changed within the parts, and was it in all of them or in some?")
#define ASK_OPEN \
  N_ ("What do earlier periods show, part by part, and in which part are there too few cases to " \
      "tell?")
#define MORE_PERIODS N_ ("The same two counts, part by part, for earlier and later periods.")
#define WHICH_PARTS N_ ("What decides how the work divides into these parts, and since when.")
#define WITHIN_PARTS N_ ("What changed within each part from {first} to {last}, with dates.")
#define HOW_COUNTED N_ ("How {denominator:q} is counted, in {first} and in {last}.")

typedef struct {
  const MixReading *reading;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static void
insert_interval (GVariantDict *facts,
                 const char *low,
                 const char *high,
                 MixInterval interval,
                 double scale)
{
  g_variant_dict_insert (facts, low, "d", scale * interval.low);
  g_variant_dict_insert (facts, high, "d", scale * interval.high);
}

/* “ward” and “age band”. */
static char *
dup_ways (const MixCells *cells)
{
  GString *ways = g_string_new (NULL);

  for (gsize k = 0; k < cells->n_ways; k++) {
    g_autofree char *way = printable_dup (cells->ways[k], MOST_SHOWN);

    g_string_append_printf (ways, "%s“%s”",
                            k == 0                  ? ""
                            : k + 1 < cells->n_ways ? ", "
                                                    : " and ",
                            way);
  }

  return g_string_free (ways, FALSE);
}

/* One, or as many as show the largest of the movements. */
static gint64
decimals_of (const MixReading *reading)
{
  const MixParts *parts = reading->parts;
  const double rate = fabs (parts->rate), mix = fabs (parts->mix);
  const double largest = reading->scale * fmax (fmax (rate, mix), fabs (parts->rate + parts->mix));
  gint64 decimals = 1;

  for (double least = LEAST_SHOWN; largest > 0 && largest < least && decimals < MOST_DECIMALS;
       least /= 10)
    decimals++;

  return decimals;
}

/* Facts that every sentence has; sizes are without their sign. */
static void
begin (const Saying *saying, GVariantDict *facts)
{
  const MixReading *reading = saying->reading;
  const MixParts *parts = reading->parts;
  const gboolean percent = !reading->unit && reading->scale == 100;
  g_autofree char *unit = reading->unit ? g_strconcat (" ", reading->unit, NULL) : g_strdup ("");
  g_autofree char *ways = dup_ways (reading->cells);
  const double scale = reading->scale, total = parts->after - parts->before;

  g_variant_dict_init (facts, NULL);
  g_variant_dict_insert (facts, "ways", "s", ways);
  g_variant_dict_insert (facts, "first", "s", reading->cells->times[0]);
  g_variant_dict_insert (facts, "last", "s", reading->cells->times[1]);
  g_variant_dict_insert (facts, "n_parts", "x", (gint64) reading->cells->n);
  g_variant_dict_insert (facts, "before", "d", scale * parts->before);
  g_variant_dict_insert (facts, "after", "d", scale * parts->after);
  g_variant_dict_insert (facts, "total", "d", scale * total);
  g_variant_dict_insert (facts, "rate", "d", scale * parts->rate);
  g_variant_dict_insert (facts, "mix", "d", scale * parts->mix);
  g_variant_dict_insert (facts, "total_size", "d", scale * fabs (total));
  g_variant_dict_insert (facts, "rate_size", "d", scale * fabs (parts->rate));
  g_variant_dict_insert (facts, "mix_size", "d", scale * fabs (parts->mix));
  insert_interval (facts, "rate_low", "rate_high", parts->rate_interval, scale);
  insert_interval (facts, "mix_low", "mix_high", parts->mix_interval, scale);
  g_variant_dict_insert (facts, "agreement", "d", parts->agreement);
  g_variant_dict_insert (facts, "rate_support", "d", parts->rate_support);
  g_variant_dict_insert (facts, "agree", "d", 100 * parts->agreement);
  g_variant_dict_insert (facts, "drawn", "s", reading->counts == MIX_MEANS ? "means" : "counts");
  g_variant_dict_insert (facts, "decimals", "x", decimals_of (reading));
  g_variant_dict_insert (facts, "unit", "s", percent ? "%" : unit);
  g_variant_dict_insert (facts, "points", "s", percent ? " points" : unit);
}

static void
say (Saying *saying,
     const char *id,
     const char *statement,
     const char *question,
     const char *request,
     GVariantDict *facts)
{
  finding_list_add (saying->findings, saying->method, id, statement, question, request, facts);
}

/* By whether the whole rose. */
static const char *const reversed[] = {
  N_ ("From {first} to {last} the figure fell from {before:.*}{unit} to {after:.*}{unit}, and rose "
      "in each of its {n_parts} parts ({ways}), by {rate_size:.*}{points} together. The change in "
      "how much "
      "of the whole each part is took off {mix_size:.*}{points}."),
  N_ ("From {first} to {last} the figure rose from {before:.*}{unit} to {after:.*}{unit}, and fell "
      "in each of its {n_parts} parts ({ways}), by {rate_size:.*}{points} together. The change in "
      "how much "
      "of the whole each part is added {mix_size:.*}{points}."),
};

static const char *const apart[] = {
  N_ ("From {first} to {last} the figure fell from {before:.*}{unit} to {after:.*}{unit}. Within "
      "its parts ({ways}) it rose, by {rate_size:.*}{points} together; the change in how much of "
      "the whole "
      "each part is took off {mix_size:.*}{points}."),
  N_ ("From {first} to {last} the figure rose from {before:.*}{unit} to {after:.*}{unit}. Within "
      "its parts ({ways}) it fell, by {rate_size:.*}{points} together; the change in how much of "
      "the whole "
      "each part is added {mix_size:.*}{points}."),
};

/* The whole moved by its make-up; of the parts no more is said than their interval. */
static const char *const by_shares[] = {
  N_ ("From {first} to {last} the figure fell from {before:.*}{unit} to {after:.*}{unit}. The "
      "change in how much of the whole each part is took off {mix_size:.*}{points}; within the "
      "parts ({ways}) together it comes to {rate:.*}, and as few cases as these leave it between "
      "{rate_low:.*} "
      "and {rate_high:.*}."),
  N_ ("From {first} to {last} the figure rose from {before:.*}{unit} to {after:.*}{unit}. The "
      "change in how much of the whole each part is added {mix_size:.*}{points}; within the parts "
      "({ways}) "
      "together it comes to {rate:.*}, and as few cases as these leave it between {rate_low:.*} "
      "and "
      "{rate_high:.*}."),
};

static const char *const left_open[] = {
  N_ ("From {first} to {last} the figure fell from {before:.*}{unit} to {after:.*}{unit}, while "
      "within its parts ({ways}) it rose, by {rate_size:.*}{points} together. That may be chance: "
      "of 100 "
      "sets of {drawn} redrawn from these about {agree:.0} show the same."),
  N_ ("From {first} to {last} the figure rose from {before:.*}{unit} to {after:.*}{unit}, while "
      "within its parts ({ways}) it fell, by {rate_size:.*}{points} together. That may be chance: "
      "of 100 "
      "sets of {drawn} redrawn from these about {agree:.0} show the same."),
};

static const char *const unchancy[] = {
  N_ ("From {first} to {last} the figure fell from {before:.*}{unit} to {after:.*}{unit}: "
      "{rate:.*} within its parts ({ways}) and {mix:.*} by how much of the whole each part is."),
  N_ ("From {first} to {last} the figure rose from {before:.*}{unit} to {after:.*}{unit}: "
      "{rate:.*} within its parts ({ways}) and {mix:.*} by how much of the whole each part is."),
};

static const char *const together[] = {
  N_ ("From {first} to {last} the figure fell by {total_size:.*}{points}, from {before:.*}{unit} "
      "to {after:.*}{unit}: {rate:.*} within its parts ({ways}; between {rate_low:.*} and "
      "{rate_high:.*}) "
      "and {mix:.*} by how much of the whole each part is."),
  N_ ("From {first} to {last} the figure rose by {total_size:.*}{points}, from {before:.*}{unit} "
      "to {after:.*}{unit}: {rate:.*} within its parts ({ways}; between {rate_low:.*} and "
      "{rate_high:.*}) "
      "and {mix:.*} by how much of the whole each part is."),
};

#define STAYED \
  N_ ("In {first} and {last} the figure is {before:.*}{unit}: {rate:.*} within its parts " \
      "({ways}) and " \
      "{mix:.*} by how much of the whole each part is cancel out.")

static void
say_apart (Saying *saying, gboolean rose)
{
  const MixParts *parts = saying->reading->parts;
  GVariantDict facts;

  begin (saying, &facts);
  if (parts->agreement < MIX_AGREEMENT) {
    say (saying, "mix.open", left_open[rose], ASK_OPEN, MORE_PERIODS, &facts);
    return;
  }
  if (parts->all_apart && parts->all_agreement >= MIX_AGREEMENT) {
    g_variant_dict_insert (&facts, "all_agreement", "d", parts->all_agreement);
    g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM_ALL);
    say (saying, "mix.reversal", reversed[rose], ASK_PARTS, WHICH_PARTS, &facts);
    return;
  }
  if (parts->rate_support >= MIX_FIRM) {
    g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM);
    say (saying, "mix.mix", apart[rose], ASK_PARTS, WHICH_PARTS, &facts);
    return;
  }
  g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM_SHARES);
  say (saying, "mix.shares", by_shares[rose], ASK_PARTS, WHICH_PARTS, &facts);
}

static void
say_together (Saying *saying, double total)
{
  const MixParts *parts = saying->reading->parts;
  const char *const *sentences = parts->n_draws > 0 ? together : unchancy;
  GVariantDict facts;

  begin (saying, &facts);
  say (saying, "mix.rate", total == 0 ? STAYED : sentences[total > 0], ASK_WITHIN, WITHIN_PARTS,
       &facts);
}

/* By whether what is counted rose, and whether what it is counted out of did. */
static const char *const drifted[2][2] = {
  { N_ ("From {first} to {last} {numerator:q} fell by {count_size:.0}% and {denominator:q} by "
        "{out_of_size:.0}%; the figure moved by what is left between the two, {figure:.0}%."),
    N_ ("From {first} to {last} {numerator:q} fell by {count_size:.0}% and {denominator:q} rose by "
        "{out_of_size:.0}%: of the figure’s fall of {figure_size:.0}%, {count_share:.0}% comes of "
        "the first and {out_of_share:.0}% of the second.") },
  { N_ ("From {first} to {last} {numerator:q} rose by {count_size:.0}% and {denominator:q} fell by "
        "{out_of_size:.0}%: of the figure’s rise of {figure_size:.0}%, {count_share:.0}% comes of "
        "the first and {out_of_share:.0}% of the second."),
    N_ ("From {first} to {last} {numerator:q} rose by {count_size:.0}% and {denominator:q} by "
        "{out_of_size:.0}%; the figure moved by what is left between the two, {figure:.0}%.") },
};

/* That the denominator moved is news where it moved the figure as the numerator did, or more
 * than it.  Of a mean neither is known, and it never is.
 */
static gboolean
is_worth_saying (const KernelDrift *drift)
{
  const double count = drift->log_numerator, out_of = drift->log_denominator;

  return fabs (out_of) >= DRIFT_SAID && (count * out_of > 0 || fabs (out_of) > fabs (count));
}

/* Arithmetic: chance has no part in it. */
static void
say_drift (Saying *saying)
{
  const MixReading *reading = saying->reading;
  const KernelDrift *drift = &reading->drift;
  const double both = drift->log_numerator + drift->log_denominator;
  const double count = 100 * expm1 (drift->log_numerator);
  const double out_of = 100 * expm1 (-drift->log_denominator), figure = 100 * expm1 (both);
  GVariantDict facts;

  if (!is_worth_saying (drift))
    return;
  begin (saying, &facts);
  g_variant_dict_insert (&facts, "numerator", "s", reading->numerator);
  g_variant_dict_insert (&facts, "denominator", "s", reading->denominator);
  g_variant_dict_insert (&facts, "count_size", "d", fabs (count));
  g_variant_dict_insert (&facts, "out_of_size", "d", fabs (out_of));
  g_variant_dict_insert (&facts, "figure", "d", figure);
  g_variant_dict_insert (&facts, "figure_size", "d", fabs (figure));
  g_variant_dict_insert (&facts, "count_share", "d", 100 * drift->log_numerator / both);
  g_variant_dict_insert (&facts, "out_of_share", "d", 100 * drift->log_denominator / both);
  say (saying, "drift.counts", drifted[count > 0][out_of > 0],
       N_ ("Why did {denominator:q} change, and is it counted as it was?"), HOW_COUNTED, &facts);
}

GPtrArray *
mix_findings_new (const MixReading *reading, ScrutinyMethod *method)
{
  Saying saying = { reading, method, finding_list_new () };
  const double total = reading->parts->after - reading->parts->before;

  if (mix_parts_moved_apart (reading->parts) && reading->parts->n_draws > 0)
    say_apart (&saying, total > 0);
  else
    say_together (&saying, total);
  say_drift (&saying);

  return saying.findings;
}
