import { Forbidden, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { consume } from '@dacsan/platform/rate-limit'
import type { Ctx } from '../context.ts'
import type { UserId } from './ids.ts'
import { limits } from './limits.ts'
import {
  deleteUploads,
  insertPiece,
  insertUpload,
  lockUpload,
  selectPieces,
  selectUpload,
  selectUploadsOf,
  selectWhole,
} from './upload.store.ts'

/** The largest file that any form takes; what kind it is, and whether it is too large for that, is judged when it is whole. */
const mostOfFile = 20 * 1024 * 1024
/** In bytes, one piece. */
const mostOfPiece = 256 * 1024
/** In bytes, what one person may have here at once: three forms filled to their end. Beyond it the oldest goes, which its device has still. */
const mostOfPerson = 120 * 1024 * 1024
/** So long nobody goes on with an upload, or takes one that is whole, until it is deleted (days). The device begins anew; no rule asks for it. */
export const uploadDays = 3

export type PieceRefusal =
  /** The piece does not follow on what is here. */
  | { code: 'piece-elsewhere'; received: number }
  | { code: 'upload-too-large'; limit: number }
  | { code: 'piece-refused' }
  | { code: 'too-many-uploads'; minutes: number }

export type UploadState = { size: number; received: number }

/** An id that a device made. */
export const isUploadId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id)

function personOf({ actor }: Pick<Ctx, 'actor'>): UserId {
  if (actor.kind !== 'person') throw new Forbidden('sign-in')
  return actor.userId
}

/** How far an upload of one's own has come; null where there is none. */
export async function uploadState(ctx: Ctx, id: string): Promise<UploadState | null> {
  return (await selectUpload(ctx.db, { userId: personOf(ctx), id })) ?? null
}

/** Takes the next piece of a file. The first one begins it; one that came before, or comes too early, is told where to go on. */
export async function addPiece(
  ctx: Ctx,
  { id, size, start }: { id: string; size: number; start: number },
  bytes: Buffer,
): Promise<Outcome<UploadState, PieceRefusal>> {
  const named = { userId: personOf(ctx), id }
  if (!isUploadId(id) || !Number.isSafeInteger(size) || size <= 0) return refuse('piece-refused')
  if (bytes.length === 0 || bytes.length > mostOfPiece) return refuse('piece-refused')
  if (size > mostOfFile) return refuse('upload-too-large', { limit: mostOfFile })
  const before = await selectUpload(ctx.db, named)
  if (!before) {
    if (start !== 0) return refuse('piece-elsewhere', { received: 0 })
    const minutes = await consume(ctx.db, ctx.now, { limit: limits.uploads, subject: named.userId })
    if (minutes > 0) return refuse('too-many-uploads', { minutes })
  }
  return inTransaction(ctx, async (tx) => {
    if (!before) await insertUpload(tx, named, size, ctx.now)
    const upload = await lockUpload(tx, named)
    if (!upload) return refuse('piece-elsewhere', { received: 0 })
    if (upload.received !== start || upload.size !== size) return refuse('piece-elsewhere', { received: upload.received })
    if (start + bytes.length > size) return refuse('piece-refused')
    await insertPiece(tx, named, start, bytes, ctx.now)
    if (!before) await makeRoom(tx, named)
    return done({ size, received: start + bytes.length })
  })
}

async function makeRoom(tx: Parameters<typeof deleteUploads>[0], { userId, id }: { userId: UserId; id: string }): Promise<void> {
  let sum = 0
  const tooMany = (await selectUploadsOf(tx, userId)).filter((upload) => (sum += upload.size) > mostOfPerson && upload.id !== id)
  await deleteUploads(
    tx,
    userId,
    tooMany.map((upload) => upload.id),
  )
}

/** The files that a form names, or the ids of those that are not here as a whole. They stay until {@link dropUploads}. */
export async function wholeUploads(
  ctx: Ctx,
  ids: readonly string[],
  most: number,
): Promise<{ files: Map<string, Buffer<ArrayBuffer>> } | { missing: string[] }> {
  const userId = personOf(ctx)
  const whole = ids.length === 0 ? [] : await selectWhole(ctx.db, userId, ids)
  const missing = ids.filter((id) => !whole.some((upload) => upload.id === id))
  // More than a form may bring in one go is not there for a form.
  if (missing.length > 0 || whole.reduce((sum, { size }) => sum + size, 0) > most)
    return { missing: missing.length > 0 ? missing : [...ids] }
  const files = new Map<string, Buffer<ArrayBuffer>>()
  for (const { id, size } of whole) {
    const bytes = Buffer.concat((await selectPieces(ctx.db, { userId, id })).map((piece) => piece.bytes))
    if (bytes.length !== size) return { missing: [id] }
    files.set(id, bytes)
  }
  return { files }
}

/** A form has taken these, or its person gave them up. */
export async function dropUploads(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await inTransaction(ctx, (tx) => deleteUploads(tx, personOf(ctx), ids))
}
