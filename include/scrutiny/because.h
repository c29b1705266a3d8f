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
GPtrArray *scrutiny_because (ScrutinyChain *chain, GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChain *scrutiny_because_get_chain (ScrutinyBecause *self);

G_END_DECLS
