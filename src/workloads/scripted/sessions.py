"""A server's sessions: requests die at once, sessions in bulk, caches late.

Purpose: requests allocate short-lived parsing and rendering garbage, add a little to a session
that lives for some hundred requests, and now and then to a table that stays. This is the
mixture of three ages that generations were made for.
Exercises: dicts, strings, lists, short lives, middle-aged deaths, long-lived data, old-to-young stores
Observes: nothing
Source: lifetimes as in Jones and Ryder, A study of Java object demographics (2008)
"""

REQUESTS = 16000  # param: requests served; 1..100000000; small 60
USERS = 120  # param: sessions open at the same time; 1..100000; small 6
SESSION_REQUESTS = 40  # param: requests after which a session ends; 1..100000; small 5

PAGES = ("home", "list", "detail", "basket", "order", "search")


class Session:
    def __init__(self, user, number):
        self.user = user
        self.number = number
        self.history = []
        self.basket = {}
        self.left = SESSION_REQUESTS


class Server:
    def __init__(self):
        self.sessions = {}
        self.products = {}
        self.opened = 0
        self.closed = 0
        self.bytes_sent = 0

    def parse(self, text):
        head, _, query = text.partition("?")
        method, path = head.split(" ")
        fields = {}
        for pair in query.split("&"):
            name, _, value = pair.partition("=")
            fields[name] = value
        return method, path.strip("/"), fields

    def session_of(self, user):
        session = self.sessions.get(user)
        if session is None:
            self.opened += 1
            session = self.sessions[user] = Session(user, self.opened)
        return session

    def product(self, number):
        product = self.products.get(number)
        if product is None:
            product = {"name": f"product {number}", "price": 100 + number % 900, "views": 0}
            self.products[number] = product
        product["views"] += 1
        return product

    def serve(self, text):
        _, page, fields = self.parse(text)
        session = self.session_of(fields["user"])
        product = self.product(int(fields["item"]))
        session.history.append((page, product["name"]))
        if page == "basket":
            session.basket[fields["item"]] = product
        body = self.render(page, session, product)
        session.left -= 1
        if session.left == 0:
            del self.sessions[fields["user"]]
            self.closed += 1
        self.bytes_sent += len(body)
        return body

    def render(self, page, session, product):
        rows = [f"<h1>{page}</h1>", f"<p>{product['name']}: {product['price'] / 100:.2f}</p>"]
        for visited, name in session.history[-5:]:
            rows.append("<li>" + visited.upper() + ": " + name + "</li>")
        total = sum(item["price"] for item in session.basket.values())
        rows.append(f"<b>{len(session.basket)} items, {total / 100:.2f}</b>")
        return "\n".join(rows).encode("utf-8")


def requests(count):
    state = 2024
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        user = (state >> 8) % USERS
        item = (state >> 10) % 4000 * ((state >> 4) % 100) // 100
        page = PAGES[(state >> 12) % len(PAGES)]
        yield f"GET /{page}?user=u{user}&item={item}&lang=en"


def main():
    server = Server()
    checksum = 0
    for text in requests(REQUESTS):
        body = server.serve(text)
        checksum = (checksum * 31 + len(body) + body[-5]) % 1000003
    best = max(server.products.values(), key=lambda p: (p["views"], p["name"]))
    print("sessions opened:", server.opened, "closed:", server.closed)
    print("products known:", len(server.products))
    print("most viewed:", best["name"], best["views"])
    print("bytes sent:", server.bytes_sent)
    print("checksum:", checksum)


main()
