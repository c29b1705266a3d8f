/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/hints.h>

#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "linkage/hint-findings.h"
#include "linkage/reason-brief.h"

#define NOTHING_TO_COMPARE "No statement is recorded, so there are no words to compare."
#define NO_STEMS \
  "Words were not compared: the library was built without libstemmer, which knows their stems."
#define OTHER_LETTERS "Words were not compared: they are not in the letters of English or Welsh."
#define TOO_MANY \
  "Words were not compared: that is done for %u statements at most, and there are " \
  "%" G_GSIZE_FORMAT "."

/* Every reason is held against every statement before it. */
#define MOST_STATEMENTS 400

#define SOURCE \
  "Broder (1997), the containment of documents; Spärck Jones (1972), weights; stems by Snowball; " \
  "WordNet 3.0"

/**
 * ScrutinyHints:
 *
 * Which reasons may say again what was said before them, told from their words.
 *
 * Words set no verdict and change no record: every finding is a question, and a person answers
 * it, by marking two statements as the same ([method@ChainBuilder.same_as]) or not at all.
 * Every reason is held against the figure, with its title, definition, numerator and
 * denominator, and against every statement before it. It can have the same words
 * (`because.hint-same`), repeat many of them (`because.hint-repeats`), or say nothing beyond a
 * number (`because.hint-number`). What is marked as the same already is not asked again.
 *
 * Nothing is hinted at where the claim is itself about people: it needs no reason. English is
 * compared by the stems of its words, Welsh by runs of four letters. Facts of each finding are
 * `path`, `words`, `confirmed`, which is `FALSE`, and `false_alarm`, how often a hint speaks of
 * reasons that do add something; of a repetition also its `share` and the `shared_words`.
 *
 * Since: 0.1
 */
struct _ScrutinyHints {
  GObject parent_instance;

  ScrutinyChain *chain;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  HintLanguage language;
  char *cannot_tell;
};

static void scrutiny_hints_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyHints,
                               scrutiny_hints,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_hints_result_init))

static void
scrutiny_hints_finalize (GObject *object)
{
  ScrutinyHints *self = SCRUTINY_HINTS (object);

  g_clear_object (&self->chain);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->cannot_tell, g_free);

  G_OBJECT_CLASS (scrutiny_hints_parent_class)->finalize (object);
}

static void
scrutiny_hints_class_init (ScrutinyHintsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_hints_finalize;
}

static ScrutinyMethod *
method_new (void)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "least_share", "d", HINT_LEAST_SHARE);
  g_variant_dict_insert (&parameters, "same_words", "d", HINT_SAME_WORDS);
  g_variant_dict_insert (&parameters, "same_meaning", "d", HINT_SAME_MEANING);
  g_variant_dict_insert (&parameters, "most_weight", "d", WORD_MOST_WEIGHT);
  g_variant_dict_insert (&parameters, "least_alike", "d", HINT_LEAST_ALIKE);

  return scrutiny_method_new ("hints", "1", g_variant_dict_end (&parameters), SOURCE, NULL);
}

static void
scrutiny_hints_init (ScrutinyHints *self)
{
  self->chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  self->method = method_new ();
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING_TO_COMPARE);
}

static ScrutinyMethod *
scrutiny_hints_get_method (ScrutinyResult *result)
{
  return SCRUTINY_HINTS (result)->method;
}

static const char *
scrutiny_hints_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_HINTS (result)->cannot_tell;
}

static GPtrArray *
scrutiny_hints_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_HINTS (result)->findings);
}

static void
scrutiny_hints_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyHints *self = SCRUTINY_HINTS (result);

  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.hints/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_key (writer, "cannot_tell");
  json_writer_string (writer, self->cannot_tell);
  json_writer_key (writer, "claim");
  json_writer_string (writer, scrutiny_chain_get_claim (self->chain));
  json_writer_key (writer, "language");
  json_writer_string (writer, scrutiny_hints_get_language (self));
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_hints_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_hints_get_method;
  iface->get_cannot_tell = scrutiny_hints_get_cannot_tell;
  iface->dup_findings = scrutiny_hints_dup_findings;
  iface->write_json = scrutiny_hints_write_json;
}

static void
append_text (GString *figure, const char *text)
{
  if (text)
    g_string_append_printf (figure, "%s\n", text);
}

/* The figure in all the words there are for it. */
static char *
figure_of (ScrutinyChain *chain, ScrutinyIndicator *indicator)
{
  ScrutinyDefinition *definition = indicator ? scrutiny_indicator_get_definition (indicator) : NULL;
  GString *figure = g_string_new (NULL);

  append_text (figure, scrutiny_chain_get_text (chain, scrutiny_chain_get_claim (chain)));
  if (indicator)
    append_text (figure, scrutiny_indicator_get_title (indicator));
  if (definition) {
    append_text (figure, scrutiny_definition_get_text (definition));
    append_text (figure, scrutiny_definition_get_numerator (definition));
    append_text (figure, scrutiny_definition_get_denominator (definition));
  }

  return g_string_free (figure, FALSE);
}

