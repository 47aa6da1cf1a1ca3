/**
 * A student's first mark-sweep, with three mistakes that first collectors have. `heaplab fuzz --strategy docs/examples/my-strategy.mjs`
 * finds them; docs/fuzzing.md goes through the sheet.
 */
const capabilities = {
  refcount: 'none',
  moves: 'never',
  barrier: 'none',
  gcHeaderBytes: 0,
  copyReserve: 0,
  prompt: false,
  reclaimsCycles: true,
};

function create(context, lab) {
  const { WORDS, FLAGS, TYPE, FLAG_COLLECTABLE, FLAG_PREHEADER, METER, HEADER_BYTES } = lab;

  class MyMarkSweep extends lab.TracingStrategy {
    collectionKind = 'my-mark-sweep';

    trace(record) {
      const reached = new Set();
      const resolve = (object) => (object < this.heapStart || reached.has(object) ? object : 0);
      const mark = (object) => {
        if (object < this.heapStart || reached.has(object)) return object;
        reached.add(object);
        const slots = this.model.slots(object);
        const children = Array.from(this.model.slotScratch.subarray(0, slots), (slot) => WORDS[slot]);
        // Mistake 1: the class of an instance is not marked ("classes never die").
        for (const child of children) if (child !== WORDS[object + TYPE]) mark(child);
        return object;
      };
      this.forEachRoot(record, mark);
      // Mistake 2: weak references to the dead are not cleared (`this.clearWeakrefs(record, resolve)` is missing).
      const dead = this.findFinalizable(record, resolve, mark);
      const unreached = [];
      this.objects((object) => {
        if (!reached.has(object)) unreached.push(object);
      });
      for (const object of dead) this.model.forget(object);
      for (const object of unreached) this.freeObject(object);
    }

    sideBytes() {
      return 0;
    }

    freeObject(object) {
      const buffers = this.model.buffers(object);
      for (let index = 0; index < buffers; index++) {
        const buffer = WORDS[this.model.slotScratch[index]];
        const size = this.model.byteScratch[index];
        // Mistake 3: large buffers are forgotten.
        if (buffer !== 0 && size < 1024) this.freeBuffer(buffer, size);
      }
      const flags = WORDS[object + FLAGS];
      const preBytes = (flags & FLAG_PREHEADER) !== 0 ? 16 : 0;
      const bytes = this.model.size(object) + preBytes;
      this.starts.delete(object);
      if ((flags & FLAG_COLLECTABLE) !== 0) this.collectables--;
      METER[HEADER_BYTES] -= preBytes;
      if (this.poisons) this.poison(object - preBytes / 4, bytes);
      this.allocator.free(object - preBytes / 4, bytes);
    }
  }

  return new MyMarkSweep('my-mark-sweep', context, capabilities, (pages) => lab.makeAllocator('malloc', pages));
}

export default { name: 'my-mark-sweep', capabilities, create };
