/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "challenge/notice-figures.h"

G_BEGIN_DECLS

/* What is asked of a notice, and in which words its periods are spoken of. */
typedef struct {
  const NoticeFigures *figures;
  const char *per;    /* “month” */
  const char *plural; /* “months” */
  const char *since;  /* the period it is worked out from, where the figure shifted; or NULL */
  double level, power;
} NoticeStory;

/* Adds what there is to say to @findings. */
void notice_findings_add (GPtrArray *findings, const NoticeStory *story, ScrutinyMethod *method);

G_END_DECLS
