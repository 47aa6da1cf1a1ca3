# stderr: full
from __future__ import teleportation
