class A: pass
A().completely_different_thing
