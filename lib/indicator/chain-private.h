/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain-builder.h>

#include "indicator/chain-details.h"
#include "indicator/chain-labels.h"
#include "indicator/chain-remarks.h"

G_BEGIN_DECLS

typedef struct {
  char *id;
  char *text;
  char *details[N_STATEMENT_DETAILS];
  ScrutinyStatementKind kind;
  GPtrArray *reasons;            /* of ChainReason, the chain's */
  GPtrArray *sames;              /* of ChainSame, the chain's */
  GPtrArray *labels;             /* of char *; NULL: none */
  GPtrArray *remarks[N_REMARKS]; /* NULL: none */
} ChainStatement;

typedef struct {
  ChainStatement *statement;
  ChainStatement *reason;
  GPtrArray *evidence; /* of ScrutinyEvidence */
  char *details[N_REASON_DETAILS];
  int lag; /* -1: not stated */
} ChainReason;

typedef struct {
  ChainStatement *one;
  ChainStatement *other;
  char *marked_by;
} ChainSame;

struct _ScrutinyChain {
  GObject parent_instance;

  ChainStatement *claim;   /* NULL: not recorded */
  GPtrArray *statements;   /* of ChainStatement, as they were stated */
  GPtrArray *reasons;      /* of ChainReason, as they were given */
  GPtrArray *sames;        /* of ChainSame, as they were marked */
  GHashTable *by_id;       /* char * to ChainStatement, both the statements' */
  GPtrArray *vocabularies; /* of ScrutinyVocabulary; NULL: only the library's */
  GHashTable *by_pair;     /* set of ChainReason, the reasons' */
};

/* Only the builder adds; once it hands the chain over nothing changes any more. */
ChainStatement *scrutiny_chain_add_statement (ScrutinyChain *self,
                                              const char *id,
                                              ScrutinyStatementKind kind,
                                              const char *text);
/* Gives the reason there is, if there is one already. */
ChainReason *
scrutiny_chain_add_reason (ScrutinyChain *self, ChainStatement *statement, ChainStatement *reason);
void scrutiny_chain_add_same (ScrutinyChain *self,
                              ChainStatement *one,
                              ChainStatement *other,
                              const char *marked_by);

/* What the setters of views, harms and companions have in common; @remark is of the sort's type. */
void scrutiny_chain_builder_add_remark (ScrutinyChainBuilder *self,
                                        const char *id,
                                        ChainRemark sort,
                                        GObject *remark);

/* How much was said to a builder, and how much of it before what it refused. */
guint scrutiny_chain_builder_get_n_said (ScrutinyChainBuilder *self);
guint scrutiny_chain_builder_get_n_before (ScrutinyChainBuilder *self);

/* NULL if there is none. */
ChainStatement *scrutiny_chain_find_statement (ScrutinyChain *self, const char *id);
ChainReason *
scrutiny_chain_find_reason (ScrutinyChain *self, const char *id, const char *reason_id);

G_END_DECLS
