/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/because.h>

#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "linkage/reason-checks.h"

#define EMPTY_CHAIN \
  "No statement is recorded: ask for the claim and for the reasons that lead from it to people."

/**
 * ScrutinyBecause:
 *
 * What the shape of a recorded chain of reasons decides.
 *
 * Statements that somebody marked as the same count as one. Every line of reasons that the
 * claim leads to is followed, and every place where it gives out is a finding with the path
 * to it: evidence that points the other way (`because.contradicted`), reasons that come back
 * to where they started (`because.circular`), none at all (`because.no-answer`), the same
 * again (`because.restates`), an end short of people (`because.ends-at-target`,
 * `-inspector`, `-government`, `-funding`, `-service`, `-status`, `-indicator`, `-activity`,
 * `-output`, `-intermediate`), people who are not named (`because.nobody-named`), a leap
 * (`because.leap`) and links without evidence (`because.no-evidence`). The strongest is first.
 *
 * A loop that holds an outcome for people is feedback, and so is one beside the claim that
 * leads on to an outcome; neither is circular reasoning. The texts are never read, only
 * quoted: whether a reason is true is for people to say. No finding at all means that the
 * record is complete, not that the claim holds.
 *
 * Since: 0.1
 */
struct _ScrutinyBecause {
  GObject parent_instance;

  ScrutinyChain *chain;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_because_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyBecause,
                               scrutiny_because,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_because_result_init))

static void
scrutiny_because_finalize (GObject *object)
{
  ScrutinyBecause *self = SCRUTINY_BECAUSE (object);

  g_clear_object (&self->chain);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_because_parent_class)->finalize (object);
}

static void
scrutiny_because_class_init (ScrutinyBecauseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_because_finalize;
}

static void
scrutiny_because_init (ScrutinyBecause *self)
{
  self->chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  self->method = scrutiny_method_new ("because", "1", NULL, NULL, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = EMPTY_CHAIN;
}

static ScrutinyMethod *
scrutiny_because_get_method (ScrutinyResult *result)
{
  return SCRUTINY_BECAUSE (result)->method;
}

static const char *
scrutiny_because_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_BECAUSE (result)->cannot_tell;
}

static GPtrArray *
scrutiny_because_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_BECAUSE (result)->findings);
}

static void
write_texts (JsonWriter *writer, const char *key, ScrutinyFinding *finding, const char *fact)
{
  g_autoptr (GVariant) texts =
      g_variant_lookup_value (scrutiny_finding_get_facts (finding), fact, G_VARIANT_TYPE ("as"));

  json_writer_key (writer, key);
  json_writer_variant (writer, texts);
}

static void
write_finding (JsonWriter *writer, ScrutinyFinding *finding)
{
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);
  g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);

  json_writer_begin_object (writer);
  json_writer_key (writer, "id");
  json_writer_string (writer, scrutiny_finding_get_id (finding));
  write_texts (writer, "path", finding, "path");
  write_texts (writer, "words", finding, "words");
  json_writer_key (writer, "statement");
  json_writer_string (writer, statement);
  json_writer_key (writer, "question");
  json_writer_string (writer, question);
  json_writer_end_object (writer);
}

static void
scrutiny_because_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyBecause *self = SCRUTINY_BECAUSE (result);

  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.because/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_key (writer, "cannot_tell");
  json_writer_string (writer, self->cannot_tell);
  json_writer_key (writer, "claim");
  json_writer_string (writer, scrutiny_chain_get_claim (self->chain));
  json_writer_key (writer, "findings");
  json_writer_begin_array (writer);
  for (guint i = 0; i < self->findings->len; i++)
    write_finding (writer, self->findings->pdata[i]);
  json_writer_end_array (writer);
}

static void
scrutiny_because_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_because_get_method;
  iface->get_cannot_tell = scrutiny_because_get_cannot_tell;
  iface->dup_findings = scrutiny_because_dup_findings;
  iface->write_json = scrutiny_because_write_json;
}

/**
 * scrutiny_because_new:
 * @chain: a chain of reasons
 * @error: return location for an error
 *
 * Checks where the reasons for a claim lead.
 *
 * For a chain without statements the result [iface@Result] cannot tell.
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
ScrutinyBecause *
scrutiny_because_new (ScrutinyChain *chain, GError **error)
{
  g_autoptr (ScrutinyBecause) self = NULL;
  g_autoptr (ReasonGraph) graph = NULL;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (chain), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (SCRUTINY_TYPE_BECAUSE, NULL);
  g_set_object (&self->chain, chain);
  graph = reason_graph_new (chain);
  g_ptr_array_unref (self->findings);
  self->findings =
      graph ? reason_checks_run (graph, self->method) : reason_checks_of_nothing (self->method);
  self->cannot_tell = NULL;

  return g_steal_pointer (&self);
}

/**
 * scrutiny_because:
 * @chain: a chain of reasons
 * @error: return location for an error
 *
 * Checks where the reasons for a claim lead, and gives what was found at once.
 *
 * Facts of each finding are `path`, the ids of the statements that lead to it, and `words`,
 * what they say.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings of
 *   [ctor@Because.new]
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_because (ScrutinyChain *chain, GError **error)
{
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain, error);

  return because ? scrutiny_because_dup_findings (SCRUTINY_RESULT (because)) : NULL;
}

/**
 * scrutiny_because_get_chain:
 * @self: what was found
 *
 * Gets the chain that was checked.
 *
 * Returns: (transfer none): the chain
 *
 * Since: 0.1
 */
ScrutinyChain *
scrutiny_because_get_chain (ScrutinyBecause *self)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), NULL);

  return self->chain;
}
