"""A text game whose player types from a script."""
import builtins
import random
import textwrap

script = iter("look|go north|take lamp|take lamp|inventory|go west|go south|go east|open chest|use key|dance|go up|quit".split("|"))


def scripted_input(prompt=""):
    line = next(script)
    print(prompt + line)
    return line


builtins.input = scripted_input


class Room:
    def __init__(self, title, text, **exits):
        self.title, self.text, self.exits, self.items = title, text, exits, set()

    def describe(self):
        yield f"== {self.title} =="
        yield textwrap.fill(self.text, 48, initial_indent="  ", subsequent_indent="  ")
        if self.items:
            yield "You see: " + ", ".join(sorted(self.items))
        yield f"Exits: {'/'.join(self.exits) or 'none'}"


rooms = {
    "hall": Room("Hall", "A cold hall with a floor of black and white tiles, lit by one window high up under the roof.", north="library", east="cellar"),
    "library": Room("Library", "Books. More books. A ladder leads to still more books.", south="hall", west="tower"),
    "tower": Room("Tower", "Wind blows through the broken windows.", east="library", south="hall"),
    "cellar": Room("Cellar", "It smells of old apples.", west="hall"),
}
rooms["library"].items |= {"lamp", "letter"}
rooms["cellar"].items.add("chest")


class Game:
    def __init__(self):
        self.here = rooms["hall"]
        self.bag = []
        self.turns = 0
        self.dice = random.Random(2024)

    def do_look(self):
        print(*self.here.describe(), sep="\n")

    def do_go(self, direction):
        try:
            self.here = rooms[self.here.exits[direction]]
        except KeyError:
            print("There is no way", direction)
        else:
            self.do_look()

    def do_take(self, thing):
        if thing not in self.here.items:
            print(f"There is no {thing} here.")
            return
        self.here.items.remove(thing)
        self.bag.append(thing)
        print(f"Taken: {thing}. {'It glows.' if thing == 'lamp' else ''}".rstrip())

    def do_inventory(self):
        print("You carry", ", ".join(self.bag) if self.bag else "nothing")

    def do_open(self, thing):
        roll = self.dice.randint(1, 6)
        print(f"You roll a {roll}:", "it opens!" if roll > 3 else "it stays shut.")

    def do_quit(self):
        raise SystemExit(f"Bye after {self.turns} turns.")

    def play(self):
        self.do_look()
        while True:
            verb, *rest = input("> ").split()
            self.turns += 1
            action = getattr(self, f"do_{verb}", None)
            if action is None:
                print(f"I do not know how to {verb}.")
                continue
            try:
                action(*rest)
            except TypeError as error:
                print("What?", error)


try:
    Game().play()
except SystemExit as end:
    print(end.code)
