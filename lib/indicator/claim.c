/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/claim.h>

#include <scrutiny/error.h>

#include "indicator/text-record.h"

enum {
  ABOUT,
  TEXT,
  SAID_BY,
  ON,
  SOURCE,
  FROM,
  UNTIL,
  N_TEXTS,
};

/**
 * ScrutinyClaim:
 *
 * Something that somebody said about an indicator: its target, its status, which direction is
 * wanted.
 *
 * The library repeats a claim as a claim: by whom, when and where. It never takes one for a fact.
 *
 * Since: 0.1
 */
struct _ScrutinyClaim {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyClaim, scrutiny_claim, G_TYPE_OBJECT)

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyClaim:about: (getter get_about)
   *
   * What the claim is about: `target`, `status`, `direction`, `choice`, `use` or another word.
   *
   * Since: 0.1
   */
  [ABOUT] = { "about", "", NULL },
  /**
   * ScrutinyClaim:text: (getter get_text)
   *
   * What was said.
   *
   * Since: 0.1
   */
  [TEXT] = { "text", "", NULL },
  /**
   * ScrutinyClaim:said-by: (getter get_said_by)
   *
   * Who said it: `Cabinet, 14 March 2024, minute 62`.
   *
   * Since: 0.1
   */
  [SAID_BY] = { "said-by", NULL, NULL },
  /**
   * ScrutinyClaim:on: (getter get_on)
   *
   * When it was said, as written.
   *
   * Since: 0.1
   */
  [ON] = { "on", NULL, NULL },
  /**
   * ScrutinyClaim:source: (getter get_source)
   *
   * Where it can be looked up.
   *
   * Since: 0.1
   */
  [SOURCE] = { "source", NULL, NULL },
  /**
   * ScrutinyClaim:from: (getter get_from)
   *
   * The first period it is said of: `2024-04`.
   *
   * Since: 0.1
   */
  [FROM] = { "from", NULL, NULL },
  /**
   * ScrutinyClaim:until: (getter get_until)
   *
   * The last period it is said of.
   *
   * Since: 0.1
   */
  [UNTIL] = { "until", NULL, NULL },
};

static const TextRecord record = {
  "Claim",
  G_STRUCT_OFFSET (ScrutinyClaim, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_claim_class_init (ScrutinyClaimClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_claim_init (ScrutinyClaim *self)
{
  text_record_init (self);
}

/**
 * scrutiny_claim_new:
 * @about: what the claim is about: `target`, `status`, `direction`, `choice`, `use` or another word
 * @text: what was said
 * @said_by: (nullable): who said it
 * @on: (nullable): when, as written
 * @error: return location for an error
 *
 * Creates a claim.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] if it is about nothing.
 *
 * Returns: (transfer full): the claim
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_claim_new (const char *about,
                    const char *text,
                    const char *said_by,
                    const char *on,
                    GError **error)
{
  g_return_val_if_fail (about != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!*about) {
    g_set_error_literal (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE,
                         "Claim: it is about nothing; say target, status, direction or choice");
    return NULL;
  }

  return text_record_new (SCRUTINY_TYPE_CLAIM, (const char *[N_TEXTS]){ about, text, said_by, on });
}

/**
 * scrutiny_claim_copy_with:
 * @self: a claim
 * @property: what to change: `about`, `text`, `said-by`, `on`, `source`, `from` or `until`
 * @value: (nullable): what it shall be, `NULL` for nothing
 * @error: return location for an error
 *
 * Creates a copy with one thing changed.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property, and with
 * [error@Scrutiny.Error.UNREADABLE] if it cannot hold @value.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyClaim *
scrutiny_claim_copy_with (ScrutinyClaim *self,
                          const char *property,
                          const char *value,
                          GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_claim_get_about: (get-property about)
 * @self: a claim
 *
 * Gets what the claim is about.
 *
 * Returns: (transfer none): what it is about
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_about (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[ABOUT];
}

/**
 * scrutiny_claim_get_text: (get-property text)
 * @self: a claim
 *
 * Gets what was said.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_text (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[TEXT];
}

/**
 * scrutiny_claim_get_said_by: (get-property said-by)
 * @self: a claim
 *
 * Gets who said it.
 *
 * Returns: (transfer none) (nullable): who said it
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_said_by (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[SAID_BY];
}

/**
 * scrutiny_claim_get_on: (get-property on)
 * @self: a claim
 *
 * Gets when it was said.
 *
 * Returns: (transfer none) (nullable): the date, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_on (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[ON];
}

/**
 * scrutiny_claim_get_source: (get-property source)
 * @self: a claim
 *
 * Gets where it can be looked up.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_source (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[SOURCE];
}

/**
 * scrutiny_claim_get_from: (get-property from)
 * @self: a claim
 *
 * Gets the first period it is said of.
 *
 * Returns: (transfer none) (nullable): the period
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_from (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[FROM];
}

/**
 * scrutiny_claim_get_until: (get-property until)
 * @self: a claim
 *
 * Gets the last period it is said of.
 *
 * Returns: (transfer none) (nullable): the period
 *
 * Since: 0.1
 */
const char *
scrutiny_claim_get_until (ScrutinyClaim *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CLAIM (self), NULL);

  return self->texts[UNTIL];
}
