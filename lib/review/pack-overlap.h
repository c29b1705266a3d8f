/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

G_BEGIN_DECLS

/* What the figures of a pack say twice, of those that go on side by side: by as many periods of one
 * calendar as most of them have up to the latest.  Silent where they are fewer than five, or all
 * behave as many as they are.
 */
GPtrArray *pack_overlap_dup_findings (ScrutinyDossier *dossier);

G_END_DECLS
