/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/because.h>

#include "base/finding-list.h"
#include "base/finding-private.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "linkage/reason-brief.h"
#include "linkage/reason-checks.h"
#include "linkage/reason-loops.h"

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
 * `-output`, `-intermediate`), outcomes that it does not lead to (`because.outcome-not-reached`),
 * people who are not named (`because.nobody-named`), a leap (`because.leap`), links without
 * evidence (`because.no-evidence`) or with none but old (`because.old-evidence`). The strongest
 * is first.
 *
 * What was recorded beside the statements gives more: the people that the reasons lead to are not
 * those that the claim is about (`because.other-people`), a group may lose and nothing would show
 * it
 * (`because.harm-not-measured`), nothing would show that an outcome is not so
 * (`because.unfalsifiable`), parties value a statement in opposite ways (`because.contested`), one
 * author gives every reason (`because.one-author`). These are of what is blank in the record, or of
 * what differs in it; no label of a vocabulary passes any.
 *
 * Where more than one line of reasons leads to people, three findings say that they are one after
 * all: every line rests on the same evidence (`because.same-evidence`), no line is evidenced
 * throughout without one item (`because.thinnest-evidence`), every line passes the same statement
 * (`because.one-point`). How many share none is [method@Because.get_n_routes].
 *
 * Of a very large record not everything is told: the last findings say of what sort there are more
 * (`because.more`), and how many.
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
  ReasonLoops loops;
  guint n_routes;
  guint n_unconfirmed;
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
  reason_loops_clear (&self->loops);

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
  self->method = scrutiny_method_new ("because", "3", NULL, NULL, NULL);
  self->findings = finding_list_new ();
  reason_loops_init (&self->loops);
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
  json_writer_key (writer, key);
  json_writer_variant (writer, scrutiny_finding_find_fact (finding, fact));
}

static void
write_finding (JsonWriter *writer, ScrutinyFinding *finding)
{
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);
  g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);
  g_autofree char *request = scrutiny_finding_dup_request (finding, NULL);

  json_writer_begin_object (writer);
  json_writer_key (writer, "id");
  json_writer_string (writer, scrutiny_finding_get_id (finding));
  write_texts (writer, "path", finding, "path");
  write_texts (writer, "words", finding, "words");
  json_writer_key (writer, "statement");
  json_writer_string (writer, statement);
  json_writer_key (writer, "question");
  json_writer_string (writer, question);
  json_writer_key (writer, "request");
  json_writer_string (writer, request);
  json_writer_end_object (writer);
}

static void
write_loops (JsonWriter *writer, const ReasonLoops *loops)
{
  json_writer_key (writer, "n_loops");
  json_writer_int (writer, (gint64) loops->n_counted);
  json_writer_key (writer, "more_loops");
  json_writer_boolean (writer, loops->is_more);
  json_writer_key (writer, "loops");
  json_writer_begin_array (writer);
  for (guint i = 0; i < loops->loops->len; i++) {
    g_autoptr (GVariant) ids = g_variant_ref_sink (g_variant_new_strv (loops->loops->pdata[i], -1));

    json_writer_variant (writer, ids);
  }
  json_writer_end_array (writer);
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
  json_writer_key (writer, "n_routes");
  json_writer_int (writer, self->n_routes);
  write_loops (writer, &self->loops);
  json_writer_key (writer, "n_unconfirmed");
  json_writer_int (writer, self->n_unconfirmed);
}

static void
scrutiny_because_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_because_get_method;
  iface->get_cannot_tell = scrutiny_because_get_cannot_tell;
  iface->dup_findings = scrutiny_because_dup_findings;
  iface->write_json = scrutiny_because_write_json;
}

static ScrutinyMethod *
method_of (const ReasonAge *age)
{
  GVariantDict parameters;

  if (!age->as_of)
    return scrutiny_method_new ("because", "3", NULL, NULL, NULL);

  g_variant_dict_init (&parameters, NULL);
  g_variant_dict_insert (&parameters, "as_of", "s", age->as_of);
  g_variant_dict_insert (&parameters, "years", "x", (gint64) age->years);

  return scrutiny_method_new ("because", "3", g_variant_dict_end (&parameters), NULL, NULL);
}

/* Kinds are given by people; of these it is not recorded by whom. */
static guint
count_unconfirmed (ScrutinyChain *chain)
{
  g_auto (GStrv) ids = scrutiny_chain_dup_statements (chain);
  guint n = 0;

  for (gsize i = 0; ids[i]; i++) {
    const char *by = scrutiny_chain_get_detail (chain, ids[i], "confirmed_by");

    n += !by || !*by;
  }

  return n;
}

static void
look_at (ScrutinyBecause *self, const ReasonAge *age)
{
  g_autoptr (ReasonGraph) graph = reason_graph_new (self->chain);
  g_autoptr (ReasonRoutes) routes = graph ? reason_routes_new (graph) : NULL;

  g_ptr_array_unref (self->findings);
  if (!graph) {
    self->findings = reason_checks_of_nothing (self->method);
    return;
  }

  self->findings = reason_checks_run (graph, routes, age, self->method);
  self->n_routes = (guint) routes->n_routes;
  self->n_unconfirmed = count_unconfirmed (self->chain);
  reason_loops_find (&self->loops, graph);
}

