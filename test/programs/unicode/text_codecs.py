import codecs
for s in ['a\n\t\\\x00\xe9\u20ac\U0001f600\ud800"\'']:
    print(s.encode('unicode_escape'), s.encode('raw-unicode-escape','replace') )
for b in [b'\\n\\x41\\u20ac\\U0001F600\\N{BULLET}\\101\\\n z', b'\\x4', b'a\\', b'\\U00110000', b'\\N{foo bar}', b'\\N{', b'\\Nx', b'\\u12', b'\xff\xe9']:
    for e in ('strict','replace','ignore','backslashreplace'):
        try: print(ascii(b.decode('unicode_escape', e)))
        except UnicodeDecodeError as x: print(x, x.encoding, x.start, x.end, x.reason)
        try: print(ascii(b.decode('raw_unicode_escape', e)))
        except UnicodeDecodeError as x: print(x)
for e in 'cp1252 cp437 iso-8859-15 koi8-r mac-roman cp037 windows-1251 latin2'.split():
    for err in ('strict','ignore','replace','xmlcharrefreplace','backslashreplace', 'namereplace','surrogateescape'):
        try: print(e, err, 'a€é\u0416b\u4e00\u4e01\udc81'.encode(e, err))
        except Exception as x: print(type(x).__name__, x)
        try: print(e, err, ascii(bytes(range(120,256)).decode(e, err)))
        except Exception as x: print(type(x).__name__, x)
    print(codecs.lookup(e).name, str(b'abc\xe9', e)==b'abc\xe9'.decode(e), bytes('abc', e))
for n in ('rot13','hex','nope'):
    try: 'x'.encode(n)
    except LookupError as x: print(x)
    try: b'x'.decode(n)
    except LookupError as x: print(x)
def h(e):
    print(type(e).__name__, e.start, e.end, ascii(e.object))
    return ('[%d]'%(e.end-e.start), e.end)
codecs.register_error('mine', h)
print('a\xe9\xe8b\u20ac'.encode('ascii','mine'), 'a\u20ac'.encode('ascii','mine'), 'x\u4e00'.encode('cp1252','mine'))
print(b'a\xffb\xe2'.decode('utf-8','mine'), b'\x81\x8d'.decode('cp1252','mine'))
try: print('a\xe9'.encode('ascii','unknown'))
except LookupError as x: print(x)
codecs.register_error('bad', lambda e: 3)
try: print('a\xe9'.encode('ascii','bad'))
except TypeError as x: print(x)
try: print(b'a\xe9'.decode('ascii','bad'))
except TypeError as x: print(x)
codecs.register_error('jump', lambda e: ('', e.start-5))
try: print('a\xe9'.encode('ascii','jump'))
except IndexError as x: print(x)
def search(n):
    if n=='shout':
        return codecs.CodecInfo(lambda t, e='strict': (t.upper().encode(), len(t)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='shout')
codecs.register(search)
print('abc'.encode('shout'), b'ABC'.decode('shout'), str(b'XY','shout'), bytes('xy','shout'))
print(codecs.encode('abc','rot13'), codecs.decode(b'616263','hex'), codecs.encode('é','unicode_escape'))
print(codecs.escape_decode(b'a\\n\\x41'), codecs.unicode_escape_decode('\\u0041'))

# cp864 has no "%" of its own: an escape stands for it, as for any other character
print("50 % of é".encode("cp864", "backslashreplace"))
print("a\t\n\x00é€😀\\".encode("unicode_escape"), "é€😀".encode("raw_unicode_escape"))
'x'.encode('nope')
