"""DeltaBlue: an incremental solver of one-way constraints with strengths.

Purpose: a graph of variables and constraints that point at each other is built, planned,
changed and re-planned. Lists of constraints grow and shrink, plans are made and thrown away,
and the dropped graph is one big cycle.
Exercises: methods, inheritance, cycles, lists, pointer mutation
Observes: nothing
Source: Freeman-Benson, Maloney and Borning, An incremental constraint solver (1990); the chain
and the projection test are those of Maloney and Wolczko
"""

CHAIN = 500  # param: equality constraints in the chain; 1..100000; small 8
PROJECTIONS = 500  # param: scale constraints in the projection; 2..100000; small 8
RUNS = 12  # param: times both tests are run; 1..1000000; small 1

# Strengths: a lower number is stronger.
REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG, NORMAL, WEAK, WEAKEST = range(7)


class Variable:
    """A value, the constraints on it, the one that sets it, and how strongly it is set."""

    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.set_by = None
        self.strength = WEAKEST
        self.is_constant = True
        self.mark = 0


class Constraint:
    def __init__(self, planner, strength):
        self.planner = planner
        self.strength = strength

    def is_input(self):
        return False

    def attach(self):
        for variable in self.variables():
            variable.constraints.append(self)
        self.unsatisfy()
        self.planner.add(self)

    def detach(self):
        if self.is_satisfied():
            self.planner.remove(self)
        else:
            self.leave_variables()

    def leave_variables(self):
        for variable in self.variables():
            variable.constraints.remove(self)
        self.unsatisfy()

    def mark_inputs(self, mark):
        for variable in self.inputs():
            variable.mark = mark

    def inputs_known(self, mark):
        for variable in self.inputs():
            if variable.mark != mark and not variable.is_constant and variable.set_by is not None:
                return False
        return True

    def satisfy(self, mark):
        """Take over the output; the answer is the weaker constraint pushed out, or None."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be satisfied")
            return None
        self.mark_inputs(mark)
        output = self.output()
        pushed_out = output.set_by
        if pushed_out is not None:
            pushed_out.unsatisfy()
        output.set_by = self
        if not self.planner.propagate(self, mark):
            raise RuntimeError("the constraints form a circle")
        output.mark = mark
        return pushed_out


class OneVariable(Constraint):
    """A constraint that sets its only variable."""

    def __init__(self, planner, variable, strength):
        super().__init__(planner, strength)
        self.variable = variable
        self.satisfied = False
        self.attach()

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def choose_method(self, mark):
        free = self.variable.mark != mark
        self.satisfied = free and self.strength < self.variable.strength

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.is_constant = not self.is_input()
        if self.variable.is_constant:
            self.execute()

    def execute(self):
        """Nothing: the variable keeps the value that it has."""


class Stay(OneVariable):
    pass


class Edit(OneVariable):
    def is_input(self):
        return True


class TwoVariables(Constraint):
    """A constraint that can set either of two variables from the other one."""

    def __init__(self, planner, first, second, strength):
        super().__init__(planner, strength)
        self.first = first
        self.second = second
        self.source = None
        self.target = None
        self.attach()

    def variables(self):
        return (self.first, self.second)

    def inputs(self):
        return (self.source,)

    def output(self):
        return self.target

    def is_satisfied(self):
        return self.target is not None

    def unsatisfy(self):
        self.source = self.target = None

    def choose_method(self, mark):
        first, second = self.first, self.second
        self.unsatisfy()
        if first.mark == mark:
            if second.mark != mark and self.strength < second.strength:
                self.source, self.target = first, second
        elif second.mark == mark:
            if self.strength < first.strength:
                self.source, self.target = second, first
        elif first.strength > second.strength:
            if self.strength < first.strength:
                self.source, self.target = second, first
        elif self.strength < second.strength:
            self.source, self.target = first, second

    def recalculate(self):
        self.target.strength = max(self.strength, self.source.strength)
        self.target.is_constant = self.source.is_constant
        if self.target.is_constant:
            self.execute()


class Equal(TwoVariables):
    def execute(self):
        self.target.value = self.source.value


class Scale(TwoVariables):
    """second = first * factor + offset, where factor and offset are variables too."""

    def __init__(self, planner, first, factor, offset, second, strength):
        self.factor = factor
        self.offset = offset
        super().__init__(planner, first, second, strength)

    def variables(self):
        return (self.first, self.second, self.factor, self.offset)

    def inputs(self):
        return (self.source, self.factor, self.offset)

    def execute(self):
        if self.target is self.second:
            self.target.value = self.source.value * self.factor.value + self.offset.value
        else:
            self.target.value = (self.source.value - self.offset.value) // self.factor.value

    def recalculate(self):
        super().recalculate()
        known = self.factor.is_constant and self.offset.is_constant
        self.target.is_constant = self.source.is_constant and known


class Planner:
    def __init__(self):
        self.last_mark = 0

    def new_mark(self):
        self.last_mark += 1
        return self.last_mark

    def add(self, constraint):
        mark = self.new_mark()
        pushed_out = constraint.satisfy(mark)
        while pushed_out is not None:
            pushed_out = pushed_out.satisfy(mark)

    def remove(self, constraint):
        output = constraint.output()
        constraint.leave_variables()
        waiting = self.downstream_unsatisfied(output)
        waiting.sort(key=lambda other: other.strength)
        for other in waiting:
            self.add(other)

    def downstream_unsatisfied(self, output):
        """Forget how the output was set and everything computed from it."""
        output.set_by = None
        output.strength = WEAKEST
        output.is_constant = True
        waiting = []
        variables = [output]
        while variables:
            variable = variables.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    waiting.append(constraint)
                elif constraint is not variable.set_by:
                    constraint.recalculate()
                    variables.append(constraint.output())
        return waiting

    def consumers(self, variable, into):
        for constraint in variable.constraints:
            if constraint is not variable.set_by and constraint.is_satisfied():
                into.append(constraint)

    def propagate(self, constraint, mark):
        """Recompute strengths downstream; False when it leads back to the start."""
        todo = [constraint]
        while todo:
            step = todo.pop()
            if step.output().mark == mark:
                return False
            step.recalculate()
            self.consumers(step.output(), todo)
        return True

    def plan_from(self, edits):
        """The constraints to execute, in order, when the edited variables change."""
        mark = self.new_mark()
        todo = [edit for edit in edits if edit.is_input() and edit.is_satisfied()]
        plan = []
        while todo:
            constraint = todo.pop()
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                output.mark = mark
                self.consumers(output, todo)
        return plan


def execute(plan):
    for constraint in plan:
        constraint.execute()


def change(planner, variable, value, times=10):
    edit = Edit(planner, variable, PREFERRED)
    plan = planner.plan_from([edit])
    for _ in range(times):
        variable.value = value
        execute(plan)
    edit.detach()
    return len(plan)


def chain_test(length):
    """A chain of equalities: what goes in at one end must come out at the other."""
    planner = Planner()
    variables = [Variable(f"v{i}", 0) for i in range(length + 1)]
    for left, right in zip(variables, variables[1:]):
        Equal(planner, left, right, REQUIRED)
    Stay(planner, variables[-1], STRONG)
    edit = Edit(planner, variables[0], PREFERRED)
    plan = planner.plan_from([edit])
    wrong = 0
    for value in range(100):
        variables[0].value = value
        execute(plan)
        wrong += variables[-1].value != value
    edit.detach()
    return len(plan), wrong


def projection_test(count):
    """Points mapped by one scale and one offset; change each end and both of those."""
    planner = Planner()
    scale = Variable("scale", 10)
    offset = Variable("offset", 1000)
    sources, targets = [], []
    for i in range(count):
        source = Variable(f"source{i}", i)
        target = Variable(f"target{i}", i)
        sources.append(source)
        targets.append(target)
        Stay(planner, source, NORMAL)
        Scale(planner, source, scale, offset, target, REQUIRED)
    planned = change(planner, sources[-1], 17)
    wrong = targets[-1].value != 1170
    planned += change(planner, targets[-1], 1050)
    wrong += sources[-1].value != 5
    planned += change(planner, scale, 5)
    for i in range(count - 1):
        wrong += targets[i].value != i * 5 + 1000
    planned += change(planner, offset, 2000)
    for i in range(count - 1):
        wrong += targets[i].value != i * 5 + 2000
    return planned, wrong


def main():
    for run in range(RUNS):
        length, wrong = chain_test(CHAIN)
        planned, misplaced = projection_test(PROJECTIONS)
        if run == 0:
            print("constraints in the chain's plan:", length)
            print("constraints planned in the projection:", planned)
        print(f"run {run + 1}: {wrong} wrong in the chain, {misplaced} in the projection")


main()
