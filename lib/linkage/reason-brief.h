/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The same findings for somebody who reads them as sentences: more than three of one sort about
 * one chain are told as one, where the first stood, with how many they are and the first three.
 * Others are as they were.  (transfer container) (element-type ScrutinyFinding)
 */
GPtrArray *reason_findings_in_brief (GPtrArray *findings);

G_END_DECLS
