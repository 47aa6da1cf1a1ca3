"""Differences of sequences: matching blocks, ndiff, unified and context diffs."""
from collections import namedtuple

Match = namedtuple("Match", "a b size")


class SequenceMatcher:
    """Compares two sequences by their longest common blocks."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a = a
        self._blocks = self._codes = None

    def set_seq2(self, b):
        self.b = b
        self._blocks = self._codes = None
        places = {}
        for index, item in enumerate(b):
            places.setdefault(item, []).append(index)
        self.bjunk = {item for item in places if self.isjunk is not None and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            limit = len(b) // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > limit}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        besti, bestj, best = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = longer[j] = lengths.get(j - 1, 0) + 1
                if size > best:
                    besti, bestj, best = i - size + 1, j - size + 1, size
            lengths = longer
        for is_junk in (False, True):
            while besti > alo and bestj > blo and (b[bestj - 1] in junk) == is_junk and a[besti - 1] == b[bestj - 1]:
                besti, bestj, best = besti - 1, bestj - 1, best + 1
            while besti + best < ahi and bestj + best < bhi and (b[bestj + best] in junk) == is_junk and a[besti + best] == b[bestj + best]:
                best += 1
        return Match(besti, bestj, best)

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        todo = [(0, len(self.a), 0, len(self.b))]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    todo.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        i1 = j1 = size1 = 0
        for i, j, size in found:
            if i1 + size1 == i and j1 + size1 == j:
                size1 += size
            else:
                if size1:
                    blocks.append(Match(i1, j1, size1))
                i1, j1, size1 = i, j, size
        if size1:
            blocks.append(Match(i1, j1, size1))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self._blocks = blocks
        return blocks

    def get_opcodes(self):
        if self._codes is not None:
            return self._codes
        codes = self._codes = []
        i = j = 0
        for ai, bj, size in self.get_matching_blocks():
            if i < ai and j < bj:
                codes.append(("replace", i, ai, j, bj))
            elif i < ai:
                codes.append(("delete", i, ai, j, bj))
            elif j < bj:
                codes.append(("insert", i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                codes.append(("equal", ai, i, bj, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        total = len(self.a) + len(self.b)
        return 2.0 * sum(block.size for block in self.get_matching_blocks()) / total if total else 1.0

    def quick_ratio(self):
        counts = {}
        for item in self.b:
            counts[item] = counts.get(item, 0) + 1
        matches = 0
        for item in self.a:
            left = counts.get(item, 0)
            counts[item] = left - 1
            matches += left > 0
        total = len(self.a) + len(self.b)
        return 2.0 * matches / total if total else 1.0

    def real_quick_ratio(self):
        total = len(self.a) + len(self.b)
        return 2.0 * min(len(self.a), len(self.b)) / total if total else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best matches among possibilities, the closest first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), candidate))
    found.sort(reverse=True)
    return [candidate for _, candidate in found[:n]]


def _junk_char(char):
    return char in " \t"


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#")


class Differ:
    """Lines with "- ", "+ ", "  " and, for lines that are alike, "? " below them."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._dump("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump(" ", a, alo, ahi)

    def _dump(self, tag, lines, low, high):
        for index in range(low, high):
            yield f"{tag} {lines[index]}"

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        first, second = self._dump("-", a, alo, ahi), self._dump("+", b, blo, bhi)
        if bhi - blo < ahi - alo:
            first, second = second, first
        yield from first
        yield from second

    def _replace(self, a, alo, ahi, b, blo, bhi):
        best, besti, bestj = 0.749, None, None
        samei = samej = None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if samei is None:
                        samei, samej = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, besti, bestj = matcher.ratio(), i, j
        if besti is None:
            if samei is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            besti, bestj, best = samei, samej, 1.0
        else:
            samei = None
        yield from self._around(a, alo, besti, b, blo, bestj)
        one, other = a[besti], b[bestj]
        if samei is None:
            marks_a = marks_b = ""
            matcher.set_seqs(one, other)
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                if tag == "replace":
                    marks_a += "^" * (i2 - i1)
                    marks_b += "^" * (j2 - j1)
                elif tag == "delete":
                    marks_a += "-" * (i2 - i1)
                elif tag == "insert":
                    marks_b += "+" * (j2 - j1)
                else:
                    marks_a += " " * (i2 - i1)
                    marks_b += " " * (j2 - j1)
            yield from self._marked(one, other, marks_a, marks_b)
        else:
            yield f"  {one}"
        yield from self._around(a, besti + 1, ahi, b, bestj + 1, bhi)

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            else:
                yield from self._dump("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._dump("+", b, blo, bhi)

    def _marked(self, one, other, marks_a, marks_b):
        def keep_tabs(line, marks):
            return "".join(char if mark == " " and char.isspace() else mark for char, mark in zip(line, marks)).rstrip()

        marks_a, marks_b = keep_tabs(one, marks_a), keep_tabs(other, marks_b)
        yield f"- {one}"
        if marks_a:
            yield f"? {marks_a}\n"
        yield f"+ {other}"
        if marks_b:
            yield f"? {marks_b}\n"


def ndiff(a, b, linejunk=None, charjunk=_junk_char):
    """The lines of both, marked by Differ."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the sequences of an ndiff."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


def _unified_range(start, stop):
    length = stop - start
    beginning = start + 1
    if length == 1:
        return str(beginning)
    return f"{beginning - (not length)},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Differences in the unified format."""
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"--- {fromfile}{f'\t{fromfiledate}' if fromfiledate else ''}{lineterm}"
            yield f"+++ {tofile}{f'\t{tofiledate}' if tofiledate else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def _context_range(start, stop):
    length = stop - start
    beginning = start + 1
    if not length:
        beginning -= 1
    return str(beginning) if length <= 1 else f"{beginning},{beginning + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Differences in the context format."""
    prefix = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"*** {fromfile}{f'\t{fromfiledate}' if fromfiledate else ''}{lineterm}"
            yield f"--- {tofile}{f'\t{tofiledate}' if tofiledate else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        if any(tag in ("replace", "delete") for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield prefix[tag] + line
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if any(tag in ("replace", "insert") for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield prefix[tag] + line
