# A text adventure played from a script of commands.
class Item:
    def __init__(self, name, text, portable=True, **flags):
        self.name, self.text, self.portable, self.flags = name, text, portable, flags

    def __repr__(self):
        return f"<{self.name}>"


class Room:
    def __init__(self, name, text):
        self.name, self.text, self.exits, self.items, self.visited = name, text, {}, [], False

    def link(self, direction, other, door=None):
        back = {"north": "south", "south": "north", "east": "west", "west": "east", "up": "down", "down": "up"}
        self.exits[direction] = (other, door)
        other.exits[back[direction]] = (self, door)
        return self

    def describe(self, dark=False):
        if dark:
            return "It is pitch dark."
        lines = [f"== {self.name} ==", self.text if not self.visited else "(you have been here)"]
        if self.items:
            lines.append("You see: " + ", ".join(sorted(i.name for i in self.items)) + ".")
        lines.append("Exits: " + ", ".join(sorted(self.exits)) + ".")
        self.visited = True
        return "\n".join(lines)


class Door:
    def __init__(self, key):
        self.key, self.open = key, False


class GameOver(Exception):
    pass


class Game:
    aliases = {"n": "go north", "s": "go south", "e": "go east", "w": "go west", "u": "go up", "d": "go down", "i": "inventory", "l": "look", "x": "examine", "get": "take", "q": "quit"}

    def __init__(self):
        hall, cellar, garden, tower, vault = (Room(*a) for a in (("Hall", "A cold hall with a stone floor."), ("Cellar", "Barrels line the walls."), ("Garden", "Roses, and a well."), ("Tower", "You can see far from here."), ("Vault", "Gold everywhere!")))
        self.door = Door("rusty key")
        hall.link("down", cellar).link("north", garden).link("up", tower)
        cellar.link("east", vault, self.door)
        self.dark = {cellar, vault}
        hall.items += [Item("lamp", "A brass lamp.", light=False), Item("statue", "A marble statue. Heavy.", portable=False)]
        garden.items += [Item("rose", "It smells sweet."), Item("rusty key", "An old key.")]
        tower.items += [Item("book", "Its title: 'How to open vaults'. Page 1: use the key.")]
        vault.items += [Item("crown", "A golden crown.", treasure=10)]
        cellar.items += [Item("bottle", "Empty.", treasure=1)]
        self.room, self.bag, self.turns, self.score = hall, [], 0, 0
        self.start = hall

    def is_dark(self):
        lamp = next((i for i in self.bag + self.room.items if i.name == "lamp"), None)
        return self.room in self.dark and not (lamp and lamp.flags["light"])

    def find(self, name, *places):
        for place in places:
            for item in place:
                if item.name == name or item.name.split()[-1] == name:
                    return item
        return None

    def play(self, commands):
        print(self.room.describe(self.is_dark()))
        try:
            for line in commands:
                print(f"> {line}")
                self.turns += 1
                print(self.command(line))
        except GameOver as end:
            print(end)
        print(f"Score {self.score} in {self.turns} turns. You carry {sorted(map(repr, self.bag))}.")

    def command(self, line):
        words = line.lower().split()
        if not words:
            return "Say something."
        if words[0] in self.aliases:
            words = self.aliases[words[0]].split() + words[1:]
        verb, rest = words[0], " ".join(w for w in words[1:] if w not in ("the", "a", "at"))
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return f"I do not know how to {verb}."
        try:
            return method(rest)
        except TypeError:
            return f"{verb.title()} what?"

    def do_look(self, rest):
        self.room.visited = False
        return self.room.describe(self.is_dark())

    def do_go(self, way):
        if way not in self.room.exits:
            return "There is no way." if way else "Go where?"
        room, door = self.room.exits[way]
        if door and not door.open:
            return "The door is locked."
        self.room = room
        if room is self.start and self.find("crown", self.bag):
            self.score += 10
            raise GameOver("You carry the crown home. You win!")
        return room.describe(self.is_dark())

    def do_take(self, name):
        if self.is_dark():
            return "You grope in the dark and find nothing."
        if name == "all":
            return "\n".join(self.do_take(i.name) for i in list(self.room.items)) or "Nothing here."
        item = self.find(name, self.room.items)
        if item is None:
            return f"There is no {name} here."
        if not item.portable:
            return f"The {item.name} is too heavy."
        if len(self.bag) >= 3:
            return "Your hands are full."
        self.room.items.remove(item)
        self.bag.append(item)
        self.score += item.flags.get("treasure", 0)
        return f"Taken: {item.name}."

    def do_drop(self, name):
        item = self.find(name, self.bag)
        if item is None:
            return "You do not have that."
        self.bag.remove(item)
        self.room.items.append(item)
        self.score -= item.flags.get("treasure", 0)
        return "Dropped."

    def do_examine(self, name):
        item = self.find(name, self.bag, [] if self.is_dark() else self.room.items)
        return item.text if item else "You see no such thing."

    do_read = do_examine

    def do_inventory(self, _):
        return "You carry: " + (", ".join(i.name for i in self.bag) or "nothing") + "."

    def do_light(self, name):
        item = self.find(name, self.bag)
        if item is None or "light" not in item.flags:
            return "You cannot light that."
        item.flags["light"] = not item.flags["light"]
        return "It is now " + ("lit." if item.flags["light"] else "out.")

    def do_unlock(self, what):
        if what != "door" or all(d is None for _, d in self.room.exits.values()):
            return "Nothing to unlock."
        if not self.find(self.door.key, self.bag):
            return "You have no key."
        self.door.open = True
        return "Click. The door swings open."

    def do_quit(self, _):
        raise GameOver("Goodbye.")


Game().play(["look", "x statue", "take statue", "take the lamp", "d", "take bottle", "light lamp", "look", "take bottle", "e", "unlock door", "u", "n", "get key", "smell rose", "take rose", "i", "drop rose", "s", "d", "unlock door", "go east", "take crown", "drop bottle", "take crown", "w", "u"])
Game().play(["", "dance", "go", "go sideways", "take moon", "u", "read book", "take all", "take all", "d", "q", "never reached"])
