"""Word count over a text that the program writes itself.

Purpose: makes lines of words, then splits, strips and folds them and counts them in a dict;
most strings die at once, the few that become keys stay. Sizes vary, so size classes matter.
Exercises: strings, dicts, lists, sorting, mixed sizes
Observes: nothing
Source: word frequencies by Zipf's law (1935); the program is a text book's word count
"""

WORDS = 130000  # param: words in the text; 1..100000000; small 200
VOCABULARY = 3000  # param: different words; 10..1000000; small 30
TOP = 10  # param: most frequent words printed; 1..100; small 4
SEED = 1  # param: seed of the text; 0..2147483647; small 1

ONSETS = ("b", "br", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "z")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
MARKS = (",", ",", ";", ".", ".", "!", "?")


class Dice:
    """A small congruential generator (Numerical Recipes constants), the high bits of it."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 8) * bound >> 24


def spell(number):
    """A pronounceable word for a number, different for different numbers."""
    syllables = []
    number += 1
    while number > 0:
        number, choice = divmod(number, len(ONSETS) * len(VOWELS))
        syllables.append(ONSETS[choice // len(VOWELS)] + VOWELS[choice % len(VOWELS)])
    return "".join(syllables)


def lines_of_text(dice):
    vocabulary = [spell(number) for number in range(VOCABULARY)]
    line = []
    sentence_starts = True
    for _ in range(WORDS):
        # The product of two uniform draws prefers low numbers, as Zipf's law asks for.
        word = vocabulary[dice.below(dice.below(VOCABULARY) + 1)]
        if sentence_starts:
            word = word.capitalize()
            sentence_starts = False
        if dice.below(8) == 0:
            mark = MARKS[dice.below(len(MARKS))]
            sentence_starts = mark in ".!?"
            word += mark
        line.append(word)
        if len(line) == 12:
            yield " ".join(line) + "\n"
            line = []
    if line:
        yield " ".join(line) + "\n"


def count_words(lines):
    counts = {}
    for line in lines:
        for word in line.split():
            word = word.strip(",;.!?").lower()
            counts[word] = counts.get(word, 0) + 1
    return counts


def main():
    counts = count_words(lines_of_text(Dice(SEED)))
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, count in ranking[:TOP]:
        print(f"{count:6} {word}")
    print("different words:", len(counts))
    print("words:", sum(counts.values()))
    print("longest:", max(counts, key=lambda word: (len(word), word)))


main()
