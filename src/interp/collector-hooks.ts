/** What collectors ask of the interpreter: to run finalizers and the callbacks of weak references, and to forget or follow what died or moved. */
import { REP, WEAK_CALLBACK } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';
import type { ModelHooks } from './model.ts';
import { GEN_FLAGS, GEN_FRAME, GEN_STATE, GEN_SUSPENDED } from './objects/generator.ts';
import { KIND } from './objects/kinds.ts';
import { strText } from './objects/str.ts';
import { callSpecial, findAttrNamed } from './runtime/attributes.ts';
import { removeCode } from './runtime/code-space.ts';
import type { Runtime } from './runtime/runtime.ts';
import { forgetSubclass } from './runtime/subclasses.ts';
import { AGEN_DRIVEN } from './types/async-generator-type.ts';
import { closesSilently, generatorClose } from './types/generator-type.ts';
import { protect, protectFinalizer } from './uncaught-errors.ts';
import type { Vm } from './vm/vm.ts';
import { warn } from './warning-report.ts';

const M = WORDS;

export function collectorHooks(vm: Vm): ModelHooks {
  return {
    finalize: (object) => finalize(vm, object),
    runCallback: (weakref) => runCallback(vm.rt, weakref),
    forget: (object) => forget(vm.rt, object),
    moved: () => moved(vm),
  };
}

function finalize(vm: Vm, object: Address): void {
  const { rt } = vm;
  if ((M[object + REP] & 0xff) === KIND.generator) {
    // One that dies by its count lets go of its locals as any object does: a chain of them needs no recursion.
    const dying = rt.heap.capabilities.refcount === 'eager' && M[object] === 1 && M[object + GEN_FRAME] === 0;
    if (dying && closesSilently(vm, object)) return;
    protectFinalizer(
      rt,
      () => {
        if (rt.typeOf(object) === rt.types['coroutine'] && M[object + GEN_STATE] === 0) {
          warn(vm, 'RuntimeWarning', `coroutine '${strText(rt, M[object + 8])}' was never awaited`, object);
          return;
        }
        if ((M[object + GEN_FLAGS] & AGEN_DRIVEN) !== 0 && M[object + GEN_STATE] === GEN_SUSPENDED && loopCloses(rt, object))
          return;
        rt.release(generatorClose(vm, object));
      },
      object,
      null,
    );
    return;
  }
  protectFinalizer(rt, () => rt.release(callSpecial(rt, object, '__del__')), object, '__del__');
}

/** Does the event loop that drove an async generator take it over to close it? */
function loopCloses(rt: Runtime, generator: Address): boolean {
  const module = rt.loadedModule('_asyncio_events');
  if (module === 0 || rt.typeOf(generator) !== rt.types['async_generator']) return false;
  const hook = findAttrNamed(rt, module, '_dropped');
  if (hook === 0 || hook === rt.none) return false;
  const base = rt.push(hook);
  rt.push(rt.retain(generator));
  return rt.call(base, 1, 0) === rt.true;
}

function runCallback(rt: Runtime, weakref: Address): void {
  const callback = M[weakref + WEAK_CALLBACK];
  if (callback === 0) return;
  protect(
    rt,
    () => {
      const base = rt.push(rt.retain(callback));
      rt.push(rt.retain(weakref));
      rt.release(rt.call(base, 1, 0));
    },
    callback,
  );
}

function forget(rt: Runtime, object: Address): void {
  const kind = M[object + REP] & 0xff;
  if (kind === KIND.type) {
    const index = M[object + 5];
    const info = rt.typeInfos[index];
    if (info === undefined || info.address !== object) return;
    info.gone = true;
    for (const base of info.directBases) {
      // Only where a death is told at once: a sweep is no time to change tables.
      if (rt.heap.capabilities.refcount === 'eager' && !base.gone) forgetSubclass(rt, base, info);
      else base.subclasses.delete(info);
    }
    // The info stays until its index is used again: instances that die in the same cascade are still to be measured.
    rt.freeTypeIndices.push(index);
  } else if (kind === KIND.code) {
    const index = M[object + 5];
    const entry = rt.codes[index];
    if (entry !== undefined) removeCode(entry.start, entry.unit.code.length);
    delete rt.codes[index];
    rt.freeCodeIndices.push(index);
  }
}

function moved(vm: Vm): void {
  const { rt } = vm;
  vm.dropCaches();
  // Heap classes have moved: their infos follow.
  rt.heap.objects((object) => {
    if ((M[object + REP] & 0xff) !== KIND.type) return;
    const info = rt.typeInfos[M[object + 5]];
    if (info !== undefined) info.address = object;
  });
}
