/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>
#include <scrutiny/companion.h>
#include <scrutiny/harm.h>
#include <scrutiny/view.h>
#include <scrutiny/vocabulary.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CHAIN_BUILDER (scrutiny_chain_builder_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyChainBuilder,
                      scrutiny_chain_builder,
                      SCRUTINY,
                      CHAIN_BUILDER,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChainBuilder *scrutiny_chain_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_state (ScrutinyChainBuilder *self,
                                   const char *id,
                                   ScrutinyStatementKind kind,
                                   const char *text);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_because (ScrutinyChainBuilder *self,
                                     const char *id,
                                     const char *reason_id,
                                     ScrutinyEvidence *evidence);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_same_as (ScrutinyChainBuilder *self,
                                     const char *id,
                                     const char *other_id,
                                     const char *marked_by);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_set_who (ScrutinyChainBuilder *self, const char *id, const char *who);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_set_detail (ScrutinyChainBuilder *self,
                                        const char *id,
                                        const char *name,
                                        const char *text);
SCRUTINY_AVAILABLE_IN_ALL
void
scrutiny_chain_builder_add_view (ScrutinyChainBuilder *self, const char *id, ScrutinyView *view);
SCRUTINY_AVAILABLE_IN_ALL
void
scrutiny_chain_builder_add_harm (ScrutinyChainBuilder *self, const char *id, ScrutinyHarm *harm);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_add_companion (ScrutinyChainBuilder *self,
                                           const char *id,
                                           ScrutinyCompanion *companion);
SCRUTINY_AVAILABLE_IN_ALL
void
scrutiny_chain_builder_add_label (ScrutinyChainBuilder *self, const char *id, const char *label);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_use_vocabulary (ScrutinyChainBuilder *self,
                                            ScrutinyVocabulary *vocabulary);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_set_reason_detail (ScrutinyChainBuilder *self,
                                               const char *id,
                                               const char *reason_id,
                                               const char *name,
                                               const char *text);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_set_mechanism (ScrutinyChainBuilder *self,
                                           const char *id,
                                           const char *reason_id,
                                           const char *mechanism);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_set_lag (ScrutinyChainBuilder *self,
                                     const char *id,
                                     const char *reason_id,
                                     int periods);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_chain_builder_set_claim (ScrutinyChainBuilder *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChain *scrutiny_chain_builder_end (ScrutinyChainBuilder *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
