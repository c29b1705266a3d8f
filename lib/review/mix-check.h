/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* Takes the change of a share or a rate apart into what the parts of its rows did and how much of
 * the whole each is; silent where the definition names no segments, or the rows are too few. */
void mix_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

G_END_DECLS
