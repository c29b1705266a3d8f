/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* Saves @dossier in the folder it was read from, or in @into; the exit code of a refusal, or
 * EXIT_DONE.
 */
int keep_dossier (Common *common, ScrutinyDossier *dossier, const char *into);

/* @request with @text as one of its properties, where it was given; @request is taken. */
ScrutinyRequest *
request_with (ScrutinyRequest *request, const char *property, const char *text, GError **error);
