/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyChain *scrutiny_chain_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chain_dup_text (ScrutinyChain *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_chain_dup_json (ScrutinyChain *self);

G_END_DECLS
