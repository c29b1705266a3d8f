/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/linkage.h>

G_BEGIN_DECLS

/* An answer that cannot tell; @reason is taken. */
ScrutinyLinkage *scrutiny_linkage_new_refused (char *reason);

G_END_DECLS
