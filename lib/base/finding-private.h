/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "base/json-writer.h"

G_BEGIN_DECLS

/* One object: id, subject, statement, question, request, facts, method. */
void scrutiny_finding_write_json (ScrutinyFinding *self, JsonWriter *writer);

G_END_DECLS
