import { addPiece, dropUploads, isUploadId, uploadState } from '@dacsan/modules/identity'
import { currentRuntime } from '@dacsan/modules/runtime'
import { roomLeft } from '@dacsan/platform/files'
import type { RequestHandler } from './$types'
import { mayWorkAt } from '#lib/may-work-at.ts'
import { takesFilesAt } from '#lib/paths.ts'

// Files come here in pieces and go on from where they broke off: the way of tus (tus.io, 1.0), with what is ours alone. A form takes them by their ids.

/** Below this (bytes) the disk is for the database. */
const leastRoom = 512 * 1024 * 1024

const at = (received: number, size?: number) => ({
  'upload-offset': String(received),
  ...(size !== undefined && { 'upload-length': String(size) }),
})
const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers })

const numberIn = (headers: Headers, name: string): number => {
  const text = headers.get(name) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

export const HEAD: RequestHandler = async ({ locals: { ctx }, params }) => {
  const state = isUploadId(params.upload) ? await uploadState(ctx, params.upload) : null
  return state ? answer(200, at(state.received, state.size)) : answer(404)
}

export const PATCH: RequestHandler = async ({ request, locals: { ctx }, params }) => {
  // No form of a page of somebody else's can send this type.
  if (request.headers.get('content-type') !== 'application/offset+octet-stream') return answer(415)
  const page = request.headers.get('x-dacsan-page')
  if (page === null || !takesFilesAt(page) || !mayWorkAt(ctx.actor, page)) return answer(403)
  const [start, size] = [numberIn(request.headers, 'upload-offset'), numberIn(request.headers, 'upload-length')]
  if (Number.isNaN(start) || Number.isNaN(size)) return answer(400)
  const room = start === 0 ? await roomLeft(currentRuntime().config.dataDir) : null
  if (room !== null && room < leastRoom) return answer(503)
  const taken = await addPiece(ctx, { id: params.upload, size, start }, Buffer.from(await request.arrayBuffer()))
  if (taken.ok) return answer(204, at(taken.value.received))
  switch (taken.refusal.code) {
    case 'piece-elsewhere':
      return answer(409, at(taken.refusal.received))
    case 'upload-too-large':
      return answer(413)
    case 'too-many-uploads':
      return answer(429, { 'retry-after': String(taken.refusal.minutes * 60) })
    case 'piece-refused':
      return answer(400)
  }
}

export const DELETE: RequestHandler = async ({ locals: { ctx }, params }) => {
  await dropUploads(ctx, [params.upload])
  return answer(204)
}
