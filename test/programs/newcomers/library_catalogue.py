"""A catalogue of books: searching, sorting by several keys, loans with dates, a small report, pickled and read again."""
import pickle
import pprint
import textwrap
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from string import Template


@dataclass(slots=True)
class Book:
    title: str
    author: str
    year: int
    tags: set[str] = field(default_factory=set)
    loans: list["Loan"] = field(default_factory=list, repr=False)

    def __post_init__(self):
        if not self.title.strip():
            raise ValueError("a book needs a title")
        self.tags = set(map(str.lower, self.tags))

    @property
    def out(self):
        return bool(self.loans) and self.loans[-1].returned is None


@dataclass(slots=True, kw_only=True)
class Loan:
    reader: str
    since: date
    returned: date | None = None

    def due(self, days=28):
        return self.since + timedelta(days=days)


books = [
    Book("Emma", "Austen, Jane", 1815, {"Novel", "LOVE"}),
    Book("Dracula", "Stoker, Bram", 1897, {"novel", "horror"}),
    Book("Persuasion", "Austen, Jane", 1817, {"novel"}),
    Book("Beowulf", "unknown", 1000, {"poem"}),
    Book("The War of the Worlds", "Wells, H. G.", 1898, {"novel", "science fiction"}),
]
today = date(2024, 3, 15)
books[0].loans.append(Loan(reader="Kim", since=date(2024, 1, 2), returned=date(2024, 1, 20)))
books[0].loans.append(Loan(reader="Lou", since=date(2024, 2, 1)))
books[3].loans.append(Loan(reader="Kim", since=today))

for author, group in groupby(sorted(books, key=attrgetter("author", "year")), key=attrgetter("author")):
    print(f"{author}: {', '.join(f'{book.title} ({book.year})' for book in group)}")
print([b.title for b in sorted(books, key=lambda b: (-len(b.tags), b.title.casefold().removeprefix("the ")))])
for book in books:
    if book.out:
        loan = book.loans[-1]
        late = (today - loan.due()).days
        print(f"{book.title:.<20}{loan.reader:.>8} due {loan.due():%a %d %b %Y} {f'{late} days late' if late > 0 else 'ok'}")
card = Template("$title\n${rule}\nby $author, cost: $$$cost $missing")
print(card.safe_substitute(title=books[4].title, rule="-" * len(books[4].title), author=books[4].author.split(", ")[::-1], cost=5))
try:
    card.substitute(title="x")
except KeyError as error:
    print("missing", error)
pprint.pprint(asdict(books[0]) | {"tags": sorted(books[0].tags)}, width=70)
print(textwrap.indent(textwrap.fill("A catalogue is a list of everything a library has, and of where it stands.", 30), "| "))
copied = pickle.loads(pickle.dumps(books))
print(copied == books, copied[0] is books[0], copied[0].loans[1])
for wrong in (lambda: Book(" ", "x", 1), lambda: Book("x"), lambda: Loan("Kim", today), lambda: setattr(books[0], "colour", "red"), lambda: Book("x", "y", 1) < books[0]):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
tags = {}
for book in books:
    for tag in book.tags:
        tags.setdefault(tag, []).append(book.title)
print({tag: tags[tag] for tag in sorted(tags, key=lambda t: (-len(tags[t]), t))})
