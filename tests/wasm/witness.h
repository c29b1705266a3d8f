/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

/* Numbers are written to @path from now on, each as the line of its assertion and
 * the number, both doubles in the machine's byte order.
 */
void witness_open (const char *path);

/* How many assertions did not hold. */
int witness_close (void);
