/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/draw.h>

#include <scrutiny/error.h>

#include "report/picture.h"

/* What the chart shows, for those who do not see it. */
static char *
dup_description (ScrutinyResult *result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

    g_string_append_printf (said, "%s%s", i > 0 ? " " : "", statement);
  }
  if (findings->len == 0 && scrutiny_result_get_cannot_tell (result))
    g_string_append (said, scrutiny_result_get_cannot_tell (result));

  return g_string_free (said, FALSE);
}

/**
 * scrutiny_draw:
 * @result: a result
 * @title: what is drawn
 * @error: return location for an error
 *
 * Draws a result as a picture that stands alone.
 *
 * The picture is SVG in black and greys, with a title and a description for those
 * who do not see it. Shapes carry what matters; no colour does. Fails with
 * [error@Scrutiny.Error.UNSUITABLE] for a result that has no picture.
 *
 * Returns: (transfer full): the picture as SVG text
 *
 * Since: 0.1
 */
char *
scrutiny_draw (ScrutinyResult *result, const char *title, GError **error)
{
  const Picture *picture;
  g_autofree char *description = NULL;
  g_autofree char *names = NULL;
  SvgChartLabels labels = { .id = "chart", .title = title, .standalone = TRUE };
  GString *out;

  g_return_val_if_fail (SCRUTINY_IS_RESULT (result), NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  picture = picture_find (result);
  if (!picture) {
    names = picture_dup_names ();
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE,
                 "%s: there is no picture of this; there is one of %s", G_OBJECT_TYPE_NAME (result),
                 names);
    return NULL;
  }

  labels.description = description = dup_description (result);
  out = g_string_new (NULL);
  picture->append (out, result, &labels);

  return g_string_free (out, FALSE);
}
