"""A class and its tests, as a first test file looks."""
import io
import sys
import unittest
from datetime import date


class BookingError(Exception):
    pass


class Room:
    def __init__(self, number, beds=2):
        self.number, self.beds, self.bookings = number, beds, []

    def book(self, guest, start, end):
        if start >= end:
            raise BookingError("end must be after start")
        for who, first, last in self.bookings:
            if start < last and first < end:
                raise BookingError(f"room {self.number} is taken by {who}")
        self.bookings.append((guest, start, end))
        return (end - start).days

    def __repr__(self):
        return f"Room({self.number!r}, beds={self.beds})"


class RoomTest(unittest.TestCase):
    def setUp(self):
        self.room = Room(12)
        self.may = lambda day: date(2024, 5, day)

    def tearDown(self):
        self.room = None

    def test_nights(self):
        self.assertEqual(self.room.book("Ada", self.may(1), self.may(4)), 3)
        self.assertEqual(self.room.book("Bob", self.may(4), self.may(5)), 1)

    def test_overlap(self):
        self.room.book("Ada", self.may(1), self.may(4))
        with self.assertRaises(BookingError) as caught:
            self.room.book("Bob", self.may(3), self.may(9))
        self.assertIn("Ada", str(caught.exception))

    def test_order(self):
        with self.assertRaisesRegex(BookingError, "after"):
            self.room.book("Ada", self.may(2), self.may(2))

    def test_repr(self):
        self.assertEqual(repr(self.room), "Room(12, beds=2)")

    def test_subtests(self):
        for beds in (1, 2, 3):
            with self.subTest(beds=beds):
                self.assertLess(Room(1, beds).beds, 3)

    @unittest.skip("no prices yet")
    def test_price(self):
        self.fail()

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3, places=20)

    def test_wrong_on_purpose(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], "lists differ on purpose")

    def test_error_on_purpose(self):
        {}["missing"]


class Helpers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = {"count": 0}

    def test_dicts(self):
        self.assertDictEqual({"a": 1}, dict(a=1))
        self.assertCountEqual("abca", "aabc")

    def test_none(self):
        self.assertIsNone(self.shared.get("nothing"))
        self.assertIsInstance(self.shared, dict)


stream = io.StringIO()
loader = unittest.defaultTestLoader
suite = unittest.TestSuite([loader.loadTestsFromTestCase(RoomTest), loader.loadTestsFromTestCase(Helpers)])
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
for line in stream.getvalue().splitlines():
    if line.startswith("Ran "):
        line = line.partition(" in ")[0]
    if not line.startswith(("  File", "    ", "Traceback")):
        print(line)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
