const registry = Symbol.for('plumbline');

/**
 * Makes a thing once a process. The front door and Next each load their own copy of every module, so what must be one
 * (pool, LISTEN client, hub) can't live in a module variable.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const things = thingsOfThisProcess();
  if (!things.has(name)) things.set(name, make());
  // The one place that trusts a name: each is used by exactly one caller.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a map of many types can't do better
  return things.get(name) as T;
}

/** Forgets a thing, so that the next caller makes it anew; returns what stood there. */
export function forget(name: string): unknown {
  const things = thingsOfThisProcess();
  const thing = things.get(name);
  things.delete(name);
  return thing;
}

function thingsOfThisProcess(): Map<string, unknown> {
  const found: unknown = Reflect.get(globalThis, registry);
  if (isThings(found)) return found;
  const made = new Map<string, unknown>();
  Reflect.set(globalThis, registry, made);
  return made;
}

/** Nobody else writes under our symbol. */
function isThings(value: unknown): value is Map<string, unknown> {
  return value instanceof Map;
}
