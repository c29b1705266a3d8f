/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/finding-private.h"

#include "base/error-private.h"
#include "base/message.h"
#include "base/method-private.h"
#include "base/printable.h"

#include <string.h>

#define LONGEST_ID 80 /* in a message */

/**
 * ScrutinyFinding:
 *
 * Something to say about a figure, the question to ask about it, and the numbers
 * under it.
 *
 * A finding holds messages and facts, not sentences; the sentence is made when it
 * is asked for. A message names its facts in braces:
 *
 * | in the message | gives |
 * |---|---|
 * | `{key}` | the fact; a list is joined by commas |
 * | `{key:.1}` | a number with one decimal |
 * | `{key:.*}` | a number with as many decimals as the fact `decimals` says; one without it |
 * | `{key:n}` | a whole number with separators: 1,234 |
 * | `{key:period}` | a period, written as the library does, as it is read aloud: March 2010 |
 * | `{key:q}` | a text in quotation marks |
 * | `{key\|case\|cases}` | the first if the number is 1, else the second |
 * | `{{` and `}}` | braces |
 *
 * What is not known, such as a fact that is NaN, is said to be not known.
 *
 * A finding never judges: a message with one of the words that the library does
 * not say is refused. It never changes, so it may be shared between threads.
 *
 * Since: 0.1
 */
struct _ScrutinyFinding {
  GObject parent_instance;

  char *id;
  char *subject;
  char *statement;
  char *question;
  char *request;
  FactList *fact_list;
  ScrutinyMethod *method;
};

