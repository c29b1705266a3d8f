/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>

#include "base/json-writer.h"

G_BEGIN_DECLS

struct _ScrutinyResultInterface {
  GTypeInterface parent_iface;

  ScrutinyMethod *(*get_method) (ScrutinyResult *self);
  const char *(*get_cannot_tell) (ScrutinyResult *self);
  GPtrArray *(*dup_findings) (ScrutinyResult *self); /* container: fresh array with free function */
  double (*get_chance) (ScrutinyResult *self); /* NaN where it is not one test, or cannot tell */
  void (*write_json) (ScrutinyResult *self,
                      JsonWriter *writer); /* the members, inside one object */
};

/* Writes the result as one JSON object, for whoever embeds it in a larger one. */
void scrutiny_result_write_json (ScrutinyResult *self, JsonWriter *writer);

G_END_DECLS
