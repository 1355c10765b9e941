const mark = Symbol.for('dacsan.server-only')

/** Marks what only the rendering on the server reads: it is not written out for the browser. */
export function serverOnly<Value extends object>(value: Value): Value {
  return Object.defineProperty(value, mark, { value: true })
}

export const isServerOnly = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, mark)
