# A small crawler-like program: workers, a queue, results.
import asyncio
LINKS = {"/": ["/a", "/b"], "/a": ["/c", "/"], "/b": ["/c", "/d"], "/c": [], "/d": ["/e"], "/e": ["/a"]}
async def fetch(url):
    await asyncio.sleep(len(url) * 0.01)
    if url == "/d": raise ConnectionError(f"{url} is down")
    return LINKS[url]
async def crawl(start, workers=2):
    queue, seen, errors, log = asyncio.Queue(), {start}, [], []
    queue.put_nowait(start)
    async def work(name):
        while True:
            url = await queue.get()
            try:
                links = await fetch(url)
                log.append(url)
                for l in links:
                    if l not in seen:
                        seen.add(l)
                        queue.put_nowait(l)
            except ConnectionError as e:
                errors.append(str(e))
            finally:
                queue.task_done()
    tasks = [asyncio.create_task(work(i)) for i in range(workers)]
    await queue.join()
    for t in tasks: t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(seen), log, errors
for n in (1, 2, 5): print(n, asyncio.run(crawl("/", n)))