static ScrutinyBecause *
because_new (ScrutinyChain *chain, const ReasonAge *age)
{
  ScrutinyBecause *self = g_object_new (SCRUTINY_TYPE_BECAUSE, NULL);

  g_set_object (&self->chain, chain);
  g_object_unref (self->method);
  self->method = method_of (age);
  self->cannot_tell = NULL;
  look_at (self, age);

  return self;
}

/**
 * scrutiny_because_new:
 * @chain: a chain of reasons
 * @error: return location for an error
 *
 * Checks where the reasons for a claim lead.
 *
 * How old evidence is is not looked at; see [ctor@Because.new_as_of].
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
  const ReasonAge any = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (chain), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return because_new (chain, &any);
}

/**
 * scrutiny_because_new_as_of:
 * @chain: a chain of reasons
 * @as_of: a date or a period, such as `2025-06`: when evidence is looked at
 * @years: 1 to 100: how old evidence may be before it is said
 * @error: return location for an error
 *
 * Checks where the reasons for a claim lead, and how old the evidence for them is.
 *
 * Where all evidence for a step is older than @years at the end of @as_of, that is a finding. A
 * date that is a month or a year is taken at its end, and a step with an item whose date is
 * missing or cannot be read is let be.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] if @as_of is neither a date nor a period, and with
 * [error@Scrutiny.Error.OUT_OF_RANGE] if @years is.
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
ScrutinyBecause *
scrutiny_because_new_as_of (ScrutinyChain *chain, const char *as_of, guint years, GError **error)
{
  ReasonAge age;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (chain), NULL);
  g_return_val_if_fail (as_of != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return reason_age_parse (&age, as_of, years, error) ? because_new (chain, &age) : NULL;
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
 * scrutiny_because_dup_findings_in_brief:
 * @self: what was found
 *
 * Gets what was found as somebody would say it.
 *
 * Where more than three findings are of one sort, such as steps without evidence, one stands for
 * them, in their place: it says how many there are and names the first three. Its facts are `n`,
 * how many, and `few`, the names; it has no `path` and no `words`. What speaks against a reason,
 * where reasons come back to, who may lose and what is valued in opposite ways is each said by
 * itself. [method@Result.dup_findings] gives all.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings, the strongest first
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_because_dup_findings_in_brief (ScrutinyBecause *self)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), NULL);

  return reason_findings_in_brief (self->findings);
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

/**
 * scrutiny_because_get_n_routes:
 * @self: what was found
 *
 * Gets how many lines of reasons lead to people that share no statement but the claim and what
 * changes for people.
 *
 * It is no measure of how likely the reasons are: one line can be right, and five can be wrong.
 *
 * Returns: how many; 0 if none leads to people, or the claim is about people itself
 *
 * Since: 0.1
 */
guint
scrutiny_because_get_n_routes (ScrutinyBecause *self)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), 0);

  return self->n_routes;
}

/**
 * scrutiny_because_get_n_unconfirmed:
 * @self: what was found
 *
 * Gets how many statements there are whose kind nobody is recorded as having confirmed.
 *
 * What is found rests on the kinds, and no kind is read from words.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
scrutiny_because_get_n_unconfirmed (ScrutinyBecause *self)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), 0);

  return self->n_unconfirmed;
}

/**
 * scrutiny_because_get_n_loops:
 * @self: what was found
 *
 * Gets how many loops the recorded reasons have that meet no statement twice, counted to 1,000.
 *
 * They include feedback, which is no circular reasoning, and loops that the claim does not lead
 * to.
 *
 * Returns: how many; [method@Because.has_more_loops] whether there are more
 *
 * Since: 0.1
 */
guint
scrutiny_because_get_n_loops (ScrutinyBecause *self)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), 0);

  return (guint) self->loops.n_counted;
}

/**
 * scrutiny_because_has_more_loops:
 * @self: what was found
 *
 * Gets whether there are more loops than were counted.
 *
 * Returns: whether there are more
 *
 * Since: 0.1
 */
gboolean
scrutiny_because_has_more_loops (ScrutinyBecause *self)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), FALSE);

  return self->loops.is_more;
}

/**
 * scrutiny_because_dup_loop:
 * @self: what was found
 * @index: which loop, from 0; 32 at most are listed
 *
 * Gets the statements of a loop, the first again at the end. Those through the claim come first.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): their ids, or `NULL` if so many
 *   are not listed
 *
 * Since: 0.1
 */
char **
scrutiny_because_dup_loop (ScrutinyBecause *self, guint index)
{
  g_return_val_if_fail (SCRUTINY_IS_BECAUSE (self), NULL);

  return index < self->loops.loops->len ? g_strdupv (self->loops.loops->pdata[index]) : NULL;
}
