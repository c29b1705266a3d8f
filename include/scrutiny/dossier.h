/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/event.h>
#include <scrutiny/indicator.h>
#include <scrutiny/request.h>
#include <scrutiny/response.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DOSSIER (scrutiny_dossier_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDossier, scrutiny_dossier, SCRUTINY, DOSSIER, GObject)

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_dossier_get_title (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_dossier_get_council (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_dossier_get_meeting (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_dossier_get_source (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_dossier_get_hash (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_dossier_get_disclosure_threshold (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_dossier_get_disclosure_rounding (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_dossier_get_n_indicators (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyIndicator *scrutiny_dossier_get_indicator (ScrutinyDossier *self, guint index);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyIndicator *
scrutiny_dossier_find_indicator (ScrutinyDossier *self, const char *id, GError **error);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_dossier_get_scorecard (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_dossier_dup_requests (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_dossier_dup_vocabularies (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_dossier_dup_responses (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_dossier_dup_events (ScrutinyDossier *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_dossier_dup_notes (ScrutinyDossier *self);

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRequest *
scrutiny_dossier_find_request (ScrutinyDossier *self, const char *id, GError **error);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDossier *scrutiny_dossier_copy_with_request (ScrutinyDossier *self,
                                                     ScrutinyRequest *request)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDossier *scrutiny_dossier_copy_with_response (ScrutinyDossier *self,
                                                      ScrutinyResponse *response,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDossier *scrutiny_dossier_copy_with_meeting (ScrutinyDossier *self, const char *meeting)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
