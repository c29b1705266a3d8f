/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-companions.h"

#include <glib/gi18n.h>

#include "base/finding-list.h"
#include "linkage/reason-test-facts.h"

/* “ (whether they come back; asked for by the committee)”, as far as that is recorded. */
static char *
dup_remark (const ReasonCompanion *self)
{
  if (!self->why && !self->said_by)
    return g_strdup ("");

  return g_strdup_printf (" (%s%s%s%s)", self->why ? self->why : "",
                          self->why && self->said_by ? "; " : "",
                          self->said_by ? "asked for by " : "", self->said_by ? self->said_by : "");
}

static void
insert_recorded (GVariantDict *facts, const ReasonCompanion *self)
{
  g_autofree char *remark = dup_remark (self);
  const char *const path[] = { reason_companion_get_statement (self), NULL };

  g_variant_dict_insert (facts, "path", "^as", path);
  g_variant_dict_insert (facts, "measure", "s", self->measure);
  g_variant_dict_insert (facts, "remark", "s", remark);
  reason_test_insert_names (facts, &self->test);
}

static void
ask_for (const ReasonCompanion *self, const char *step, ScrutinyMethod *method, GPtrArray *findings)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_recorded (&facts, self);
  g_variant_dict_insert (&facts, "step", "s", step);
  finding_list_add (findings, method, "linkage.companion-asked",
                    N_ ("“{measure}” is on record as something to look at beside {named}{remark}. "
                        "No figure here shows it."),
                    N_ ("Who counts “{measure}”, and what does it show beside {named}?"),
                    N_ ("“{measure}” beside “{figure}”, by {step}"), &facts);
}

/* --- One that is a figure here ----------------------------------------------------------- */

/* Where there is no date from which to look at both. */
static const char *
choose_still (const ReasonCompanion *self)
{
  if (self->is_among_reasons)
    return N_ ("“{outcome}” is on record as something to look at beside {named}{remark}, and is "
               "among the figures here; the reasons lead to it.");
  if (!reason_test_has_history (self->line.outcome))
    return N_ ("“{outcome}” is on record as something to look at beside {named}{remark}, and is "
               "among the figures here, without a history.");

  return N_ (
      "“{outcome}” is on record as something to look at beside {named}{remark}, and is among "
      "the figures here. No change of level is found in {named}, so there is no date from "
      "which to look at both.");
}

static const char *
choose_moving (const ReasonCompanion *self)
{
  const OutcomeMove *move = &self->test.move;

  if (move->reason)
    return N_ ("“{outcome}” is on record as something to look at beside {named}{remark}, and is "
               "among the figures here. {lead} {figure_moved} in {at:period}; what “{outcome}” did "
               "from then on cannot be told. {reason}");
  if (move->moved == SCRUTINY_DIRECTION_NONE)
    return N_ ("“{outcome}” is on record as something to look at beside {named}{remark}, and is "
               "among the figures here. {lead} {figure_moved} in {at:period}, from around "
               "{figure_before:.S}{figure_unit} to around {figure_after:.S}{figure_unit}. "
               "“{outcome}” was {before:.D}{unit} in the {n_before} {steps} before {since:period} "
               "and {after:.D}{unit} in the {n_after} from then on, which is within what chance "
               "does. A change by less than {smallest:.D} would often have been missed.");

  return N_ (
      "“{outcome}” is on record as something to look at beside {named}{remark}, and is among "
      "the figures here. {lead} {figure_moved} in {at:period}, from around "
      "{figure_before:.S}{figure_unit} to around {figure_after:.S}{figure_unit}. "
      "“{outcome}” went from {before:.D}{unit} in the {n_before} {steps} before "
      "{since:period} to {after:.D}{unit} in the {n_after} from then on: {n_same} of "
      "{n_after} lie {side} the earlier average, {n_beyond} beyond the limits for ordinary "
      "movement. One date is one event: it does not show that the one brought the other "
      "about.");
}

static char *
dup_statement (const ReasonCompanion *self)
{
  return self->test.move.at ? reason_test_dup_message (&self->test, choose_moving (self))
                            : g_strdup (choose_still (self));
}

static void
insert_move (GVariantDict *facts, const ReasonCompanion *self)
{
  const OutcomeMove *move = &self->test.move;

  if (!move->at)
    return;
  reason_test_insert_pair (facts, &self->test);
  reason_test_insert_figure (facts, &self->test);
  if (move->reason)
    g_variant_dict_insert (facts, "reason", "s", move->reason);
  else
    reason_test_insert_outcome (facts, &self->test);
}

/* Where the reasons lead to it, they ask. */
static void
say (const ReasonCompanion *self, ScrutinyMethod *method, GPtrArray *findings)
{
  g_autofree char *statement = dup_statement (self);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_recorded (&facts, self);
  insert_move (&facts, self);
  finding_list_add (findings, method, "linkage.companion-shown", statement,
                    self->is_among_reasons
                        ? NULL
                        : N_ ("What do “{outcome}” and {named} say, seen side by side?"),
                    NULL, &facts);
}

static void
say_more (const ReasonCompanions *self, ScrutinyMethod *method, GPtrArray *findings)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "told", "x", (gint64) self->list->len);
  g_variant_dict_insert (&facts, "all", "x", (gint64) self->list->len + self->n_more);
  finding_list_add (findings, method, "linkage.companion-more",
                    N_ ("Of {all:n} measures on record as something to look at beside this figure "
                        "and its reasons, {told:n} are told one by one."),
                    N_ ("Which of these does anybody look at?"), NULL, &facts);
}

void
reason_companions_add_findings (const ReasonCompanions *self,
                                const char *step,
                                ScrutinyMethod *method,
                                GPtrArray *findings)
{
  for (guint i = 0; i < self->list->len; i++) {
    const ReasonCompanion *companion = self->list->pdata[i];

    if (companion->line.outcome)
      say (companion, method, findings);
    else
      ask_for (companion, step, method, findings);
  }
  if (self->n_more > 0)
    say_more (self, method, findings);
}
