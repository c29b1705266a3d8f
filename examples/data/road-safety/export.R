# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Writes monthly.csv from the data set Seatbelts that comes with R:
#
#     Rscript examples/data/road-safety/export.R examples/data/road-safety/monthly.csv

to <- commandArgs(trailingOnly = TRUE)[1]
year <- floor(as.numeric(time(Seatbelts)) + 1e-6)
counts <- as.data.frame(Seatbelts)

write.csv(
  data.frame(
    month = sprintf("%d-%02d", year, as.integer(cycle(Seatbelts))),
    drivers = counts$drivers,
    front_passengers = counts$front,
    rear_passengers = counts$rear,
    drivers_killed = counts$DriversKilled,
    van_drivers_killed = counts$VanKilled,
    kilometres = counts$kms
  ),
  to, row.names = FALSE, quote = FALSE
)
