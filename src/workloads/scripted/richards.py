"""Richards: the kernel of a small operating system, as objects that call each other.

Purpose: six tasks pass a handful of packets round by priority, holding and releasing each
other. It makes hardly any garbage but stores pointers all the time: what a strategy costs a
program that does not need it.
Exercises: methods, inheritance, pointer mutation, linked lists, little garbage
Observes: nothing
Source: the scheduler benchmark of Martin Richards (BCPL, about 1980); one run with 1000 idle
turns is known to queue 2322 packets and to hold 928 tasks
"""

RUNS = 40  # param: runs of the whole system; 1..1000000; small 1
IDLE_TURNS = 1000  # param: turns of the idle task before a run ends; 1..1000000; small 50

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = range(2)
DATA_SIZE = 4


class Packet:
    def __init__(self, link, identity, kind):
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * DATA_SIZE

    def append_to(self, queue):
        """The queue with this packet at its end."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    """A task and its control block: a queue of packets, a priority and three flags."""

    def __init__(self, kernel, identity, priority, queue):
        self.kernel = kernel
        self.identity = identity
        self.priority = priority
        self.queue = queue
        self.has_packet = queue is not None
        self.waiting = True
        self.held = False
        self.link = kernel.tasks
        kernel.tasks = self
        kernel.by_identity[identity] = self

    def is_blocked(self):
        return self.held or (self.waiting and not self.has_packet)

    def turn(self):
        """Run until the next decision; the answer is the task to look at next."""
        packet = None
        if self.waiting and self.has_packet:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
            self.has_packet = self.queue is not None
        return self.run(packet)

    def receive(self, sender, packet):
        """Queue the packet; the task of higher priority goes on."""
        if self.queue is None:
            self.queue = packet
            self.has_packet = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def run(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, kernel, identity, priority, turns):
        super().__init__(kernel, identity, priority, None)
        self.waiting = False
        self.turns = turns
        self.noise = 1

    def run(self, packet):
        self.turns -= 1
        if self.turns == 0:
            return self.kernel.hold_current()
        low_bit = self.noise & 1
        self.noise >>= 1
        if low_bit:
            self.noise ^= 0xD008
            return self.kernel.release(DEVICE_B)
        return self.kernel.release(DEVICE_A)


class WorkerTask(Task):
    def __init__(self, kernel, identity, priority, queue):
        super().__init__(kernel, identity, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.kernel.wait_current()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.identity = self.destination
        packet.datum = 0
        for place in range(DATA_SIZE):
            self.letter = self.letter % 26 + 1
            packet.data[place] = self.letter
        return self.kernel.send(packet)


class HandlerTask(Task):
    def __init__(self, kernel, identity, priority, queue):
        super().__init__(kernel, identity, priority, queue)
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is not None:
            done = work.datum
            if done >= DATA_SIZE:
                self.work = work.link
                return self.kernel.send(work)
            device = self.devices
            if device is not None:
                self.devices = device.link
                device.datum = work.data[done]
                work.datum = done + 1
                return self.kernel.send(device)
        return self.kernel.wait_current()


class DeviceTask(Task):
    def __init__(self, kernel, identity, priority):
        super().__init__(kernel, identity, priority, None)
        self.pending = None

    def run(self, packet):
        if packet is None:
            pending = self.pending
            if pending is None:
                return self.kernel.wait_current()
            self.pending = None
            return self.kernel.send(pending)
        self.pending = packet
        return self.kernel.hold_current()


class Kernel:
    def __init__(self):
        self.tasks = None
        self.current = None
        self.by_identity = [None] * 6
        self.sent = 0
        self.holds = 0

    def schedule(self):
        task = self.tasks
        while task is not None:
            if task.is_blocked():
                task = task.link
            else:
                self.current = task
                task = task.turn()

    def send(self, packet):
        receiver = self.by_identity[packet.identity]
        self.sent += 1
        packet.link = None
        packet.identity = self.current.identity
        return receiver.receive(self.current, packet)

    def hold_current(self):
        self.holds += 1
        self.current.held = True
        return self.current.link

    def wait_current(self):
        self.current.waiting = True
        return self.current

    def release(self, identity):
        task = self.by_identity[identity]
        task.held = False
        return task if task.priority > self.current.priority else self.current


def packets(count, identity, kind):
    queue = None
    for _ in range(count):
        queue = Packet(queue, identity, kind)
    return queue


def run_system():
    kernel = Kernel()
    IdleTask(kernel, IDLE, 0, IDLE_TURNS)
    WorkerTask(kernel, WORKER, 1000, packets(2, WORKER, KIND_WORK))
    HandlerTask(kernel, HANDLER_A, 2000, packets(3, DEVICE_A, KIND_DEVICE))
    HandlerTask(kernel, HANDLER_B, 3000, packets(3, DEVICE_B, KIND_DEVICE))
    DeviceTask(kernel, DEVICE_A, 4000)
    DeviceTask(kernel, DEVICE_B, 5000)
    kernel.schedule()
    return kernel.sent, kernel.holds


def main():
    results = [run_system() for _ in range(RUNS)]
    sent, holds = results[0]
    print("packets sent:", sent)
    print("tasks held:", holds)
    print("all runs agree:", all(result == results[0] for result in results))


main()
