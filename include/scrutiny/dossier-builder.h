/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>
#include <scrutiny/vocabulary.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DOSSIER_BUILDER (scrutiny_dossier_builder_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDossierBuilder,
                      scrutiny_dossier_builder,
                      SCRUTINY,
                      DOSSIER_BUILDER,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDossierBuilder *scrutiny_dossier_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_title (ScrutinyDossierBuilder *self, const char *title);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_council (ScrutinyDossierBuilder *self, const char *council);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_meeting (ScrutinyDossierBuilder *self, const char *meeting);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_disclosure_threshold (ScrutinyDossierBuilder *self,
                                                        guint threshold);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_disclosure_rounding (ScrutinyDossierBuilder *self,
                                                       guint rounding);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_indicator (ScrutinyDossierBuilder *self,
                                             const char *id,
                                             const char *title);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_text (ScrutinyDossierBuilder *self,
                                        const char *id,
                                        const char *property,
                                        const char *text);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_series (ScrutinyDossierBuilder *self,
                                          const char *id,
                                          ScrutinySeries *series);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_published (ScrutinyDossierBuilder *self,
                                             const char *id,
                                             ScrutinyTable *published);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_records (ScrutinyDossierBuilder *self,
                                           const char *id,
                                           GObject *records);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_colour_rule (ScrutinyDossierBuilder *self,
                                               const char *id,
                                               ScrutinyColourRule *rule);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_chain (ScrutinyDossierBuilder *self,
                                         const char *id,
                                         ScrutinyChain *chain);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_recipe (ScrutinyDossierBuilder *self,
                                          const char *id,
                                          ScrutinyRecipe *recipe);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_definition (ScrutinyDossierBuilder *self,
                                              const char *id,
                                              ScrutinyDefinition *definition);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_claim (ScrutinyDossierBuilder *self,
                                         const char *id,
                                         ScrutinyClaim *claim);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_event (ScrutinyDossierBuilder *self,
                                         const char *id,
                                         ScrutinyEvent *event);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_request (ScrutinyDossierBuilder *self, ScrutinyRequest *request);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_response (ScrutinyDossierBuilder *self,
                                            ScrutinyResponse *response);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_add_vocabulary (ScrutinyDossierBuilder *self,
                                              ScrutinyVocabulary *vocabulary);
SCRUTINY_AVAILABLE_IN_ALL
void
scrutiny_dossier_builder_add_note (ScrutinyDossierBuilder *self, const char *id, const char *note);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_dossier_builder_set_scorecard (ScrutinyDossierBuilder *self,
                                             ScrutinyTable *scorecard);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDossier *scrutiny_dossier_builder_end (ScrutinyDossierBuilder *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
