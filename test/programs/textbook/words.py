import string, textwrap, re, json
text = 'It was the best of times, it was the worst of times, it was the age of wisdom...'
words = re.findall('\\w+', text.lower())
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:5]:
    print(f'{w:<10}{n:>3} {'#' * n}')
print(textwrap.wrap(text, 30), textwrap.TextWrapper(width=25, initial_indent='* ', subsequent_indent='  ').fill(text), sep='\n')
print(json.dumps(freq, sort_keys=True)[:60], ''.join((c for c in text if c in string.ascii_uppercase)), text.split('it was'), max(words, key=len), len(set(words)))
caesar = lambda s, k: ''.join((chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s))
print(caesar('hello world', 3), caesar(caesar('hello', 5), -5))
print(*(f'{i:3}' * i for i in range(4)), sep='|')



def roman(n):
    out = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        q, n = divmod(n, v)
        out += s * q
    return out
print([roman(n) for n in (1994, 2024, 49, 3999)], [f'{n:b}'.count('1') for n in range(9)], [n for n in range(2, 50) if all((n % d for d in range(2, int(n ** 0.5) + 1)))])
