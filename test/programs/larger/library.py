"""A lending library: dataclasses, enums, properties, exceptions with fields, sorting, grouping, reports."""
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from functools import total_ordering
from itertools import count, groupby
from operator import attrgetter


class State(Enum):
    SHELVED = auto()
    LENT = auto()
    LOST = auto()

    @property
    def open(self):
        return self is State.SHELVED


class LibraryError(Exception):
    pass


class NotAvailable(LibraryError):
    def __init__(self, book, state):
        super().__init__(f"{book.title!r} is {state.name.lower()}")
        self.book = book


class LimitReached(LibraryError):
    def __init__(self, member, limit):
        self.member, self.limit = member, limit

    def __str__(self):
        return f"{self.member.name} may borrow {self.limit} books at most"


@total_ordering
@dataclass(eq=False)
class Book:
    title: str
    author: str
    year: int
    number: int = field(default_factory=count(100).__next__)
    state: State = State.SHELVED

    def __eq__(self, other):
        return isinstance(other, Book) and self.key == other.key

    def __lt__(self, other):
        if not isinstance(other, Book):
            return NotImplemented
        return self.key < other.key

    def __hash__(self):
        return hash(self.number)

    @property
    def key(self):
        return self.author.split()[-1], self.year, self.title

    def __str__(self):
        return f"{self.title} ({self.author}, {self.year})"


@dataclass
class Member:
    name: str
    limit: int = 2
    loans: dict = field(default_factory=dict, repr=False)
    fines: float = 0.0

    def __post_init__(self):
        if not self.name.strip():
            raise ValueError("a member needs a name")
        self.name = self.name.title()


class Library:
    PERIOD = timedelta(days=14)
    FINE = 0.25

    def __init__(self):
        self._books = {}
        self._members = {}
        self.log = []

    def add(self, *books):
        for book in books:
            self._books[book.number] = book
        return self

    def join(self, name, **options):
        member = Member(name, **options)
        return self._members.setdefault(member.name, member)

    def __len__(self):
        return len(self._books)

    def __iter__(self):
        return iter(sorted(self._books.values()))

    def __contains__(self, title):
        return any(book.title == title for book in self)

    def __getitem__(self, key):
        match key:
            case int():
                return self._books[key]
            case str():
                for book in self:
                    if book.title == key:
                        return book
                raise KeyError(key)
            case slice():
                return [book for book in self if (key.start or 0) <= book.year < (key.stop or 9999)]
            case _:
                raise TypeError(f"cannot look up a {type(key).__name__}")

    def lend(self, title, name, today):
        book, member = self[title], self._members[name]
        if not book.state.open:
            raise NotAvailable(book, book.state)
        if len(member.loans) >= member.limit:
            raise LimitReached(member, member.limit)
        book.state = State.LENT
        member.loans[book] = today + self.PERIOD
        self.log.append((today, "lent", book, member.name))

    def take_back(self, title, today):
        book = self[title]
        for member in self._members.values():
            if (due := member.loans.pop(book, None)) is not None:
                break
        else:
            raise LibraryError(f"nobody has {title!r}")
        late = max(0, (today - due).days)
        member.fines += late * self.FINE
        book.state = State.SHELVED
        self.log.append((today, "returned", book, member.name))
        return late


library = Library().add(
    Book("Emma", "Jane Austen", 1815), Book("Persuasion", "Jane Austen", 1817), Book("Ulysses", "James Joyce", 1922),
    Book("Dubliners", "James Joyce", 1914), Book("The Trial", "Franz Kafka", 1925), Book("Middlemarch", "George Eliot", 1871),
)
library.join("ada lovelace")
library.join("alan turing", limit=1)
day = date(2024, 2, 20)
steps = [
    ("lend", "Emma", "Ada Lovelace"), ("lend", "Emma", "Alan Turing"), ("lend", "Ulysses", "Alan Turing"), ("lend", "Dubliners", "Alan Turing"),
    ("lend", "The Trial", "Ada Lovelace"), ("lend", "Missing", "Ada Lovelace"), ("lend", "Persuasion", "Nobody"), ("back", "Emma"), ("back", "Emma"),
    ("back", "Ulysses"), ("lend", "Emma", "Alan Turing"),
]
for step in steps:
    day += timedelta(days=5)
    try:
        match step:
            case "lend", title, name:
                library.lend(title, name, day)
                print(day, name, "has", title)
            case "back", title:
                print(day, title, "came back", library.take_back(title, day), "days late")
    except NotAvailable as error:
        print(day, "sorry:", error, "|", error.book.number)
    except LibraryError as error:
        print(day, type(error).__name__ + ":", error)
    except KeyError as error:
        print(day, "unknown:", error)
print(*library, sep="\n")
print(len(library), "Emma" in library, "Dracula" in library, library[101], [book.title for book in library[1900:1924]])
by_author = {author: [book.title for book in books] for author, books in groupby(library, key=attrgetter("author"))}
print(by_author)
print(Counter(book.state.name for book in library), Counter(action for _, action, *_ in library.log).most_common())
decades = defaultdict(list)
for book in library:
    decades[book.year // 10 * 10].append(book.title)
for decade, titles in sorted(decades.items()):
    print(f"{decade}s: {', '.join(sorted(titles))}")
for member in library._members.values():
    print(f"{member!r:<60} {[f'{book.title} due {due:%d %b}' for book, due in member.loans.items()]}")
for trial in (lambda: library[1.5], lambda: library["x"], lambda: Member(" "), lambda: Book("a", "b", 1) < 5, lambda: library.lend()):
    try:
        print(trial())
    except Exception as error:
        print(type(error).__name__, error)
