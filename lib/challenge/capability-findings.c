/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/capability-findings.h"

#include "base/finding-list.h"

#include <glib/gi18n.h>
#include <math.h>

/* How often a move is told where nothing moves, at most; by tests/bench/capability-table.c. */
#define FALSE_ALARM 0.04

/* Of one kind of work fewer lie beyond the limits; by the same. */
#define MOST_BEYOND 0.03

#define ASK_MOVED \
  N_ ("What changed around {since:period}: which cases came, how the work is done, or how a " \
      "start " \
      "and an end are recorded?")
#define ASK_NOW \
  N_ ("What is somebody told who asks today how long it takes, and what in the work makes single " \
      "cases differ so?")

#define ASK_KINDS \
  N_ ("Which kinds of case are together here, and what does somebody who asks today for each of " \
      "them have to wait?")

#define BRING_MOVED \
  N_ ("What was changed in the work and in how it is recorded, with dates, and the kinds of case " \
      "before and after.")
#define BRING_KINDS N_ ("The same of each kind of case by itself.")
#define BRING_NOW N_ ("What cases near either end of that range have in common, without names.")

static double
days_shown (const CapabilityReading *reading, double days)
{
  return reading->is_whole || days >= 10 ? round (days) : round (days * 10) / 10;
}

static void
insert_days (GVariantDict *facts, const CapabilityReading *reading, const char *key, double days)
{
  g_variant_dict_insert (facts, key, "d", days_shown (reading, days));
}

static void
insert_day (GVariantDict *facts, const char *key, double day)
{
  g_autofree char *text = capability_dup_day (day);

  g_variant_dict_insert (facts, key, "s", text);
}

/* Facts that both sentences have: of the level in force. */
static void
begin (GVariantDict *facts, const CapabilityReading *reading)
{
  const CapabilityStretch *last = capability_reading_get_last (reading);
  const CapabilityBlock *first = capability_reading_get_block (reading, last->first);
  const CapabilityBlock *end = capability_reading_get_block (reading, last->end - 1);

  g_variant_dict_init (facts, NULL);
  g_variant_dict_insert (facts, "n", "x", (gint64) (end->end - first->first));
  g_variant_dict_insert (facts, "n_all", "x", (gint64) reading->n);
  insert_day (facts, "since", first->first_day);
  insert_day (facts, "until", end->last_day);
  insert_days (facts, reading, "centre", last->centre);
  insert_days (facts, reading, "lower", last->lower);
  insert_days (facts, reading, "upper", last->upper);
  g_variant_dict_insert (facts, "unit", "s",
                         reading->spans->working ? N_ ("working days") : N_ ("days"));
  g_variant_dict_insert (facts, "n_shifts", "x", (gint64) reading->stretches->len - 1);
  g_variant_dict_insert (facts, "n_blocks", "x", (gint64) reading->blocks->len);
  g_variant_dict_insert (facts, "scale", "s", capability_reading_get_scale (reading));
  if (reading->is_asked)
    g_variant_dict_insert (facts, "false_alarm", "d", FALSE_ALARM);
}

/* By whether it rose, and whether it moved more than once. */
static const char *const moves[2][2] = {
  { N_ ("Around {since:period} the usual length of a single case fell from {before} to {centre} "
        "{unit}."),
    N_ ("The usual length of a single case moved {n_shifts} times, the last time around "
        "{since:period}, when it fell from {before} to {centre} {unit}.") },
  { N_ ("Around {since:period} the usual length of a single case rose from {before} to {centre} "
        "{unit}."),
    N_ ("The usual length of a single case moved {n_shifts} times, the last time around "
        "{since:period}, when it rose from {before} to {centre} {unit}.") },
};

static void
say_moved (const CapabilityReading *reading, ScrutinyMethod *method, GPtrArray *findings)
{
  const guint n = reading->stretches->len;
  GVariantDict facts;

  if (n < 2)
    return;
  const CapabilityStretch *last = capability_reading_get_last (reading), *before = last - 1;
  begin (&facts, reading);
  insert_days (&facts, reading, "before", before->centre);
  insert_day (&facts, "earliest",
              capability_reading_get_block (reading, last->earliest)->first_day);
  insert_day (&facts, "latest", capability_reading_get_block (reading, last->latest)->first_day);
  finding_list_add (findings, method, "capability.moved",
                    moves[last->centre > before->centre][n > 2], ASK_MOVED, BRING_MOVED, &facts);
}

#define NOW \
  "{n:n} cases that ended from {since:period} to {until:period}, taken one by one, lasted about " \
  "{centre} {unit}"
#define ONE_KIND "; as the work goes, a single one lasts between {lower} and {upper} {unit}"
#define KINDS \
  "; {share_beyond:.0}% of them lasted longer or shorter than the {lower} to {upper} {unit} that " \
  "one kind of work would give"
#define NOT_ASKED ". So short a time cannot tell whether that moved."
#define UNMOVED ", and nothing says that this moved to another level in that time."

/* By whether so many lie beyond the limits that they are not of one kind, and by what is known of
 * moves.
 */
static const char *const levels[2][3] = {
  { N_ (NOW ONE_KIND NOT_ASKED), N_ (NOW ONE_KIND UNMOVED), N_ (NOW ONE_KIND ".") },
  { N_ (NOW KINDS NOT_ASKED), N_ (NOW KINDS UNMOVED), N_ (NOW KINDS ".") },
};

static void
say_now (const CapabilityReading *reading, ScrutinyMethod *method, GPtrArray *findings)
{
  const CapabilityStretch *last = capability_reading_get_last (reading);
  const guint moves_known = !reading->is_asked ? 0 : reading->stretches->len > 1 ? 2 : 1;
  const gsize n = capability_reading_get_block (reading, last->end - 1)->end -
                  capability_reading_get_block (reading, last->first)->first;
  const gboolean is_mixed = last->beyond / (double) n > MOST_BEYOND;
  GVariantDict facts;

  begin (&facts, reading);
  if (!isnan (last->beyond)) {
    g_variant_dict_insert (&facts, "n_beyond", "x", (gint64) last->beyond);
    g_variant_dict_insert (&facts, "share_beyond", "d", 100 * last->beyond / (double) n);
  }
  finding_list_add (findings, method, is_mixed ? "capability.kinds" : "capability.now",
                    levels[is_mixed][moves_known], is_mixed ? ASK_KINDS : ASK_NOW,
                    is_mixed ? BRING_KINDS : BRING_NOW, &facts);
}

GPtrArray *
capability_findings_new (const CapabilityReading *reading, ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();

  say_moved (reading, method, findings);
  say_now (reading, method, findings);

  return findings;
}

char *
capability_findings_dup_cannot_tell (const CapabilityReading *reading)
{
  const CapabilityStretch *last = capability_reading_get_last (reading);

  if (!last)
    return g_strdup_printf ("Too few ended while what began before and after is in the record: %d "
                            "are needed, in whole weeks; ask for a longer record.",
                            2 * CAPABILITY_FEWEST);
  if (!(last->lower < last->upper))
    return g_strdup ("All single cases lasted the same: what is ordinary cannot be told.");

  return NULL;
}
