/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/check.h>

G_BEGIN_DECLS

/* What the library looks at by itself, in the order of the three questions: can the figure
 * be reproduced, is the colour sound, is the change real, and what is it good for.
 * (element-type ScrutinyCheck)
 */
GPtrArray *standard_checks_new (void);

/* Whether a check is the one that asks about purpose and method. */
gboolean standard_checks_asks_purpose (ScrutinyCheck *check);

/* Whether a check is the one that sets parts and places side by side. */
gboolean standard_checks_compares (ScrutinyCheck *check);

/* Whether a check is the one that reads a figure's history. */
gboolean standard_checks_reads_history (ScrutinyCheck *check);

/* Whether a check is the one that asks for reasons. */
gboolean standard_checks_asks_reasons (ScrutinyCheck *check);

/* Whether a check sets figures beside reasons, for which it needs the whole dossier. */
gboolean standard_checks_tests_reasons (ScrutinyCheck *check);

G_END_DECLS
