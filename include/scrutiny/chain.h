/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>
#include <scrutiny/evidence.h>
#include <scrutiny/statement-kind.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CHAIN (scrutiny_chain_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyChain, scrutiny_chain, SCRUTINY, CHAIN, GObject)

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_chain_get_n_statements (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_chain_get_n_reasons (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chain_get_claim (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_chain_dup_statements (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_chain_has_statement (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chain_get_text (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyStatementKind scrutiny_chain_get_kind (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chain_get_who (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chain_get_detail (ScrutinyChain *self, const char *id, const char *name);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_chain_dup_views (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_chain_dup_harms (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_chain_dup_companions (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_chain_dup_labels (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chain_get_label_text (ScrutinyChain *self, const char *label);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_chain_dup_vocabularies (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_chain_dup_reasons_of (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_chain_dup_same_as (ScrutinyChain *self, const char *id);
SCRUTINY_AVAILABLE_IN_ALL
const char *
scrutiny_chain_get_marked_by (ScrutinyChain *self, const char *id, const char *other_id);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_chain_dup_evidence (ScrutinyChain *self, const char *id, const char *reason_id);
SCRUTINY_AVAILABLE_IN_ALL
const char *
scrutiny_chain_get_mechanism (ScrutinyChain *self, const char *id, const char *reason_id);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chain_get_reason_detail (ScrutinyChain *self,
                                              const char *id,
                                              const char *reason_id,
                                              const char *name);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection
scrutiny_chain_get_expected (ScrutinyChain *self, const char *id, const char *reason_id);
SCRUTINY_AVAILABLE_IN_ALL
int scrutiny_chain_get_lag (ScrutinyChain *self, const char *id, const char *reason_id);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chain_dup_dot (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chain_dup_mermaid (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chain_dup_gsn (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chain_dup_dagitty (ScrutinyChain *self);

G_END_DECLS
