/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

G_BEGIN_DECLS

/* What is not recorded with the figures of a dossier, asked for once and not with each; whether
 * one of the clocks that are runs from somebody's first asking to the end of the matter; and of
 * which figures the reasons do not arrive at people.
 */
void purpose_record_ask (ScrutinyDossier *dossier, GPtrArray *findings);

G_END_DECLS
