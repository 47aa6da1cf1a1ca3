# stderr: full
# tier: C
# While modules are taken apart there is no frame to name, no line to show and no hint to give.
import sys


class Witness:
    def __del__(self, is_finalizing=sys.is_finalizing):
        print("finalizing", is_finalizing())


async def never():
    pass


witness = Witness()
del witness
witness = Witness()
kept = never()
