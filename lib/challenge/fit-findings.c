/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/fit-findings.h"

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/printed.h"

#include <glib/gi18n.h>
#include <math.h>

#define SHOWN_DECIMALS 2

typedef struct {
  const FitRows *rows;
  ScrutinyTable *scorecard;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Fitting;

static void
add_finding (Fitting *fitting,
             const char *id,
             const char *statement,
             const char *question,
             GVariantDict *facts)
{
  finding_list_add (fitting->findings, fitting->method, id, statement, question, NULL, facts);
}

/* Ends that are inside the span and have few decimals: what is said must hold. */
static void
insert_span (GVariantDict *facts, const ToleranceSpan *span, double unit)
{
  double from = printed_ceiling (span->low * unit, SHOWN_DECIMALS);
  double to = printed_floor (span->high * unit, SHOWN_DECIMALS);

  if (to >= span->high * unit)
    to = printed_round (to - pow (10, -SHOWN_DECIMALS), SHOWN_DECIMALS);
  if (from > to) {
    from = span->low * unit;
    to = span->high * unit;
  }

  g_variant_dict_insert (facts, "from", "d", from);
  g_variant_dict_insert (facts, "to", "d", to);
  g_variant_dict_insert (facts, "low", "d", span->low);
  g_variant_dict_insert (facts, "high", "d", span->high);
}

#define TESTED_BY \
  " Rows with {first:q} fit any tolerance, so {n_testing} {n_testing|row tests|rows test} this."

/* By family, and whether the span has an upper end. */
static const char *const fits[FIT_N_FAMILIES][2] = {
  [FIT_RELATIVE] = {
    N_ ("No rule is stated. Any tolerance of {from}% of the target or more gives {n_explained} of "
        "the {n_rows} published statuses; one in the figure’s own units gives {n_other} at "
        "most." TESTED_BY),
    N_ ("No rule is stated. Any tolerance from {from}% to {to}% of the target gives {n_explained} "
        "of the {n_rows} published statuses; one in the figure’s own units gives {n_other} at "
        "most." TESTED_BY),
  },
  [FIT_ABSOLUTE] = {
    N_ ("No rule is stated. Any tolerance of {from} or more, in the figure’s own units, gives "
        "{n_explained} of the {n_rows} published statuses; one in percent of the target gives "
        "{n_other} at most." TESTED_BY),
    N_ ("No rule is stated. Any tolerance from {from} to {to}, in the figure’s own units, gives "
        "{n_explained} of the {n_rows} published statuses; one in percent of the target gives "
        "{n_other} at most." TESTED_BY),
  },
};

static void
say_fit (Fitting *fitting)
{
  const FitRows *rows = fitting->rows;
  const GArray *spans = rows->spans[rows->best];
  const GArray *others = rows->spans[rows->best == FIT_RELATIVE ? FIT_ABSOLUTE : FIT_RELATIVE];
  const ToleranceSpan *span = &g_array_index (spans, ToleranceSpan, 0);
  const ToleranceSpan *other = &g_array_index (others, ToleranceSpan, 0);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_span (&facts, span, rows->best == FIT_RELATIVE ? 100 : 1);
  g_variant_dict_insert (&facts, "family", "s", fit_family_get_name (rows->best));
  g_variant_dict_insert (&facts, "first", "s", rows->order->statuses[0]);
  g_variant_dict_insert (&facts, "n_explained", "x", (gint64) span->n_given);
  g_variant_dict_insert (&facts, "n_other", "x", (gint64) other->n_given);
  g_variant_dict_insert (&facts, "n_rows", "x", (gint64) rows->rows->len);
  g_variant_dict_insert (&facts, "n_spans", "x", (gint64) spans->len);
  g_variant_dict_insert (&facts, "n_testing", "x", (gint64) rows->n_testing);

  add_finding (
      fitting, "colour.fit",
      spans->len == 1
          ? fits[rows->best][isfinite (span->high) != 0]
          : N_ ("No rule is stated, and no one range of tolerances stands out: {n_spans} "
                "ranges each give {n_explained} of the {n_rows} published statuses." TESTED_BY),
      N_ ("Who chose the tolerance, from what, and where is the rule written down?"), &facts);
}

static void
insert_row (GVariantDict *facts, Fitting *fitting, const FitRow *row)
{
  g_autofree char *name = columns_dup_row_name (fitting->scorecard, row->row);

  g_variant_dict_insert (facts, "indicator", "s", name);
  g_variant_dict_insert (facts, "value", "d", row->value);
  g_variant_dict_insert (facts, "target", "d", row->target);
  g_variant_dict_insert (facts, "status", "s", fitting->rows->order->statuses[row->level]);
}

static void
say_unexplained (Fitting *fitting, guint index)
{
  const FitRow *row = &g_array_index (fitting->rows->rows, FitRow, index);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_row (&facts, fitting, row);
  if (tolerance_never_gives (fitting->rows->gaps[fitting->rows->best][index], row->level))
    add_finding (
        fitting, "colour.unexplained",
        N_ ("{indicator}: {value} against a target of {target} is published as {status:q}; "
            "no tolerance gives that."),
        N_ ("Was it set from a figure with more decimals, from a rule of its own, or by "
            "hand, and by whom?"),
        &facts);
  else
    add_finding (
        fitting, "colour.unexplained",
        N_ ("{indicator}: {value} against a target of {target} is published as {status:q}; "
            "the tolerance that gives most of the others does not give that."),
        N_ ("Does it have a rule of its own, or was it set by hand, and by whom?"), &facts);
}

static void
say_odd (Fitting *fitting, guint index)
{
  const FitRow *row = &g_array_index (fitting->rows->rows, FitRow, index);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_row (&facts, fitting, row);
  g_variant_dict_insert (&facts, "previous", "d", row->previous);
  add_finding (fitting, "colour.direction",
               row->side > 0
                   ? N_ ("{indicator}: {value} against a target of {target} is published as "
                         "{status:q}. That fits only if the wanted side is above the target; yet "
                         "the target is below the previous figure, {previous}, and rows in the "
                         "same unit go both ways.")
                   : N_ ("{indicator}: {value} against a target of {target} is published as "
                         "{status:q}. That fits only if the wanted side is below the target; yet "
                         "the target is above the previous figure, {previous}, and rows in the "
                         "same unit go both ways."),
               N_ ("Which side of {target} is wanted, and do {value} and {previous} cover the same "
                   "length of time?"),
               &facts);
}

static void
say_unread (Fitting *fitting)
{
  const FitRows *rows = fitting->rows;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (rows->n_unread == 0)
    return;

  g_variant_dict_insert (&facts, "n_unread", "x", (gint64) rows->n_unread);
  g_variant_dict_insert (&facts, "n_rows", "x", (gint64) rows->n_with_status);
  g_variant_dict_insert (&facts, "status", "s", rows->first_unread);
  add_finding (fitting, "colour.unread",
               N_ ("{n_unread} of {n_rows} published statuses cannot be read, such as {status:q}."),
               N_ ("What does {status:q} stand for?"), &facts);
}

GPtrArray *
fit_findings_new (const FitRows *rows, ScrutinyTable *scorecard, ScrutinyMethod *method)
{
  Fitting fitting = { rows, scorecard, method, finding_list_new () };

  say_fit (&fitting);
  for (guint i = 0; i < rows->rows->len; i++)
    if (!fit_rows_is_explained (rows, i))
      say_unexplained (&fitting, i);
  for (guint i = 0; i < rows->rows->len; i++)
    if (fit_rows_is_odd (rows, scorecard, i))
      say_odd (&fitting, i);
  say_unread (&fitting);

  return fitting.findings;
}
