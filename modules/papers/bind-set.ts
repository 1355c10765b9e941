import { createHash } from 'node:crypto'
import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { drawingVersion } from '@dacsan/papers'
import type { BoundPart } from '@dacsan/platform/bind-papers'
import { openProcessPool } from '@dacsan/platform/process-pool'
import { drawingLimits, refuseDrawing, whoseWork } from './draw-paper.ts'
import type { DrawingReader } from './draw-paper.ts'
import type { DrawingRefusal } from './rules.ts'

/** What a set says of itself; every word of it is data. */
export type SetWords = {
  title: string
  facts: readonly { term: string; value: string }[]
  index: string
  /** At the foot of each page, before the title of the paper. */
  foot: string
  page: string
  /** In the index, at a paper that could not be taken in, and in its place. */
  unreadable: string
  notice: string
  watermark?: string
}

/** A heading (without `file`), or a paper; `hash` says what is in it without opening it. */
export type SetPart = {
  title: string
  level: 1 | 2
  note: string
  file: { hash: string; isOurs: boolean; open: () => Promise<Uint8Array> } | null
}

export type SetOfPapers = { words: SetWords; parts: readonly SetPart[]; createdAt: Date }

/** What a process of the pool is sent: the words, and the parts with their bytes. */
export type SetTask = {
  words: SetWords
  parts: (BoundPart & { note: string })[]
  createdAt: Date
  limits: { pagesOfOne: number; pages: number }
}

const megabyte = 1024 * 1024
/** A set is large and seldom asked for: one at a time, and one for each person. Each that waits holds its papers. */
const limits = { ...drawingLimits, processes: 1, seconds: 60, waiting: 2, perPerson: 1, memory: 768 * megabyte, idleSeconds: 30 }
/** As many pages as one upload may have, and as many as can be leafed through; so many bytes fit into one message to another process. */
const most = { pagesOfOne: 300, pages: 1500, bytes: 120 * megabyte, remembered: 32 * megabyte }
const pool = openProcessPool<SetTask, Uint8Array>(new URL('./set-process.ts', import.meta.url), limits)

/** What is being bound: a whole council that asks for one set waits for the same. */
const underWay = new Map<string, Promise<Outcome<Uint8Array, DrawingRefusal>>>()

/** Changes when sets do, beside what is drawn in them. */
const version = 1

/**
 * Has papers bound into one PDF, with index, bookmarks and a foot on each page, outside this process. A paper that cannot be read, or is too large for
 * a set, has a notice in its place. The same papers give the same bytes.
 *
 * @example await bindSet(ctx, { words, parts: [{ title: 'Mẫu 01', level: 1, note: '', file }], createdAt })
 */
export async function bindSet(ctx: DrawingReader, set: SetOfPapers): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const content = set.parts.map(({ title, level, note, file }) => [title, level, note, file?.hash ?? null])
  const key = createHash('sha256')
    .update(`set ${version} ${drawingVersion()} ${set.createdAt.toISOString()}`)
    .update(JSON.stringify([set.words, content, most]))
    .digest('hex')
  const known = await ctx.files.drawn.recall(key)
  if (known) return done(known)
  const other = underWay.get(key)
  if (other) return other
  // Asked before the papers are opened: those of sets that are then refused would fill the memory.
  if (underWay.size > limits.waiting) return refuseDrawing({ code: 'too-many-wait', retryAfter: 15 })
  const begun = bindAndRemember(ctx, set, key)
  underWay.set(key, begun)
  try {
    return await begun
  } finally {
    underWay.delete(key)
  }
}

async function bindAndRemember(ctx: DrawingReader, { words, parts, createdAt }: SetOfPapers, key: string) {
  const { opened, isComplete } = await openParts(parts)
  const task = { words, parts: opened, createdAt, limits: most }
  // A paper over which the process died would keep the whole set from everybody: then those of others are left out.
  const bound = await pool
    .run(task, whoseWork(ctx.actor))
    .catch(() => pool.run({ ...task, parts: opened.map((part) => withoutForeign(part)) }, whoseWork(ctx.actor)))
  if (!bound.ok) return refuseDrawing(bound.refusal)
  if (isComplete && bound.value.length <= most.remembered) await ctx.files.drawn.remember(key, bound.value)
  return done(bound.value)
}

type OpenedPart = SetTask['parts'][number]

const withoutForeign = (part: OpenedPart): OpenedPart => (part.bytes === null || part.hasMargin ? part : { ...part, bytes: nothing })

/** What does not fit is left out, and a notice stands in its place; the same where a file is not there now, until it is. */
async function openParts(parts: readonly SetPart[]): Promise<{ opened: OpenedPart[]; isComplete: boolean }> {
  const opened: OpenedPart[] = []
  let [room, isComplete] = [most.bytes, true]
  for (const { file, ...part } of parts) {
    let bytes: Uint8Array | null = null
    if (file) {
      bytes = await file.open().catch(() => nothing)
      isComplete &&= bytes.length > 0
      if (bytes.length > room) bytes = nothing
    }
    room -= bytes?.length ?? 0
    opened.push({ ...part, bytes, hasMargin: file?.isOurs ?? false })
  }
  return { opened, isComplete }
}

const nothing = new Uint8Array()
