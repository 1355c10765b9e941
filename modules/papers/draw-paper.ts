import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { drawingVersion } from '@dacsan/papers'
import type { Drawing } from '@dacsan/papers'
import { openProcessPool } from '@dacsan/platform/process-pool'
import type { PoolRefusal } from '@dacsan/platform/process-pool'
import type { Ctx } from '../context.ts'
import type { DrawingRefusal } from './rules.ts'

const megabyte = 1024 * 1024

/** One of two cores is the server's; a paper takes a tenth of a second, so that the longest queue is some seconds. */
export const drawingLimits = {
  processes: availableParallelism() > 2 ? 2 : 1,
  seconds: 45,
  waiting: 40,
  perPerson: 4,
  memory: 512 * megabyte,
  idleSeconds: 300,
}
const pool = openProcessPool<Drawing, Uint8Array>(new URL('./drawing-process.ts', import.meta.url), drawingLimits)

/** What is being drawn: whoever asks for the same meanwhile waits for the same. */
const underWay = new Map<string, Promise<Outcome<Uint8Array, DrawingRefusal>>>()

export type DrawingReader = Pick<Ctx, 'files' | 'actor'>

/**
 * Has a paper drawn outside this process. What was drawn of the same facts by the same templates is handed out again without drawing.
 *
 * @example await drawPaper(ctx, { kind: 'label-sheet-pdf', sheet })
 */
export async function drawPaper(ctx: DrawingReader, drawing: Drawing): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const key = createHash('sha256').update(drawingVersion()).update(JSON.stringify(drawing)).digest('hex')
  const known = await ctx.files.drawn.recall(key)
  if (known) return done(known)
  const begun = underWay.get(key) ?? drawAndRemember(ctx, drawing, key)
  underWay.set(key, begun)
  try {
    return await begun
  } finally {
    underWay.delete(key)
  }
}

/** The same for what says the moment at which it was asked for, and so is never the same again. */
export async function drawAnew({ actor }: Pick<Ctx, 'actor'>, drawing: Drawing): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const drawn = await pool.run(drawing, whoseWork(actor))
  return drawn.ok ? drawn : refuseDrawing(drawn.refusal)
}

async function drawAndRemember(ctx: DrawingReader, drawing: Drawing, key: string): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const drawn = await drawAnew(ctx, drawing)
  if (drawn.ok) await ctx.files.drawn.remember(key, drawn.value)
  return drawn
}

/** What the person is told whose drawing is not done now. */
export function refuseDrawing(refusal: PoolRefusal): { ok: false; refusal: DrawingRefusal } {
  const { code, retryAfter } = refusal
  if (code === 'person-has-enough-in-work') return refuse('own-papers-in-work', { count: refusal.inWork, retryAfter })
  if (code === 'too-many-wait') return refuse('too-many-papers', { retryAfter })
  return refuse('paper-took-too-long', { seconds: refusal.seconds, retryAfter })
}

/** Jobs of the platform count against nobody; all who are not signed in are one. */
export function whoseWork(actor: Ctx['actor']): string | null {
  if (actor.kind === 'system') return null
  return actor.kind === 'person' ? actor.userId : actor.kind
}
