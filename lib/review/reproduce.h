/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/indicator.h>

G_BEGIN_DECLS

/* Appends a finding for published figures that their own numerator and denominator do not
 * give, to the digit printed.
 */
void reproduce_append_findings (ScrutinyIndicator *indicator, GListStore *findings);

G_END_DECLS
