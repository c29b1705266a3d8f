/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_CLAIM (scrutiny_claim_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyClaim, scrutiny_claim, SCRUTINY, CLAIM, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_claim_new (const char *about,
                                   const char *text,
                                   const char *said_by,
                                   const char *on,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyClaim *scrutiny_claim_copy_with (ScrutinyClaim *self,
                                         const char *property,
                                         const char *value,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_about (ScrutinyClaim *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_text (ScrutinyClaim *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_said_by (ScrutinyClaim *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_on (ScrutinyClaim *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_source (ScrutinyClaim *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_from (ScrutinyClaim *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_claim_get_until (ScrutinyClaim *self);

G_END_DECLS
