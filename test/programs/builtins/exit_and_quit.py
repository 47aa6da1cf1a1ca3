try: quit("bye")
except SystemExit as e: print(e.code, repr(exit), quit)
print("type exit to leave:", exit)
exit()
