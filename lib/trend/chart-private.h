/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>

#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* What a chart is made of, for as long as it lives. */
DrawnChart chart_lend (ScrutinyChart *self);

G_END_DECLS
