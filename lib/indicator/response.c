/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/response.h>

#include "indicator/text-record.h"

enum {
  FINDING_ID,
  SUBJECT,
  TEXT,
  SAID_BY,
  ON,
  REQUEST_ID,
  REFERENCE,
  N_TEXTS,
};

/**
 * ScrutinyResponse:
 *
 * What the service answers to a finding or to a request. It is printed beside that, as it was
 * given.
 *
 * Since: 0.1
 */
struct _ScrutinyResponse {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyResponse, scrutiny_response, G_TYPE_OBJECT)

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyResponse:finding-id: (getter get_finding_id)
   *
   * The id of the finding it answers, `""` if it answers a request.
   *
   * Since: 0.1
   */
  [FINDING_ID] = { "finding-id", "", NULL },
  /**
   * ScrutinyResponse:subject: (getter get_subject)
   *
   * The indicator the finding is about.
   *
   * Since: 0.1
   */
  [SUBJECT] = { "subject", NULL, NULL },
  /**
   * ScrutinyResponse:text: (getter get_text)
   *
   * The answer.
   *
   * Since: 0.1
   */
  [TEXT] = { "text", "", NULL },
  /**
   * ScrutinyResponse:said-by: (getter get_said_by)
   *
   * Who answers.
   *
   * Since: 0.1
   */
  [SAID_BY] = { "said-by", NULL, NULL },
  /**
   * ScrutinyResponse:on: (getter get_on)
   *
   * When, as written.
   *
   * Since: 0.1
   */
  [ON] = { "on", NULL, NULL },
  /**
   * ScrutinyResponse:request-id: (getter get_request_id)
   *
   * The id of the request it answers.
   *
   * Since: 0.1
   */
  [REQUEST_ID] = { "request-id", NULL, NULL },
  /**
   * ScrutinyResponse:reference: (getter get_reference)
   *
   * Where what was brought can be looked up.
   *
   * Since: 0.1
   */
  [REFERENCE] = { "reference", NULL, NULL },
};

static const TextRecord record = {
  "Response",
  G_STRUCT_OFFSET (ScrutinyResponse, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_response_class_init (ScrutinyResponseClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_response_init (ScrutinyResponse *self)
{
  text_record_init (self);
}

/**
 * scrutiny_response_new:
 * @finding_id: the id of the finding it answers
 * @subject: (nullable): the id of the indicator the finding is about, `NULL` for the pack as a
 * whole
 * @text: the answer
 * @said_by: (nullable): who answers
 * @on: (nullable): when, as written
 *
 * Creates a response.
 *
 * Returns: (transfer full): the response
 *
 * Since: 0.1
 */
ScrutinyResponse *
scrutiny_response_new (const char *finding_id,
                       const char *subject,
                       const char *text,
                       const char *said_by,
                       const char *on)
{
  g_return_val_if_fail (finding_id != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_RESPONSE,
                          (const char *[N_TEXTS]){ finding_id, subject, text, said_by, on });
}

/**
 * scrutiny_response_new_to_request:
 * @request_id: the id of the request it answers
 * @text: the answer
 * @said_by: (nullable): who answers
 * @on: (nullable): when, as written
 *
 * Creates a response to something that was asked for.
 *
 * Returns: (transfer full): the response
 *
 * Since: 0.1
 */
ScrutinyResponse *
scrutiny_response_new_to_request (const char *request_id,
                                  const char *text,
                                  const char *said_by,
                                  const char *on)
{
  g_return_val_if_fail (request_id != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return text_record_new (
      SCRUTINY_TYPE_RESPONSE,
      (const char *[N_TEXTS]){
          [TEXT] = text, [SAID_BY] = said_by, [ON] = on, [REQUEST_ID] = request_id });
}

/**
 * scrutiny_response_copy_with:
 * @self: a response
 * @property: the name of the property to change, such as `reference`
 * @value: (nullable): its new value, or `NULL` for none
 * @error: return location for an error
 *
 * Creates a copy with one thing changed.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyResponse *
scrutiny_response_copy_with (ScrutinyResponse *self,
                             const char *property,
                             const char *value,
                             GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_response_get_finding_id: (get-property finding-id)
 * @self: a response
 *
 * Gets the id of the finding it answers.
 *
 * Returns: (transfer none): the id, `""` if it answers a request
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_finding_id (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[FINDING_ID];
}

/**
 * scrutiny_response_get_subject: (get-property subject)
 * @self: a response
 *
 * Gets the indicator the finding is about.
 *
 * Returns: (transfer none) (nullable): the indicator's id, `NULL` for the pack as a whole
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_subject (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[SUBJECT];
}

/**
 * scrutiny_response_get_text: (get-property text)
 * @self: a response
 *
 * Gets the answer.
 *
 * Returns: (transfer none): the answer
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_text (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[TEXT];
}

/**
 * scrutiny_response_get_said_by: (get-property said-by)
 * @self: a response
 *
 * Gets who answers.
 *
 * Returns: (transfer none) (nullable): who answers
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_said_by (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[SAID_BY];
}

/**
 * scrutiny_response_get_on: (get-property on)
 * @self: a response
 *
 * Gets when it was given.
 *
 * Returns: (transfer none) (nullable): the date, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_on (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[ON];
}

/**
 * scrutiny_response_get_request_id: (get-property request-id)
 * @self: a response
 *
 * Gets the id of the request it answers.
 *
 * Returns: (transfer none) (nullable): the id, `NULL` if it answers a finding
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_request_id (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[REQUEST_ID];
}

/**
 * scrutiny_response_get_reference: (get-property reference)
 * @self: a response
 *
 * Gets where what was brought can be looked up.
 *
 * Returns: (transfer none) (nullable): the reference, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_response_get_reference (ScrutinyResponse *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RESPONSE (self), NULL);

  return self->texts[REFERENCE];
}
