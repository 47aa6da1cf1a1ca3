# Counting words and letters in a text.
text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness; it was the epoch of belief - it was the epoch of incredulity."""
words = []
for raw in text.lower().split():
    word = raw.strip(".,;-!?")
    if word: words.append(word)
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{w:<8} {n:>2} {'#' * n}")
letters = {}
for c in text.lower():
    if c.isalpha(): letters[c] = letters.get(c, 0) + 1
top = max(letters, key=lambda c: (letters[c], c))
print(len(words), len(counts), top, letters[top], sum(letters.values()))
lengths = {}
for w in counts: lengths.setdefault(len(w), []).append(w)
for n in sorted(lengths): print(n, sorted(lengths[n]))
print(sum(len(w) for w in words) / len(words), max(words, key=len), [w for w in counts if counts[w] == 1])
sentences = [s.strip() for s in text.replace("\n", " ").split(",")]
print(len(sentences), [len(s.split()) for s in sentences])
bigrams = {}
for pair in zip(words, words[1:]): bigrams[pair] = bigrams.get(pair, 0) + 1
print(sorted(bigrams.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
