/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/request.h>

#include "indicator/text-record.h"

enum {
  WHAT,
  OF_WHOM,
  BY,
  STATE,
  ID,
  ASKED_ON,
  ABOUT,
  N_TEXTS,
};

/**
 * ScrutinyRequest:
 *
 * Something to bring to a later meeting: what, from whom, by when, and whether it came.
 *
 * Since: 0.1
 */
struct _ScrutinyRequest {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyRequest, scrutiny_request, G_TYPE_OBJECT)

static const char *const states[] = { "open",    "received",  "partly-received",
                                      "refused", "withdrawn", NULL };

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyRequest:what: (getter get_what)
   *
   * What is asked for.
   *
   * Since: 0.1
   */
  [WHAT] = { "what", "", NULL },
  /**
   * ScrutinyRequest:of-whom: (getter get_of_whom)
   *
   * Who is asked for it.
   *
   * Since: 0.1
   */
  [OF_WHOM] = { "of-whom", NULL, NULL },
  /**
   * ScrutinyRequest:by: (getter get_by)
   *
   * The meeting or the date it is wanted by, as written.
   *
   * Since: 0.1
   */
  [BY] = { "by", NULL, NULL },
  /**
   * ScrutinyRequest:state: (getter get_state)
   *
   * Whether it came: `open`, `received`, `partly-received`, `refused` or `withdrawn`.
   *
   * Since: 0.1
   */
  [STATE] = { "state", "open", states },
  /**
   * ScrutinyRequest:id: (getter get_id)
   *
   * What answers refer to. A report gives each request one that stays the same.
   *
   * Since: 0.1
   */
  [ID] = { "id", NULL, NULL },
  /**
   * ScrutinyRequest:asked-on: (getter get_asked_on)
   *
   * When it was first asked for, as written.
   *
   * Since: 0.1
   */
  [ASKED_ON] = { "asked-on", NULL, NULL },
  /**
   * ScrutinyRequest:about: (getter get_about)
   *
   * The ids of the indicators it is asked about, each on a line of its own.
   *
   * Since: 0.1
   */
  [ABOUT] = { "about", NULL, NULL },
};

static const TextRecord record = {
  "Request",
  G_STRUCT_OFFSET (ScrutinyRequest, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_request_class_init (ScrutinyRequestClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_request_init (ScrutinyRequest *self)
{
  text_record_init (self);
}

/**
 * scrutiny_request_new:
 * @what: what is asked for
 * @of_whom: (nullable): who is asked
 * @by: (nullable): the meeting or date it is wanted by, as written
 *
 * Creates an open request.
 *
 * Returns: (transfer full): the request
 *
 * Since: 0.1
 */
ScrutinyRequest *
scrutiny_request_new (const char *what, const char *of_whom, const char *by)
{
  g_return_val_if_fail (what != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_REQUEST, (const char *[N_TEXTS]){ what, of_whom, by });
}

/**
 * scrutiny_request_copy_with_state:
 * @self: a request
 * @state: `open`, `received`, `partly-received`, `refused` or `withdrawn`
 * @error: return location for an error
 *
 * Creates a copy that says what became of the request.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] if @state is none of these.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyRequest *
scrutiny_request_copy_with_state (ScrutinyRequest *self, const char *state, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, "state", state, error);
}

/**
 * scrutiny_request_copy_with:
 * @self: a request
 * @property: the name of the property to change, such as `asked-on`
 * @value: (nullable): its new value, or `NULL` for none
 * @error: return location for an error
 *
 * Creates a copy with one thing changed.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property, and with
 * [error@Scrutiny.Error.UNREADABLE] for a state there is not.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyRequest *
scrutiny_request_copy_with (ScrutinyRequest *self,
                            const char *property,
                            const char *value,
                            GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_request_is_outstanding:
 * @self: a request
 *
 * Checks whether it, or a part of it, is still to come.
 *
 * Returns: whether its state is `open` or `partly-received`
 *
 * Since: 0.1
 */
gboolean
scrutiny_request_is_outstanding (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), FALSE);

  return g_str_equal (self->texts[STATE], "open") ||
         g_str_equal (self->texts[STATE], "partly-received");
}

/**
 * scrutiny_request_get_what: (get-property what)
 * @self: a request
 *
 * Gets what is asked for.
 *
 * Returns: (transfer none): what is asked for
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_what (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[WHAT];
}

/**
 * scrutiny_request_get_of_whom: (get-property of-whom)
 * @self: a request
 *
 * Gets who is asked for it.
 *
 * Returns: (transfer none) (nullable): who is asked
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_of_whom (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[OF_WHOM];
}

/**
 * scrutiny_request_get_by: (get-property by)
 * @self: a request
 *
 * Gets when it is wanted.
 *
 * Returns: (transfer none) (nullable): the meeting or date, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_by (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[BY];
}

/**
 * scrutiny_request_get_state: (get-property state)
 * @self: a request
 *
 * Gets whether it came.
 *
 * Returns: (transfer none): `open`, `received`, `partly-received`, `refused` or `withdrawn`
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_state (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[STATE];
}

/**
 * scrutiny_request_get_id: (get-property id)
 * @self: a request
 *
 * Gets what answers refer to.
 *
 * Returns: (transfer none) (nullable): the id, `NULL` if it was given none
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_id (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[ID];
}

/**
 * scrutiny_request_get_asked_on: (get-property asked-on)
 * @self: a request
 *
 * Gets when it was first asked for.
 *
 * Returns: (transfer none) (nullable): the date, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_asked_on (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[ASKED_ON];
}

/**
 * scrutiny_request_get_about: (get-property about)
 * @self: a request
 *
 * Gets the indicators it is asked about.
 *
 * Returns: (transfer none) (nullable): their ids, each on a line of its own, `NULL` for the pack
 *   as a whole
 *
 * Since: 0.1
 */
const char *
scrutiny_request_get_about (ScrutinyRequest *self)
{
  g_return_val_if_fail (SCRUTINY_IS_REQUEST (self), NULL);

  return self->texts[ABOUT];
}
