/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

/* Words without content, in lower case; each list ends with NULL. */
extern const char *const hint_stop_words[];

/* Words of reports: they say that there is a number, and which way it went. */
extern const char *const hint_report_words[];

/* Words for people in general: to name those concerned neither repeats a figure nor adds to it. */
extern const char *const hint_people_words[];

/* Short words of Welsh that no English text has. */
extern const char *const hint_welsh_words[];
