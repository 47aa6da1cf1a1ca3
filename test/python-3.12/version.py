# What a program reads to learn which Python it runs on.
import sys
print(sys.version_info[:3], sys.version_info.releaselevel, sys.hexversion, sys.version.split()[0])
print(sys.implementation.name, sys.implementation.cache_tag, sys.version_info >= (3, 12), sys.version_info >= (3, 13))
