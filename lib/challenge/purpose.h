/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Asks about the recorded purpose of an indicator by its words; of one without a purpose it says
 * nothing.
 */
void find_purpose (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
