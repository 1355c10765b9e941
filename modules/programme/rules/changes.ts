import type { Count } from './figures.ts'

export type KeptFigure = Count & { id: string }

export type Change = { id: string; before: number; now: number; difference: number }

/** What is different from the report before, real rows only; a figure that the earlier report did not have is not a change. */
export function changesSince(before: readonly KeptFigure[], now: readonly KeptFigure[]): Change[] {
  const earlier = new Map(before.map((figure) => [figure.id, figure.real]))
  return now.flatMap(({ id, real }) => {
    const was = earlier.get(id)
    return was === undefined || was === real ? [] : [{ id, before: was, now: real, difference: real - was }]
  })
}
