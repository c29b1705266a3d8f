/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/event.h>

#include "indicator/text-record.h"

enum {
  FROM,
  UNTIL,
  TEXT,
  SOURCE,
  N_TEXTS,
};

/**
 * ScrutinyEvent:
 *
 * Something with a date that a figure may have felt: a law, a new team, a changed form.
 *
 * An event is data. That a figure shifted when it happened is for people to explain.
 *
 * Since: 0.1
 */
struct _ScrutinyEvent {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyEvent, scrutiny_event, G_TYPE_OBJECT)

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyEvent:from: (getter get_from)
   *
   * The period it happened in, or began in.
   *
   * Since: 0.1
   */
  [FROM] = { "from", "", NULL },
  /**
   * ScrutinyEvent:until: (getter get_until)
   *
   * The last period of an event that lasted.
   *
   * Since: 0.1
   */
  [UNTIL] = { "until", NULL, NULL },
  /**
   * ScrutinyEvent:text: (getter get_text)
   *
   * What happened.
   *
   * Since: 0.1
   */
  [TEXT] = { "text", "", NULL },
  /**
   * ScrutinyEvent:source: (getter get_source)
   *
   * Where it can be looked up.
   *
   * Since: 0.1
   */
  [SOURCE] = { "source", NULL, NULL },
};

static const TextRecord record = {
  "Event",
  G_STRUCT_OFFSET (ScrutinyEvent, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_event_class_init (ScrutinyEventClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_event_init (ScrutinyEvent *self)
{
  text_record_init (self);
}

/**
 * scrutiny_event_new:
 * @from: the period it happened in, or began in
 * @until: (nullable): the last period, if it lasted
 * @text: what happened
 * @source: (nullable): where it can be looked up
 *
 * Creates an event.
 *
 * Whether the periods can be read is asked when the event joins a dossier.
 *
 * Returns: (transfer full): the event
 *
 * Since: 0.1
 */
ScrutinyEvent *
scrutiny_event_new (const char *from, const char *until, const char *text, const char *source)
{
  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_EVENT,
                          (const char *[N_TEXTS]){ from, until, text, source });
}

/**
 * scrutiny_event_get_from: (get-property from)
 * @self: an event
 *
 * Gets the period it happened in, or began in.
 *
 * Returns: (transfer none): the period
 *
 * Since: 0.1
 */
const char *
scrutiny_event_get_from (ScrutinyEvent *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVENT (self), NULL);

  return self->texts[FROM];
}

/**
 * scrutiny_event_get_until: (get-property until)
 * @self: an event
 *
 * Gets the last period of an event that lasted.
 *
 * Returns: (transfer none) (nullable): the period, `NULL` if it did not last
 *
 * Since: 0.1
 */
const char *
scrutiny_event_get_until (ScrutinyEvent *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVENT (self), NULL);

  return self->texts[UNTIL];
}

/**
 * scrutiny_event_get_text: (get-property text)
 * @self: an event
 *
 * Gets what happened.
 *
 * Returns: (transfer none): what happened
 *
 * Since: 0.1
 */
const char *
scrutiny_event_get_text (ScrutinyEvent *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVENT (self), NULL);

  return self->texts[TEXT];
}

/**
 * scrutiny_event_get_source: (get-property source)
 * @self: an event
 *
 * Gets where it can be looked up.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
scrutiny_event_get_source (ScrutinyEvent *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVENT (self), NULL);

  return self->texts[SOURCE];
}
