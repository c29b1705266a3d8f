/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>
#include <scrutiny/indicator.h>

G_BEGIN_DECLS

/* What an outcome that looks back tells of before a period, though it is counted after; NULL where
 * it does not look back.
 *
 * @at: the period in which the figure before it moved
 */
ScrutinyFinding *look_back_find (ScrutinyIndicator *outcome, const char *at);

G_END_DECLS
