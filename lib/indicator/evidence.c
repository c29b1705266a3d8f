/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/evidence.h>

#include "indicator/text-record.h"

enum {
  REFERENCE,
  DATE,
  KIND,
  BEARING,
  GRADE,
  N_TEXTS,
};

/**
 * ScrutinyEvidence:
 *
 * What a person offers for a reason: a survey, an audit, a study.
 *
 * The library records it, dates it and counts it. It never weighs it.
 *
 * Since: 0.1
 */
struct _ScrutinyEvidence {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyEvidence, scrutiny_evidence, G_TYPE_OBJECT)

static const char *const bearings[] = { "supports", "contradicts", "neutral", NULL };

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyEvidence:reference: (getter get_reference)
   *
   * Where it can be looked up: `Staff survey 2024, question 7`.
   *
   * Since: 0.1
   */
  [REFERENCE] = { "reference", "", NULL },
  /**
   * ScrutinyEvidence:date: (getter get_date)
   *
   * When it was gathered or published, as written.
   *
   * Since: 0.1
   */
  [DATE] = { "date", NULL, NULL },
  /**
   * ScrutinyEvidence:kind: (getter get_kind)
   *
   * What sort of evidence it is, in the words of whoever offers it.
   *
   * Since: 0.1
   */
  [KIND] = { "kind", NULL, NULL },
  /**
   * ScrutinyEvidence:bearing: (getter get_bearing)
   *
   * Which way it bears on the reason: `supports`, `contradicts` or `neutral`.
   *
   * Since: 0.1
   */
  [BEARING] = { "bearing", "supports", bearings },
  /**
   * ScrutinyEvidence:grade: (getter get_grade)
   *
   * How far it can be relied on, in the words of the person who says so. It is quoted, never
   * weighed.
   *
   * Since: 0.1
   */
  [GRADE] = { "grade", NULL, NULL },
};

static const TextRecord record = {
  "Evidence",
  G_STRUCT_OFFSET (ScrutinyEvidence, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_evidence_class_init (ScrutinyEvidenceClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_evidence_init (ScrutinyEvidence *self)
{
  text_record_init (self);
}

/**
 * scrutiny_evidence_new:
 * @reference: where it can be looked up
 * @date: (nullable): when it was gathered or published, as written
 *
 * Creates evidence that supports a reason.
 *
 * [method@Evidence.copy_with] says what kind it is, or that it bears the other way.
 *
 * Returns: (transfer full): the evidence
 *
 * Since: 0.1
 */
ScrutinyEvidence *
scrutiny_evidence_new (const char *reference, const char *date)
{
  g_return_val_if_fail (reference != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_EVIDENCE,
                          (const char *[N_TEXTS]){ [REFERENCE] = reference, [DATE] = date });
}

/**
 * scrutiny_evidence_copy_with:
 * @self: evidence
 * @property: what to change: `reference`, `date`, `kind`, `bearing` or `grade`
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
ScrutinyEvidence *
scrutiny_evidence_copy_with (ScrutinyEvidence *self,
                             const char *property,
                             const char *value,
                             GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_EVIDENCE (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_evidence_get_reference: (get-property reference)
 * @self: evidence
 *
 * Gets where it can be looked up.
 *
 * Returns: (transfer none): the reference
 *
 * Since: 0.1
 */
const char *
scrutiny_evidence_get_reference (ScrutinyEvidence *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVIDENCE (self), NULL);

  return self->texts[REFERENCE];
}

/**
 * scrutiny_evidence_get_date: (get-property date)
 * @self: evidence
 *
 * Gets when it was gathered or published.
 *
 * Returns: (transfer none) (nullable): the date, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_evidence_get_date (ScrutinyEvidence *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVIDENCE (self), NULL);

  return self->texts[DATE];
}

/**
 * scrutiny_evidence_get_kind: (get-property kind)
 * @self: evidence
 *
 * Gets what sort of evidence it is.
 *
 * Returns: (transfer none) (nullable): the kind, in the words of whoever offers it
 *
 * Since: 0.1
 */
const char *
scrutiny_evidence_get_kind (ScrutinyEvidence *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVIDENCE (self), NULL);

  return self->texts[KIND];
}

/**
 * scrutiny_evidence_get_bearing: (get-property bearing)
 * @self: evidence
 *
 * Gets which way it bears on the reason.
 *
 * Returns: (transfer none): `supports`, `contradicts` or `neutral`
 *
 * Since: 0.1
 */
const char *
scrutiny_evidence_get_bearing (ScrutinyEvidence *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVIDENCE (self), NULL);

  return self->texts[BEARING];
}

/**
 * scrutiny_evidence_get_grade: (get-property grade)
 * @self: evidence
 *
 * Gets how far somebody says it can be relied on.
 *
 * Returns: (transfer none) (nullable): the grade, in that person's words
 *
 * Since: 0.1
 */
const char *
scrutiny_evidence_get_grade (ScrutinyEvidence *self)
{
  g_return_val_if_fail (SCRUTINY_IS_EVIDENCE (self), NULL);

  return self->texts[GRADE];
}
