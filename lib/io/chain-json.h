/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>

#include "io/json-place.h"

G_BEGIN_DECLS

/* A chain of reasons as docs/schemas/scrutiny.schema.json has it; NULL with @error set.  Labels may
 * come from @vocabularies too; NULL: from none but the library's.
 */
ScrutinyChain *chain_json_read (JsonPlace *place,
                                const JsonValue *value,
                                const GPtrArray *vocabularies,
                                GError **error);
JsonValue *chain_json_new (ScrutinyChain *chain);

/* status, indicator, …: the kinds of statement there are. */
char *chain_json_dup_kinds (void);

G_END_DECLS
