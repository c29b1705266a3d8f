/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_EVIDENCE (scrutiny_evidence_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyEvidence, scrutiny_evidence, SCRUTINY, EVIDENCE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyEvidence *scrutiny_evidence_new (const char *reference, const char *date)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyEvidence *scrutiny_evidence_copy_with (ScrutinyEvidence *self,
                                               const char *property,
                                               const char *value,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_evidence_get_reference (ScrutinyEvidence *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_evidence_get_date (ScrutinyEvidence *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_evidence_get_kind (ScrutinyEvidence *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_evidence_get_bearing (ScrutinyEvidence *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_evidence_get_grade (ScrutinyEvidence *self);

G_END_DECLS
