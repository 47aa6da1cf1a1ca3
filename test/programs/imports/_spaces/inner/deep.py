VALUE = __package__
