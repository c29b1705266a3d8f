/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Asks about the recorded purpose of an indicator, how it is measured and how the work is done; of
 * what is not recorded it says nothing.
 */
void find_purpose (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