G_DEFINE_FINAL_TYPE (ScrutinyFinding, scrutiny_finding, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_SUBJECT,
  PROP_FACTS,
  PROP_METHOD,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_finding_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyFinding *self = SCRUTINY_FINDING (object);

  switch (prop_id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_SUBJECT:
    g_value_set_string (value, self->subject);
    break;
  case PROP_FACTS:
    g_value_set_variant (value, scrutiny_finding_get_facts (self));
    break;
  case PROP_METHOD:
    g_value_set_object (value, self->method);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_finding_finalize (GObject *object)
{
  ScrutinyFinding *self = SCRUTINY_FINDING (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->statement, g_free);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->request, g_free);
  g_clear_pointer (&self->fact_list, fact_list_unref);
  g_clear_object (&self->method);

  G_OBJECT_CLASS (scrutiny_finding_parent_class)->finalize (object);
}

static void
scrutiny_finding_class_init (ScrutinyFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_finding_finalize;
  object_class->get_property = scrutiny_finding_get_property;

  /**
   * ScrutinyFinding:id: (getter get_id)
   *
   * The kind of finding, such as `colour.noise`; the same in every version.
   *
   * Since: 0.1
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * ScrutinyFinding:subject: (getter get_subject)
   *
   * The indicator it is about, or `NULL`.
   *
   * Since: 0.1
   */
  props[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);

  /**
   * ScrutinyFinding:facts: (getter get_facts)
   *
   * The numbers under it.
   *
   * Since: 0.1
   */
  props[PROP_FACTS] =
      g_param_spec_variant ("facts", NULL, NULL, G_VARIANT_TYPE_VARDICT, NULL, flags);

  /**
   * ScrutinyFinding:method: (getter get_method)
   *
   * How it was reached, or `NULL`.
   *
   * Since: 0.1
   */
  props[PROP_METHOD] = g_param_spec_object ("method", NULL, NULL, SCRUTINY_TYPE_METHOD, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_finding_init (ScrutinyFinding *self)
{
  self->id = g_strdup ("");
  self->statement = g_strdup ("");
  self->fact_list = fact_list_new_take (NULL, 0);
}

static gboolean
is_part (const char *text)
{
  return *text && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Lower-case parts with dots between them, two at least, the first from a letter. */
static gboolean
check_id (const char *id, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, ".", -1);
  g_autofree char *shown = NULL;
  guint n = 0;

  while (parts[n] && is_part (parts[n]))
    n++;
  if (n >= 2 && !parts[n] && g_ascii_islower (*id))
    return TRUE;

  shown = printable_dup (id, LONGEST_ID);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_WORDING, 0, NULL, id,
                         "Finding “%s”: not an id; write lower-case words with a dot between "
                         "them, such as ashcombe.round-numbers",
                         shown);

  return FALSE;
}

static gboolean
check_message (const char *id,
               const char *what,
               const char *message,
               const FactList *facts,
               GError **error)
{
  g_autofree char *where = NULL;

  if (!message)
    return TRUE;
  where = g_strconcat ("Finding “", id, "”, ", what, NULL);

  return message_check (message, facts, where, error);
}

static gboolean
check_facts (const char *id, const FactList *facts, GError **error)
{
  g_autofree char *where = g_strdup_printf ("Finding “%s”", id);

  return message_check_facts (facts, where, error);
}

/**
 * scrutiny_finding_new:
 * @id: the kind of finding, such as `ashcombe.round-numbers`: lower-case words with
 *   a dot between them
 * @statement: the message that says what was found
 * @question: (nullable): the message that asks about it
 * @facts: (nullable): the facts by name, an `a{sv}` of the types `x`, `d`, `b`, `s`,
 *   `as`, `ad` and `a(sd)`; `NULL` is none
 * @error: return location for an error
 *
 * Creates a finding.
 *
 * Fails with [error@Scrutiny.Error.WORDING] if a message uses a word that the
 * library does not say or names a fact that is not there or does not fit its
 * place, or if @id is not an id. Texts among the facts are a publisher's and are
 * not checked.
 *
 * Returns: (transfer full): the finding
 *
 * Since: 0.1
 */
ScrutinyFinding *
scrutiny_finding_new (const char *id,
                      const char *statement,
                      const char *question,
                      GVariant *facts,
                      GError **error)
{
  g_autoptr (GVariant) taken = NULL;
  g_autoptr (FactList) list = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (statement != NULL, NULL);
  g_return_val_if_fail (facts == NULL || g_variant_is_of_type (facts, G_VARIANT_TYPE_VARDICT),
                        NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  taken = facts ? g_variant_ref_sink (facts) : NULL;
  list = taken ? fact_list_new (taken) : fact_list_new_take (NULL, 0);
  if (!check_id (id, error) || !check_facts (id, list, error))
    return NULL;

  return scrutiny_finding_new_reached (id, statement, question, g_steal_pointer (&list), NULL,
                                       error);
}

ScrutinyFinding *
scrutiny_finding_new_reached (const char *id,
                              const char *statement,
                              const char *question,
                              FactList *facts,
                              ScrutinyMethod *method,
                              GError **error)
{
  g_autoptr (FactList) taken = facts;
  ScrutinyFinding *self;

  if (!check_message (id, "statement", statement, taken, error) ||
      !check_message (id, "question", question, taken, error))
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_FINDING, NULL);
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->statement);
  self->statement = g_strdup (statement);
  self->question = g_strdup (question);
  fact_list_unref (self->fact_list);
  self->fact_list = g_steal_pointer (&taken);
  g_set_object (&self->method, method);

  return self;
}

static ScrutinyFinding *
copy (ScrutinyFinding *self)
{
  ScrutinyFinding *made = g_object_new (SCRUTINY_TYPE_FINDING, NULL);

  g_free (made->id);
  made->id = g_strdup (self->id);
  made->subject = g_strdup (self->subject);
  g_free (made->statement);
  made->statement = g_strdup (self->statement);
  made->question = g_strdup (self->question);
  made->request = g_strdup (self->request);
  fact_list_unref (made->fact_list);
  made->fact_list = fact_list_ref (self->fact_list);
  g_set_object (&made->method, self->method);

  return made;
}

ScrutinyFinding *
scrutiny_finding_copy_without_question (ScrutinyFinding *self)
{
  ScrutinyFinding *made = copy (self);

  g_clear_pointer (&made->question, g_free);
  g_clear_pointer (&made->request, g_free);

  return made;
}

ScrutinyFinding *
scrutiny_finding_copy_unasked (ScrutinyFinding *self)
{
  ScrutinyFinding *made = copy (self);

  g_clear_pointer (&made->question, g_free);

  return made;
}

/**
 * scrutiny_finding_copy_with_subject:
 * @self: a finding
 * @subject: (nullable): the id of the indicator it is about, or `NULL`
 *
 * Creates the same finding about another indicator.
 *
 * Returns: (transfer full): the finding
 *
 * Since: 0.1
 */
ScrutinyFinding *
scrutiny_finding_copy_with_subject (ScrutinyFinding *self, const char *subject)
{
  ScrutinyFinding *made;

  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  made = copy (self);
  g_free (made->subject);
  made->subject = g_strdup (subject);

  return made;
}

/**
 * scrutiny_finding_copy_with_method:
 * @self: a finding
 * @method: (nullable): how it was reached, or `NULL`
 *
 * Creates the same finding reached in another way.
 *
 * Returns: (transfer full): the finding
 *
 * Since: 0.1
 */
ScrutinyFinding *
scrutiny_finding_copy_with_method (ScrutinyFinding *self, ScrutinyMethod *method)
{
  ScrutinyFinding *made;

  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);
  g_return_val_if_fail (method == NULL || SCRUTINY_IS_METHOD (method), NULL);

  made = copy (self);
  g_set_object (&made->method, method);

  return made;
}

/**
 * scrutiny_finding_copy_with_request:
 * @self: a finding
 * @request: (nullable): the message that says what to ask for, or `NULL`
 * @error: return location for an error
 *
 * Creates the same finding with another request for information.
 *
 * Fails with [error@Scrutiny.Error.WORDING] as [ctor@Finding.new] does.
 *
 * Returns: (transfer full): the finding
 *
 * Since: 0.1
 */
