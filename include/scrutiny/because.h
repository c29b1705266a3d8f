/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_BECAUSE (scrutiny_because_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyBecause, scrutiny_because, SCRUTINY, BECAUSE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyBecause *scrutiny_because_new (ScrutinyChain *chain, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyBecause *
scrutiny_because_new_as_of (ScrutinyChain *chain, const char *as_of, guint years, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_because (ScrutinyChain *chain, GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_because_dup_findings_in_brief (ScrutinyBecause *self) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChain *scrutiny_because_get_chain (ScrutinyBecause *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_because_get_n_routes (ScrutinyBecause *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_because_get_n_unconfirmed (ScrutinyBecause *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_because_get_n_loops (ScrutinyBecause *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_because_has_more_loops (ScrutinyBecause *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_because_dup_loop (ScrutinyBecause *self, guint index);

G_END_DECLS
