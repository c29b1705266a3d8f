/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/gathering.h"

#include <scrutiny/demand.h>
#include <scrutiny/waits.h>

#include <glib/gi18n.h>

#include "base/finding-private.h"
#include "review/question-order.h"

/* Checks that say much about one figure, and how many questions of theirs a member will ask. */
static const struct most {
  const char *check;
  guint n_questions;
} mosts[] = {
  { "colour", 3 },
  { "trend", 2 },
  { "compare", 2 },
  { "waits", 2 },
};

/* Somebody confirmed what it is about, or recorded that it is about people, which is more than the
 * figure says.
 */
static gboolean
is_confirmed (const ReportSection *section, ScrutinyFinding *hint)
{
  g_autoptr (GVariant) path =
      g_variant_lookup_value (scrutiny_finding_get_facts (hint), "path", G_VARIANT_TYPE ("as"));
  ScrutinyChain *chain =
      section->indicator ? scrutiny_indicator_get_chain (section->indicator) : NULL;
  const gsize n = path ? g_variant_n_children (path) : 0;
  const char *last = NULL;

  if (!chain || n == 0)
    return FALSE;
  g_variant_get_child (path, n - 1, "&s", &last);

  return scrutiny_chain_get_detail (chain, last, "confirmed_by") ||
         scrutiny_chain_get_kind (chain, last) == SCRUTINY_STATEMENT_KIND_OUTCOME;
}

/* What a report leaves out, though a result says it: nobody has put its reader’s areas into
 * quartiles, nor the parts of a figure into an order, and that parts differ needs no saying.
 */
static gboolean
is_left_out (const ReportSection *section, ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);

  if (g_str_has_prefix (id, "because.hint-"))
    return is_confirmed (section, finding);

  return g_str_equal (id, "compare.no-quartiles") ||
         (section->indicator &&
          (g_str_equal (id, "compare.order") || g_str_equal (id, "compare.dispersion")));
}

/* As a report tells it: the parts of a figure do not count and record each for itself, and that
 * none of them stands out is nothing to ask about.
 */
static ScrutinyFinding *
retell (const ReportSection *section, ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);

  if (section->indicator && g_str_equal (id, "compare.none-outside"))
    return scrutiny_finding_copy_without_question (finding);
  if (section->indicator && g_str_equal (id, "compare.outside"))
    return scrutiny_finding_copy_with_request (
        finding, N_ ("The same figure for each of these groups, period by period."), NULL);

  return g_object_ref (finding);
}

/* Those that are told of, with the questions that are asked. */
static GPtrArray *
pick_findings (const ReportSection *section, GPtrArray *findings)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < findings->len; i++)
    if (!is_left_out (section, findings->pdata[i]))
      g_ptr_array_add (picked, retell (section, findings->pdata[i]));

  return picked;
}

void
gathering_init (Gathering *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  self->omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
}

void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->omissions, g_ptr_array_unref);
}

static const char *
subject_of (const ReportSection *section)
{
  return section->indicator ? scrutiny_indicator_get_id (section->indicator) : section->id;
}

void
gathering_omit (Gathering *self,
                const ReportSection *section,
                const char *check,
                const char *reason,
                const char *request)
{
  g_ptr_array_add (self->omissions,
                   report_omission_new (subject_of (section), check, reason, request));
}

static const char *
fact_text (ScrutinyFinding *finding, const char *name)
{
  GVariant *fact = scrutiny_finding_find_fact (finding, name);

  return fact && g_variant_is_of_type (fact, G_VARIANT_TYPE_STRING)
             ? g_variant_get_string (fact, NULL)
             : "";
}

static gboolean
take_not_done (Gathering *self, const ReportSection *section, ScrutinyFinding *finding)
{
  g_autofree char *request = NULL;

  if (!g_str_equal (scrutiny_finding_get_id (finding), "check.not-done"))
    return FALSE;

  request = scrutiny_finding_dup_request (finding, NULL);
  gathering_omit (self, section, fact_text (finding, "check"), fact_text (finding, "reason"),
                  request);

  return TRUE;
}

void
gathering_add_finding (Gathering *self, ReportSection *section, ScrutinyFinding *finding)
{
  const char *subject = subject_of (section);

  if (!take_not_done (self, section, finding))
    g_ptr_array_add (section->findings,
                     scrutiny_finding_copy_with_subject (finding, subject ? subject : ""));
}

static void
keep_questions (GPtrArray *findings, const char *check)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mosts); i++)
    if (g_str_equal (check, mosts[i].check))
      question_order_keep (findings, mosts[i].n_questions);
}

void
gathering_add_findings (Gathering *self,
                        ReportSection *section,
                        ScrutinyResult *result,
                        GPtrArray *findings,
                        const char *check)
{
  const char *cannot_tell = scrutiny_result_get_cannot_tell (result);
  g_autoptr (GPtrArray) picked = pick_findings (section, findings);

  keep_questions (picked, check);
  g_ptr_array_add (section->results, g_object_ref (result));
  for (guint i = 0; i < picked->len; i++)
    gathering_add_finding (self, section, picked->pdata[i]);
  if (cannot_tell && *cannot_tell)
    gathering_omit (self, section, check, cannot_tell, NULL);
}

/* Several figures of the same rows would say the same of how long these take. */
static gboolean
is_said_already (const Gathering *self, ScrutinyResult *result)
{
  g_autofree char *json = NULL;

  if (!SCRUTINY_IS_WAITS (result) && !SCRUTINY_IS_DEMAND (result))
    return FALSE;
  json = scrutiny_result_dup_json (result);
  for (guint i = 0; i < self->sections->len; i++) {
    const ReportSection *section = self->sections->pdata[i];

    for (guint k = 0; k < section->results->len; k++) {
      ScrutinyResult *other = section->results->pdata[k];
      g_autofree char *said =
          G_OBJECT_TYPE (other) == G_OBJECT_TYPE (result) ? scrutiny_result_dup_json (other) : NULL;

      if (g_strcmp0 (said, json) == 0)
        return TRUE;
    }
  }

  return FALSE;
}

void
gathering_add_result (Gathering *self,
                      ReportSection *section,
                      ScrutinyResult *result,
                      const char *check)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (is_said_already (self, result))
    return;
  findings = scrutiny_result_dup_findings (result);
  gathering_add_findings (self, section, result, findings, check);
}
