// SPDX-FileCopyrightText: 2026 The libscrutiny authors
// SPDX-License-Identifier: LGPL-2.1-or-later

void main () {
  print ("xlsx %d\n", (int) Scrutiny.has_feature ("xlsx"));
}
