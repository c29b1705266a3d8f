/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

G_BEGIN_DECLS

/* Whether a finding is for who wants to know more: it stands one click below what a figure shows,
 * and what it asks is not asked on the sheet.  Like all others it is in the JSON.
 */
gboolean further_is (ScrutinyFinding *finding);

G_END_DECLS
