/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_FINDING (scrutiny_finding_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyFinding, scrutiny_finding, SCRUTINY, FINDING, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyFinding *scrutiny_finding_new (const char *id,
                                       const char *statement,
                                       const char *question,
                                       GVariant *facts,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyFinding *scrutiny_finding_copy_with_subject (ScrutinyFinding *self, const char *subject)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyFinding *scrutiny_finding_copy_with_method (ScrutinyFinding *self, ScrutinyMethod *method)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyFinding *scrutiny_finding_copy_with_request (ScrutinyFinding *self,
                                                     const char *request,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_finding_get_id (ScrutinyFinding *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_finding_get_subject (ScrutinyFinding *self);
SCRUTINY_AVAILABLE_IN_ALL
GVariant *scrutiny_finding_get_facts (ScrutinyFinding *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyMethod *scrutiny_finding_get_method (ScrutinyFinding *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_finding_dup_statement (ScrutinyFinding *self, const char *language);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_finding_dup_question (ScrutinyFinding *self, const char *language);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_finding_dup_request (ScrutinyFinding *self, const char *language);

G_END_DECLS
