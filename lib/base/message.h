/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/fact-list.h"

G_BEGIN_DECLS

/* A message is a sentence with places for facts, an a{sv} of the types x d b s as ad a(sd):
 *
 *   {key}                  any fact; a list is joined by commas
 *   {key:.1}               a number with one decimal, rounded as people round
 *   {key:n}                a whole number with separators: 1,234
 *   {key:period}           a period as it is read aloud: March 2010
 *   {key:q}                a text in “quotation marks”
 *   {key|case|cases}       the first if the number is 1 or -1, else the second
 *   {{ and }}              braces
 *
 * Texts are made printable.  NaN and infinities read "not known".
 */

/* Whether every fact is of a known type and named once.  @where begins the error's message. */
gboolean message_check_facts (const FactList *facts, const char *where, GError **error);

/* Whether @message is well formed, every place has a fact that suits it, and none of its
 * own words is one that the library does not say.
 */
gboolean
message_check (const char *message, const FactList *facts, const char *where, GError **error);

/* The sentence.  A place that message_check() would refuse reads "not known". */
char *message_dup (const char *message, const FactList *facts);

G_END_DECLS
