/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-text.h>

#include <scrutiny/error.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What was read is written so that it is read again. */
static void
read_again (ScrutinyChain *chain)
{
  g_autofree char *text = scrutiny_chain_dup_text (chain);
  g_autofree char *json = scrutiny_chain_dup_json (chain);
  g_autoptr (ScrutinyChain) of_text = scrutiny_chain_parse (text, NULL);
  g_autoptr (ScrutinyChain) of_json = scrutiny_chain_parse (json, NULL);
  g_autofree char *json_of_text = NULL, *text_of_json = NULL;

  if (scrutiny_chain_get_n_statements (chain) == 0)
    return;
  json_of_text = scrutiny_chain_dup_json (of_text);
  text_of_json = scrutiny_chain_dup_text (of_json);
  g_assert_cmpstr (json_of_text, ==, json);
  g_assert_cmpstr (text_of_json, ==, text);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_parse (text, &error);

  g_assert (!chain == !!error);
  if (!chain) {
    g_assert (error->domain == SCRUTINY_ERROR);
    g_assert (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }
  read_again (chain);

  return 0;
}
