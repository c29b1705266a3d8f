/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "indicator/dossier-content.h"

G_BEGIN_DECLS

/* Whether no two requests have one id, and each response to a request names one there is. */
gboolean dossier_requests_are_tied (const DossierContent *content, GError **error);

G_END_DECLS
