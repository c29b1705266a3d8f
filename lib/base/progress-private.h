/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/progress.h>

G_BEGIN_DECLS

/* From any thread; @self may be NULL.  Notifies in the context of whoever made it, soon and
 * never from here.  @fraction is cut to 0..1; NaN leaves it, and NULL leaves @what, as it was.
 */
void scrutiny_progress_report (ScrutinyProgress *self, double fraction, const char *what);

G_END_DECLS
