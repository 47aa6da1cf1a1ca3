# stderr: full
# tier: C
async def never(): pass
never()
print('done')