/* All of the record is in one language. */
static HintLanguage
language_of (const ReasonGraph *graph, const char *figure)
{
  g_autoptr (GString) all = g_string_new (figure);

  for (gsize i = 0; i < graph->n_statements; i++)
    append_text (all, scrutiny_chain_get_text (graph->chain, graph->ids[i]));

  return hint_language_of (all->str);
}

/* Why no words can be compared; NULL if they can. */
static char *
dup_obstacle (const ReasonGraph *graph, HintLanguage language, HintReader *reader)
{
  if (graph->n_statements > MOST_STATEMENTS)
    return g_strdup_printf (TOO_MANY, MOST_STATEMENTS, graph->n_statements);
  if (language == HINT_LANGUAGE_NONE)
    return g_strdup (OTHER_LETTERS);
  if (language == HINT_LANGUAGE_ENGLISH && !reader)
    return g_strdup (NO_STEMS);

  return NULL;
}

static void
compare_words (ScrutinyHints *self, const ReasonGraph *graph, ScrutinyIndicator *indicator)
{
  g_autofree char *figure = figure_of (self->chain, indicator);
  const HintLanguage language = language_of (graph, figure);
  g_autoptr (HintReader) reader = language == HINT_LANGUAGE_ENGLISH ? hint_reader_new () : NULL;
  const HintTexts texts = {
    .graph = graph,
    .reader = reader,
    .title = indicator ? scrutiny_indicator_get_title (indicator) : NULL,
    .figure = figure,
  };
  g_autoptr (GPtrArray) hints = NULL;

  g_free (self->cannot_tell);
  self->cannot_tell = dup_obstacle (graph, language, reader);
  if (self->cannot_tell)
    return;

  self->language = language;
  if (graph->kinds[0] == SCRUTINY_STATEMENT_KIND_OUTCOME)
    return;
  hints = hint_pairs_find (&texts);
  g_ptr_array_unref (self->findings);
  self->findings = hint_findings_of (graph, hints, self->method);
}

/**
 * scrutiny_hints_new:
 * @chain: a chain of reasons
 * @indicator: (nullable): the figure that it gives reasons for, if there is one
 * @error: return location for an error
 *
 * Holds the words of every reason against those before it.
 *
 * The result [iface@Result] cannot tell without statements, with more than 400, in letters other
 * than those of English and Welsh, and of English in a build without the feature `words`
 * ([func@has_feature]).
 *
 * Returns: (transfer full): what may say the same
 *
 * Since: 0.1
 */
ScrutinyHints *
scrutiny_hints_new (ScrutinyChain *chain, ScrutinyIndicator *indicator, GError **error)
{
  g_autoptr (ScrutinyHints) self = NULL;
  g_autoptr (ReasonGraph) graph = NULL;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (chain), NULL);
  g_return_val_if_fail (indicator == NULL || SCRUTINY_IS_INDICATOR (indicator), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (SCRUTINY_TYPE_HINTS, NULL);
  g_set_object (&self->chain, chain);
  graph = reason_graph_new (chain);
  if (graph)
    compare_words (self, graph, indicator);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_hints_dup_findings_in_brief:
 * @self: what may say the same
 *
 * Gets what may say the same as somebody would ask about it.
 *
 * Where more than three reasons say nothing beyond the number, one finding stands for them, as
 * [method@Because.dup_findings_in_brief] has it. Of two that may say the same each pair is asked
 * about. [method@Result.dup_findings] gives all.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_hints_dup_findings_in_brief (ScrutinyHints *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HINTS (self), NULL);

  return reason_findings_in_brief (self->findings);
}

/**
 * scrutiny_hints_get_chain:
 * @self: what may say the same
 *
 * Gets the chain whose words were compared.
 *
 * Returns: (transfer none): the chain
 *
 * Since: 0.1
 */
ScrutinyChain *
scrutiny_hints_get_chain (ScrutinyHints *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HINTS (self), NULL);

  return self->chain;
}

/**
 * scrutiny_hints_get_language:
 * @self: what may say the same
 *
 * Gets the language that the words were taken to be in, told by the short ones among them.
 *
 * Returns: (nullable): `en`, `cy`, or %NULL if nothing was compared
 *
 * Since: 0.1
 */
const char *
scrutiny_hints_get_language (ScrutinyHints *self)
{
  static const char *const names[] = {
    [HINT_LANGUAGE_NONE] = NULL,
    [HINT_LANGUAGE_ENGLISH] = "en",
    [HINT_LANGUAGE_WELSH] = "cy",
  };

  g_return_val_if_fail (SCRUTINY_IS_HINTS (self), NULL);

  return names[self->language];
}
