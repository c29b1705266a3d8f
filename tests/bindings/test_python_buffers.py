# SPDX-FileCopyrightText: 2026 The libscrutiny authors
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Numbers go in and out of Python whole, whatever holds them, or are refused."""

import array
import decimal
import fractions
import math
import struct
import unittest

import scrutiny
import tap

try:
    import numpy
except ImportError:
    numpy = None
try:
    import pandas
except ImportError:
    pandas = None

WHOLE = [1.5, -2.25, 3e300, 4e-300]


def values(given):
    return list(scrutiny.series(given, "2023-04"))


class Plain(unittest.TestCase):
    def test_kinds_of_number(self):
        for given in (WHOLE, tuple(WHOLE), iter(WHOLE), array.array("d", WHOLE), memoryview(array.array("d", WHOLE))):
            with self.subTest(given=given):
                self.assertEqual(values(given), WHOLE)
        self.assertEqual(values(range(5)), [0, 1, 2, 3, 4])
        self.assertEqual(values(array.array("f", [0.5, 0.25])), [0.5, 0.25])
        self.assertEqual(values(array.array("i", [3, 1000, -1])), [3, 1000, -1])
        self.assertEqual(values([decimal.Decimal("0.1"), fractions.Fraction(1, 4), True]), [0.1, 0.25, 1])

    def test_what_holds_bytes_holds_no_numbers(self):
        for given in (b"\1\2", bytearray(2), "12", {1: 2}, {1, 2}, 3, None):
            with self.subTest(given=given), self.assertRaises(TypeError):
                values(given)

    def test_missing(self):
        for given in ([1, None, 3], [1, math.nan, 3]):
            series = scrutiny.series(given, "2023-04")
            self.assertTrue(math.isnan(series.values[1]))
            self.assertEqual(series.states, ["observed", "missing", "observed"])

    def test_text_is_refused_with_its_row(self):
        for given in ([1, "<5"], [1, "2"], [1, object()], [1, [2]], [1, 2j]):
            with self.subTest(given=given), self.assertRaisesRegex(TypeError, "^Row 2: "):
                values(given)

    def test_more_digits_than_a_double_keeps_are_refused(self):
        self.assertEqual(values([2**53]), [2**53])
        for given in (2**53 + 1, 10**400):
            with self.subTest(given=given), self.assertRaisesRegex(TypeError, "^Row 1: .*digits"):
                values([given])

    def test_infinity_is_refused(self):
        with self.assertRaises(scrutiny.Error) as raised:
            values([1, math.inf])
        self.assertEqual(raised.exception.code, "out-of-range")

    def test_two_dimensions_are_refused(self):
        square = memoryview(struct.pack("4d", 1, 2, 3, 4)).cast("B").cast("d", (2, 2))
        with self.assertRaisesRegex(TypeError, "one dimension"):
            values(square)

    def test_what_comes_out_cannot_be_written_to(self):
        series = scrutiny.series(WHOLE, "2023-04")
        with self.assertRaises((TypeError, ValueError)):
            series.values[0] = 9
        self.assertEqual(list(series), WHOLE)

    def test_changing_what_went_in_changes_nothing(self):
        given = array.array("d", WHOLE)
        series = scrutiny.series(given, "2023-04")
        given[0] = 9
        self.assertEqual(list(series), WHOLE)

    def test_empty(self):
        series = scrutiny.series([], [])
        self.assertEqual((len(series), list(series), len(series.values)), (0, [], 0))


@unittest.skipUnless(numpy, "numpy is not installed")
class Numpy(unittest.TestCase):
    def test_every_width_and_order(self):
        for kind in ("float64", "float32", "float16", "int8", "uint8", "int16", "int64", "uint64", ">f8", ">f4", ">i4",
                     "<f8", "bool"):
            given = numpy.array([0, 1, 1, 0], dtype=kind)
            with self.subTest(kind=kind):
                self.assertEqual(values(given), [0, 1, 1, 0])
        given = numpy.array(WHOLE, dtype=">f8")
        self.assertEqual(values(given), WHOLE)
        third = numpy.float32(1 / 3)
        self.assertEqual(values(numpy.array([third])), [float(third)])

    def test_more_digits_than_a_double_keeps_are_refused(self):
        for kind in ("int64", "uint64"):
            self.assertEqual(values(numpy.array([2**53], dtype=kind)), [2**53])
            with self.assertRaisesRegex(TypeError, "^Row 2: .*digits"):
                values(numpy.array([1, 2**53 + 1], dtype=kind))
        with self.assertRaisesRegex(TypeError, "^Row 1: "):
            values(numpy.array([-(2**53) - 1]))

    def test_strides_are_followed(self):
        given = numpy.arange(24, dtype="float64")
        for part in (given[::2], given[::-1], given[3:20:5], given.reshape(6, 4)[:, 1], given.reshape(6, 4).T[2]):
            self.assertEqual(values(part), part.tolist())

    def test_two_dimensions_are_refused(self):
        for given in (numpy.zeros((2, 3)), numpy.zeros((4, 1)), numpy.zeros(()), numpy.zeros((2, 2), dtype=object)):
            with self.subTest(shape=given.shape), self.assertRaises(TypeError):
                values(given)

    def test_columns_of_a_table(self):
        table = scrutiny.table({"whole": numpy.array([1, 2], dtype="int16"), "half": numpy.array([.5, math.nan]),
                                "masked": numpy.ma.array([1, 999], mask=[0, 1]), "raw": array.array("d", [3, 4]),
                                "view": memoryview(array.array("i", [5, 6])), "text": numpy.array(["a", "b"])})
        self.assertEqual([table.is_text(name) for name in table], [False] * 5 + [True])
        self.assertEqual([table[name][0] for name in table], [1, .5, 1, 3, 5, "a"])
        self.assertTrue(math.isnan(table["half"][1]) and math.isnan(table["masked"][1]))
        with self.assertRaisesRegex(TypeError, "^Row 1: .*digits"):
            scrutiny.table({"n": numpy.array([2**53 + 1])})

    def test_what_is_no_number_is_refused(self):
        for given in (numpy.array(["1", "2"]), numpy.array([1 + 2j]), numpy.array(["2023-04"], dtype="datetime64[M]"),
                      numpy.array([1, "<5"], dtype=object), numpy.array([b"1"]), numpy.zeros(2, dtype="f8,f8")):
            with self.subTest(kind=given.dtype), self.assertRaises(TypeError):
                values(given)

    def test_a_mask_hides_what_is_missing(self):
        for kind in ("float64", "int32"):
            given = numpy.ma.array([1, 999, 3], mask=[0, 1, 0], dtype=kind)
            found = scrutiny.series(given, "2023-04")
            self.assertEqual(found.states, ["observed", "missing", "observed"])
            self.assertTrue(math.isnan(found.values[1]))

    def test_out_as_an_array(self):
        series = scrutiny.series(WHOLE, "2023-04")
        self.assertEqual(series.values.dtype, numpy.float64)
        self.assertFalse(series.values.flags.writeable)
        self.assertEqual(numpy.asarray(series).tolist(), WHOLE)
        self.assertEqual(numpy.asarray(series, dtype="longdouble").tolist(), WHOLE)

    def test_counts(self):
        series = scrutiny.ratio(numpy.array([1, 2], dtype="int32"), numpy.array([4, 4], dtype="uint8"), "2023-04")
        self.assertEqual(series.values.tolist(), [25, 50])
        self.assertEqual(series.denominators.tolist(), [4, 4])

    def test_what_came_out_outlives_the_series(self):
        found = scrutiny.series(numpy.arange(1000.0), "1924-04").values
        self.assertEqual(found.sum(), 499500)


@unittest.skipUnless(pandas, "pandas is not installed")
class Pandas(unittest.TestCase):
    def test_the_index_says_when(self):
        given = pandas.Series(WHOLE, index=pandas.period_range("2023-04", periods=4, freq="M"))
        series = scrutiny.series(given)
        self.assertEqual((list(series), series.periods[0], series.periods[-1]), (WHOLE, "2023-04", "2023-07"))

    def test_missing_in_every_kind(self):
        index = pandas.period_range("2023-04", periods=3, freq="M")
        for kind in ("Int64", "Float64", "float64", "object"):
            series = scrutiny.series(pandas.Series([1, None, 3], index=index, dtype=kind))
            self.assertEqual(series.states, ["observed", "missing", "observed"], kind)

    def test_text_is_refused(self):
        given = pandas.Series([1, "<5"], index=["2023-04", "2023-05"])
        with self.assertRaisesRegex(TypeError, "^Row 2: "):
            scrutiny.series(given)

    def test_frames(self):
        frame = pandas.DataFrame({"period": pandas.period_range("2023-04", periods=2, freq="M"), "met": [1, 2],
                                  "n": pandas.array([None, 4], dtype="Int64"), "RAG": ["RED", None]})
        table = scrutiny.table(frame)
        self.assertEqual((table["period"], table["RAG"], table["met"].tolist()),
                         (["2023-04", "2023-05"], ["RED", ""], [1, 2]))
        self.assertTrue(math.isnan(table["n"][0]))
        self.assertEqual(list(table.to_frame().columns), ["period", "met", "n", "RAG"])
        self.assertEqual(list(table.to_frame("period").index), ["2023-04", "2023-05"])
        series = scrutiny.ratio(frame.met, frame.n.fillna(4), list(frame.period))
        self.assertEqual(list(series), [25, 50])

    def test_panels(self):
        frame = pandas.DataFrame({"area": ["A"] * 12 + ["B"] * 9, "what": "x", "value": [i * i % 7 + .5 for i in range(21)],
                                  "month": [*pandas.period_range("2023-04", periods=12, freq="M"),
                                            *pandas.period_range("2024-01", periods=9, freq="M")]})
        out = scrutiny.chart(scrutiny.panel(frame, key=["area", "what"], period="month")).to_frame()
        self.assertEqual((out.index.names, list(out.index)), (["area", "what"], [("A", "x"), ("B", "x")]))
        self.assertEqual(out.loc[("A", "x")].status, "done")
        self.assertEqual(scrutiny.slope(scrutiny.panel(frame, key="area", period="month")).to_frame().loc["B", "n_values"], 9)


if __name__ == "__main__":
    tap.main()
