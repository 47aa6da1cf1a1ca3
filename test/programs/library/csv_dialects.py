"""Dialects are checked and cannot be changed; iterators over sequences without a length."""
import csv, io
w=csv.writer(io.StringIO()); print(w.dialect.delimiter, repr(w.dialect.lineterminator), csv.reader([]).dialect.quoting)
try: w.dialect.delimiter=';'
except AttributeError as e: print(e)
class D(csv.Dialect):
    delimiter=';;'; quotechar='"'; lineterminator='\n'; quoting=csv.QUOTE_MINIMAL; doublequote=True; skipinitialspace=False
try: D()
except csv.Error as e: print(type(e).__name__, e)
csv.writer(__import__('sys').stdout, delimiter='|').writerow([1,'a|b',None,2.5,'q"x'])
class S:
    def __getitem__(self,i):
        if i>5: raise IndexError
        return i
import copy,pickle
it=iter(S()); next(it); print(list(copy.copy(it)), list(pickle.loads(pickle.dumps(it))))
