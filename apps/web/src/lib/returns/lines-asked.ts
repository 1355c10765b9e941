const lineField = /^so-(oln_\w+)$/u
/** A whole box is a tick that names its lines. */
const boxField = /^hop-lst_\w+$/u

/** Which lines of an order a form names, each once: by their number, or with the box that they came in, of which all that is left goes back. */
export const linesAsked = (fields: Readonly<Record<string, unknown>>): { orderLineId: string; quantity: unknown }[] => {
  const boxed = Object.entries(fields).flatMap(([name, value]) =>
    boxField.test(name) && typeof value === 'string'
      ? value.split(' ').map((line): [string, unknown] => [line.split(':')[0]!, line.split(':')[1]])
      : [],
  )
  const lines = Object.entries(fields).flatMap(([name, quantity]): [string, unknown][] => {
    const orderLineId = lineField.exec(name)?.[1]
    return orderLineId === undefined || quantity === '' ? [] : [[orderLineId, quantity]]
  })
  return [...new Map<string, unknown>([...lines, ...boxed])].map(([orderLineId, quantity]) => ({ orderLineId, quantity }))
}

/** What the tick of a box says: its lines, each with what is left of it. */
export const boxTick = (lines: readonly { id: string; left: number }[]): string => lines.map(({ id, left }) => `${id}:${left}`).join(' ')
