# stderr: full
import _lib
_lib.run(lambda: _lib.fail("from the neighbour"))
