/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/hint-lists.h"

#include <stddef.h>

/* clang-format off */
const char *const hint_stop_words[] = {
  "a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "with", "and", "or", "but",
  "not", "no", "is", "are", "was", "were", "be", "been", "being", "it", "its", "this", "that",
  "these", "those", "there", "their", "they", "we", "our", "us", "you", "your", "he", "she",
  "his", "her", "them", "who", "whom", "which", "what", "when", "where", "how", "as", "from",
  "into", "than", "then", "so", "such", "if", "do", "does", "did", "done", "has", "have", "had",
  "will", "would", "can", "could", "may", "might", "should", "must", "per", "each", "every",
  "any", "all", "some", "more", "most", "less", "fewer", "much", "many", "very", "well", "out",
  "up", "down", "over", "under", "about", "after", "before", "between", "through", "during",
  "within", "inside", "because", "therefore", "also", "only", "own", "same", "other", "others",
  "one", "two", "get", "gets", "got", "getting", "s", "t", NULL,
};

const char *const hint_report_words[] = {
  "green", "red", "amber", "rag", "status", "target", "targets", "threshold", "track",
  "performance", "perform", "performing", "indicator", "measure", "measured", "measures", "kpi",
  "ni", "percentage", "percent", "proportion", "number", "rate", "share", "count", "average",
  "median", "total", "level", "score", "figure", "increase", "increased", "increases",
  "decrease", "decreased", "higher", "lower", "rise", "rose", "risen", "fall", "fell",
  "improve", "improved", "improvement", "good", "better", "high", "low", "year", "annual",
  "month", "quarter", "day", "week", "days", "weeks", "working", "time", NULL,
};

const char *const hint_people_words[] = {
  "people", "person", "persons", "man", "men", "woman", "women", "child", "children",
  "youngster", "youngsters", "adult", "adults", "baby", "babies", "mother", "mothers", "father",
  "fathers", "parent", "parents", "carer", "carers", "family", "families", "household",
  "households", "resident", "residents", "tenant", "tenants", "neighbour", "neighbours",
  "citizen", "citizens", "customer", "customers", "client", "clients", "patient", "patients",
  "pupil", "pupils", "student", "students", "victim", "victims", "user", "users", "somebody",
  "someone", "anybody", "anyone", "everybody", "everyone", "nobody", NULL,
};

const char *const hint_welsh_words[] = {
  "yn", "yr", "ar", "wedi", "gan", "bod", "sy", "sydd", "eu", "ei", "mae", "maent", "nid",
  "nad", "oedd", "bydd", "cael", "ac", "neu", "gyda", "wrth", "drwy", "trwy", "mwy", "llai",
  "fewn", "gael", "rhai", "hyn", "hwn", "hon", "ond", "er", "fel", "heb", "dros", "rhag", "pan",
  "sut", "beth", NULL,
};
/* clang-format on */
