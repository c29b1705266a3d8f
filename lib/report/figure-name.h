/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/indicator.h>

G_BEGIN_DECLS

/* A figure's name as a reader knows it: its title, and its area where it has one. */
char *figure_name_dup (ScrutinyIndicator *indicator);

G_END_DECLS
