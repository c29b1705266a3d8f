/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_ERROR (scrutiny_error_quark ())

/**
 * ScrutinyError:
 * @SCRUTINY_ERROR_UNREADABLE: something is not what it claims to be: a text, a number, a period, a
 * rule
 * @SCRUTINY_ERROR_MISMATCH: things that must line up do not
 * @SCRUTINY_ERROR_OUT_OF_RANGE: a value lies outside the range it can have
 * @SCRUTINY_ERROR_NOT_FOUND: a column, period, statement or indicator is not there
 * @SCRUTINY_ERROR_UNSUITABLE: the question cannot be put to this figure
 * @SCRUTINY_ERROR_WORDING: a text uses a word the library does not say, or names an unknown fact
 * @SCRUTINY_ERROR_LIMIT: the input is larger than a stated limit
 * @SCRUTINY_ERROR_NOT_BUILT: the library was built without what this needs
 *
 * What can be wrong with what was handed in.
 *
 * Programming mistakes are never reported this way. New codes may be added at
 * the end.
 *
 * Since: 0.1
 */
typedef enum {
  SCRUTINY_ERROR_UNREADABLE,
  SCRUTINY_ERROR_MISMATCH,
  SCRUTINY_ERROR_OUT_OF_RANGE,
  SCRUTINY_ERROR_NOT_FOUND,
  SCRUTINY_ERROR_UNSUITABLE,
  SCRUTINY_ERROR_WORDING,
  SCRUTINY_ERROR_LIMIT,
  SCRUTINY_ERROR_NOT_BUILT,
} ScrutinyError;

SCRUTINY_AVAILABLE_IN_ALL
GQuark scrutiny_error_quark (void);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_error_get_row (const GError *error);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_error_get_column (const GError *error);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_error_get_value (const GError *error);

G_END_DECLS
