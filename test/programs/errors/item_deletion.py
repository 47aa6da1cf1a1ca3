# Deleting and setting items where there is no such thing; equality of patterns.
class A:
  def __setitem__(s,k,v): pass
class B: pass
for s in ('del A()[0]','del B()[0]','B()[0]=1','del range(3)[0]', 'del (1,)[0]'):
  try: exec(s)
  except Exception as e: print(s,type(e).__name__, e)
import re
p=re.compile('(?P<k>a)', re.X|re.I); q=re.compile('(?P<k>a)', 98); print(p==q, p is q, re.compile('a',98)==re.compile('a',66), re.compile('a')==re.compile('a',32))
try:
  del (1,)['a']
except TypeError as e: print(e)
try:
  del 5[0]
except TypeError as e: print(e)
