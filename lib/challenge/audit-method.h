/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/colour-audit-options.h>
#include <scrutiny/method.h>

G_BEGIN_DECLS

/* Of the interval of the latest value. */
#define AUDIT_LEVEL 0.95

/* How a colour audit is made; @options may be NULL. */
ScrutinyMethod *
audit_method_new (const char *rule, ScrutinyColourAuditOptions *options, const char *input_hash);

G_END_DECLS