ScrutinyFinding *
scrutiny_finding_copy_with_request (ScrutinyFinding *self, const char *request, GError **error)
{
  ScrutinyFinding *made;

  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_message (self->id, "request", request, self->fact_list, error))
    return NULL;

  made = copy (self);
  g_free (made->request);
  made->request = g_strdup (request);

  return made;
}

/**
 * scrutiny_finding_get_id: (get-property id)
 * @self: a finding
 *
 * Gets the kind of finding.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
scrutiny_finding_get_id (ScrutinyFinding *self)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return self->id;
}

/**
 * scrutiny_finding_get_subject: (get-property subject)
 * @self: a finding
 *
 * Gets the indicator it is about.
 *
 * Returns: (nullable): the indicator's id, or `NULL` if it is about none
 *
 * Since: 0.1
 */
const char *
scrutiny_finding_get_subject (ScrutinyFinding *self)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return self->subject;
}

/**
 * scrutiny_finding_get_facts: (get-property facts)
 * @self: a finding
 *
 * Gets the numbers under the finding.
 *
 * Returns: (transfer none): an `a{sv}`, empty if there are none
 *
 * Since: 0.1
 */
GVariant *
scrutiny_finding_get_facts (ScrutinyFinding *self)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return fact_list_get_dictionary (self->fact_list);
}

const char *
scrutiny_finding_get_question_message (ScrutinyFinding *self)
{
  return self->question;
}

GVariant *
scrutiny_finding_find_fact (ScrutinyFinding *self, const char *name)
{
  return fact_list_find (self->fact_list, name, strlen (name));
}

/**
 * scrutiny_finding_get_method: (get-property method)
 * @self: a finding
 *
 * Gets how it was reached.
 *
 * Returns: (transfer none) (nullable): the method, or `NULL` if it is not known
 *
 * Since: 0.1
 */
ScrutinyMethod *
scrutiny_finding_get_method (ScrutinyFinding *self)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return self->method;
}

/**
 * scrutiny_finding_dup_statement:
 * @self: a finding
 * @language: (nullable): a language such as `en`; `NULL` is the locale's
 *
 * Makes the sentence that says what was found.
 *
 * There is no catalogue for any language but English yet; others get English.
 *
 * Returns: (transfer full): the sentence
 *
 * Since: 0.1
 */
char *
scrutiny_finding_dup_statement (ScrutinyFinding *self, const char *language)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return message_dup (self->statement, self->fact_list);
}

/**
 * scrutiny_finding_dup_question:
 * @self: a finding
 * @language: (nullable): a language such as `en`; `NULL` is the locale's
 *
 * Makes the question to ask.
 *
 * There is no catalogue for any language but English yet; others get English.
 *
 * Returns: (transfer full) (nullable): the question, or `NULL` if there is none
 *
 * Since: 0.1
 */
char *
scrutiny_finding_dup_question (ScrutinyFinding *self, const char *language)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return self->question ? message_dup (self->question, self->fact_list) : NULL;
}

/**
 * scrutiny_finding_dup_request:
 * @self: a finding
 * @language: (nullable): a language such as `en`; `NULL` is the locale's
 *
 * Makes the sentence that says which information to ask for.
 *
 * There is no catalogue for any language but English yet; others get English.
 *
 * Returns: (transfer full) (nullable): the request, or `NULL` if there is none
 *
 * Since: 0.1
 */
char *
scrutiny_finding_dup_request (ScrutinyFinding *self, const char *language)
{
  g_return_val_if_fail (SCRUTINY_IS_FINDING (self), NULL);

  return self->request ? message_dup (self->request, self->fact_list) : NULL;
}

static void
write_sentence (JsonWriter *writer, const char *key, char *sentence)
{
  g_autofree char *taken = sentence;

  json_writer_key (writer, key);
  json_writer_string (writer, taken);
}

static void
write_facts (JsonWriter *writer, const FactList *facts)
{
  json_writer_begin_object (writer);
  for (gsize i = 0; i < facts->n; i++) {
    json_writer_key (writer, facts->facts[i].key);
    json_writer_variant (writer, facts->facts[i].value);
  }
  json_writer_end_object (writer);
}

void
scrutiny_finding_write_json (ScrutinyFinding *self, JsonWriter *writer)
{
  json_writer_begin_object (writer);
  json_writer_key (writer, "id");
  json_writer_string (writer, self->id);
  json_writer_key (writer, "subject");
  json_writer_string (writer, self->subject);
  write_sentence (writer, "statement", scrutiny_finding_dup_statement (self, NULL));
  write_sentence (writer, "question", scrutiny_finding_dup_question (self, NULL));
  write_sentence (writer, "request", scrutiny_finding_dup_request (self, NULL));
  json_writer_key (writer, "facts");
  write_facts (writer, self->fact_list);
  json_writer_key (writer, "method");
  if (self->method)
    scrutiny_method_write_json (self->method, writer);
  else
    json_writer_null (writer);
  json_writer_end_object (writer);
}
