/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* Whether --format names a form that the reasons themselves are written in, not what is found. */
gboolean is_chain_form (const char *format);

/* Writes the reasons of the figure that @id names, or of the only one that has any. */
int write_chain (Common *common, ScrutinyDossier *dossier, const char *id);
