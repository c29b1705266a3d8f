# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables in and out by Arrow capsules: by ourselves always, by others where they are installed."""

import gc
import math
import unittest

import scrutiny
import tap
from gi.repository import Scrutiny

try:
    import polars
except ImportError:
    polars = None
try:
    import pyarrow
except ImportError:
    pyarrow = None

COLUMNS = {"area": ["A"] * 12 + ["Ås"] * 9, "month": [f"2023-{i % 12 + 1:02}" for n in (12, 9) for i in range(n)],
           "value": [50.0 + i * i % 7 for i in range(20)] + [None]}


class Capsules:
    """Something that gives nothing but what another gives."""

    def __init__(self, table, how):
        setattr(type(self), how, lambda self, requested_schema=None: getattr(table, how)(requested_schema))


class Ourselves(unittest.TestCase):
    def setUp(self):
        self.table = scrutiny.table(COLUMNS)

    def same(self, back):
        self.assertIsInstance(back, Scrutiny.Table)
        self.assertEqual((list(back), back["area"]), (list(self.table), self.table["area"]))
        self.assertEqual(list(back["value"])[:20], COLUMNS["value"][:20])
        self.assertTrue(math.isnan(back["value"][20]))

    def test_there_and_back(self):
        for how in ("__arrow_c_stream__", "__arrow_c_array__"):
            given = type("Given", (Capsules,), {})(self.table, how)
            for _ in range(50):
                self.same(scrutiny.table(given))

    def test_what_nobody_takes_is_released(self):
        for _ in range(50):
            self.table.__arrow_c_stream__()
            self.table.__arrow_c_array__()
        gc.collect()

    def test_a_capsule_is_taken_once(self):
        capsule = self.table.__arrow_c_stream__()
        given = type("Given", (), {"__arrow_c_stream__": lambda self: capsule})()
        self.same(scrutiny.table(given))
        with self.assertRaises(scrutiny.Error) as raised:
            scrutiny.table(given)
        self.assertEqual((raised.exception.code, str(raised.exception)), ("unreadable", "Arrow: it has been released"))

    def test_another_capsule_is_refused(self):
        for given in (self.table.__arrow_c_array__()[0], object()):
            with self.assertRaises((ValueError, TypeError)):
                scrutiny.table(type("Given", (), {"__arrow_c_stream__": lambda self: given})())

    def test_a_panel_of_capsules(self):
        given = type("Given", (Capsules,), {})(self.table, "__arrow_c_stream__")
        out = scrutiny.chart(scrutiny.panel(given, key="area", period="month"))
        self.assertEqual(out["area"], ["A", "Ås"])


@unittest.skipUnless(pyarrow, "pyarrow is not installed")
class Pyarrow(unittest.TestCase):
    def test_in(self):
        batch = pyarrow.record_batch({"area": pyarrow.array(["A", None, "C"]).dictionary_encode(),
                                      "n": pyarrow.array([1, None, 3], pyarrow.int32()),
                                      "on": pyarrow.array([0, 1, None], pyarrow.date32())})
        for given in (batch, pyarrow.Table.from_batches([batch]), batch.slice(0, 3)):
            table = scrutiny.table(given)
            self.assertEqual((table["area"], table["on"]), (["A", "", "C"], ["1970-01-01", "1970-01-02", ""]))
            self.assertEqual((table["n"][0], table["n"][2], math.isnan(table["n"][1])), (1, 3, True))
        self.assertEqual(scrutiny.table(batch.slice(2))["area"], ["C"])
        joined = scrutiny.table(pyarrow.Table.from_batches([batch, batch.slice(1)]))
        self.assertEqual(joined["area"], ["A", "", "C", "", "C"])

    def test_rows_that_are_missing(self):
        rows = pyarrow.StructArray.from_arrays([pyarrow.array([1, 2, 3])], ["n"],
                                               mask=pyarrow.array([False, True, False]))
        self.assertEqual(list(scrutiny.table(rows.slice(2))["n"]), [3])
        with self.assertRaisesRegex(scrutiny.Error, "whole rows are missing; leave them out"):
            scrutiny.table(rows.slice(1))

    def test_days_of_a_zone(self):
        zoned = pyarrow.timestamp("us", "America/New_York")
        table = pyarrow.table({"on": pyarrow.array([1717214400000000], pyarrow.int64()).cast(zoned)})
        self.assertEqual(scrutiny.table(table)["on"], ["2024-06-01"])

    def test_out(self):
        table = pyarrow.table(scrutiny.table(COLUMNS))
        table.validate(full=True)
        self.assertEqual(table.to_pydict(), COLUMNS)
        self.assertEqual(pyarrow.record_batch(scrutiny.table(COLUMNS)).to_pydict(), COLUMNS)

    def test_out_of_a_panel(self):
        out = scrutiny.slope(scrutiny.panel(pyarrow.table(COLUMNS), key="area", period="month"))
        table = pyarrow.table(out)
        table.validate(full=True)
        self.assertEqual(table.column("area").to_pylist(), ["A", "Ås"])
        del out
        self.assertEqual(table.num_rows, 2)

    def test_what_is_not_read_is_refused(self):
        with self.assertRaisesRegex(scrutiny.Error, "column “x” has the format “.*”; hand in numbers, texts or dates"):
            scrutiny.table(pyarrow.table({"x": [[1], [2]]}))


@unittest.skipUnless(polars, "polars is not installed")
class Polars(unittest.TestCase):
    def test_in(self):
        frame = polars.DataFrame(COLUMNS)
        table = scrutiny.table(frame)
        self.assertEqual((table["area"], table["month"]), (COLUMNS["area"], COLUMNS["month"]))
        self.assertEqual(scrutiny.table(frame.with_columns(polars.col("area").cast(polars.Categorical)))["area"],
                         COLUMNS["area"])

    def test_out(self):
        self.assertEqual(polars.DataFrame(scrutiny.table(COLUMNS)).to_dict(as_series=False), COLUMNS)


if __name__ == "__main__":
    tap.main()
