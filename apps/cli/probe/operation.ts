import type { Outcome, Refusal } from '@dacsan/decisions'
import type { z } from 'zod'

/** One thing that the probe can be asked: JSON in, JSON or a refusal out. */
export type Operation = (input: unknown) => Outcome<unknown, Refusal> | Promise<Outcome<unknown, Refusal>>

/** Puts a shape before a function, so that the function sees only what it asked for. */
export function operation<Shape extends z.ZodType>(shape: Shape, answer: (input: z.output<Shape>) => ReturnType<Operation>): Operation {
  return (input) => {
    const read = shape.safeParse(input)
    if (read.success) return answer(read.data)
    const { path, message } = read.error.issues[0]!
    return { ok: false, refusal: { code: 'bad-input', at: path.join('.') || 'in', message } }
  }
}
