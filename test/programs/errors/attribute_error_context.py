class Config:
    def __init__(self): self.values = {'colour': 1}
    def __getattr__(self, name):
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(f'no setting {name}') from None
class P:
    colour = 2
    @property
    def bad(self):
        raise AttributeError('inner')
    @property
    def typo(self):
        return self.color
for f in (lambda: Config().color, lambda: P().bad, lambda: P().typo):
    try: f()
    except AttributeError as e: print(e, e.name, type(e.obj).__name__)
try: Config().x
except AttributeError as e:
    import traceback; traceback.print_exc()
