// On the global object: the development server of the pages loads a copy of this file of its own.
const shared = globalThis as { [key: symbol]: unknown }
const place = Symbol.for('dacsan.runtime')

/** Holds what one process shares, opened once by whoever starts it, for the pages that run in it. */
export function setRuntime<Runtime extends object>(runtime: Runtime): Runtime {
  shared[place] = runtime
  return runtime
}

export function getRuntime<Runtime extends object>(): Runtime | undefined {
  return shared[place] as Runtime | undefined
}
