/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/indicator.h>

G_BEGIN_DECLS

/* What words hint at, and no more than that: the record is read as a person would skim it. */

/* Words in lower case, without what is not a letter or a digit. */
char **purpose_words_dup (const char *text);

/* Whether one of them begins as a kind of people does. */
gboolean purpose_words_name_people (char **words);

/* Whether one says what is done inside an organisation, such as “logged”, and none names people. */
gboolean purpose_words_are_inside (char **words);

/* Whether “no”, “none”, “nobody” or “not” comes first. */
gboolean purpose_words_deny (char **words);

/* Whether a figure says how long something takes, by its definition, its unit or its title. */
gboolean purpose_words_tell_time (ScrutinyIndicator *indicator);

G_END_DECLS
