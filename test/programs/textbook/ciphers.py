# Caesar, Vigenere, rail fence, substitution, transposition, XOR.
from string import ascii_lowercase as abc
def caesar(t, k): return "".join(abc[(abc.index(c) + k) % 26] if c in abc else c for c in t)
def vigenere(t, key, sign=1):
    out, i = [], 0
    for c in t:
        if c in abc:
            out.append(caesar(c, sign * abc.index(key[i % len(key)])))
            i += 1
        else: out.append(c)
    return "".join(out)
def rail(t, n):
    rows, r, d = [""] * n, 0, 1
    for c in t:
        rows[r] += c
        if n > 1: r, d = (r + d, d) if 0 <= r + d < n else (r - d, -d)
    return "".join(rows)
def unrail(t, n):
    order = rail("".join(map(chr, range(len(t)))), n)
    out = [""] * len(t)
    for c, o in zip(t, order): out[ord(o)] = c
    return "".join(out)
def columns(t, key):
    order = sorted(range(len(key)), key=lambda i: key[i])
    return "".join(t[i::len(key)] for i in order)
def atbash(t): return t.translate(str.maketrans(abc, abc[::-1]))
def xor(data, key): return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))
msg = "meet me at the old bridge, at nine"
for secret, back in ((caesar(msg, 3), lambda s: caesar(s, -3)), (vigenere(msg, "lemon"), lambda s: vigenere(s, "lemon", -1)), (rail(msg, 3), lambda s: unrail(s, 3)), (atbash(msg), atbash)):
    print(secret, back(secret) == msg)
print(columns("wearediscovered", "zebra"), xor(b"secret", b"key").hex(), xor(xor(b"secret", b"key"), b"key"))
freq = {c: n for c, n in zip(abc, [8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2, 6.1, 7, .15, .77, 4, 2.4, 6.7, 7.5, 1.9, .1, 6, 6.3, 9.1, 2.8, .98, 2.4, .15, 2, .07])}
def crack(t): return max(range(26), key=lambda k: sum(freq.get(c, 0) for c in caesar(t, -k)))
for k in (1, 7, 13, 25): print(k, crack(caesar(msg, k)))
morse = dict(zip("etianmsurwdkgohvflpjbxcyzq", ". - .. .- -. -- ... ..- .-. .-- -.. -.- --. --- .... ...- ..-. .-.. .--. .--- -... -..- -.-. -.-- --.. --.-".split()))
code = " ".join(morse[c] for c in "soshelp")
print(code, "".join({v: k for k, v in morse.items()}[m] for m in code.split()))
