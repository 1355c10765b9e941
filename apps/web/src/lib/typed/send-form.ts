import { deserialize } from '$app/forms'
import type { ActionResult } from '$app/forms'
import { sendPieces } from './send-pieces.ts'
import { filesOf } from './typed-store.ts'
import type { Sent } from './typed-store.ts'

/**
 * What the server made of a form; or that it did not arrive, as far as anybody can know; or the names of its files that the device cannot read any more,
 * or that the server does not take.
 */
export type Answer = { arrived: true; result: ActionResult } | { arrived: false; busy: boolean } | { arrived: false; unsent: string[] }

/** What stands between us and the server, and the server that comes up again, answer with these. */
const passing = new Set([429, 502, 503, 504])
/** Without an answer after this (ms), nobody will give one; a server that makes one paper of a dozen photos takes a minute. */
const patience = 150_000
/** Files that are larger together go in pieces (bytes); smaller ones are gone before a line breaks. */
const inOneGo = 96 * 1024

export type Progress = (file: File, sent: number) => void

/** Whether the files of a form go in pieces. */
export const goesInPieces = (files: readonly File[]): boolean => files.reduce((sum, { size }) => sum + size, 0) > inOneGo

/** Sends a form once. Its key says that it is the same form when it is sent again: what arrived before is not done twice. */
export async function sendForm(sent: Sent, { signal, progress }: { signal?: AbortSignal; progress?: Progress } = {}): Promise<Answer> {
  const { action, encoding, content, key } = sent
  const multipart = encoding === 'multipart/form-data'
  const uploads = (multipart && sent.uploads) || {}
  for (let tries = 0; ; tries++) {
    const refused = Object.keys(uploads).length > 0 ? [] : await unreadable(sent)
    for (const [place, id] of Object.entries(uploads)) {
      const file = content[Number(place)]?.[1]
      if (!(file instanceof File)) continue
      const page = new URL(action, location.href).pathname
      const came = await sendPieces(file, { id, page, signal, progress: (bytes) => progress?.(file, bytes) })
      if (came === 'away' || came === 'busy') return { arrived: false, busy: came === 'busy' }
      // The form itself is led to the sign-in.
      if (came === 'sign-in') break
      if (came !== 'whole') refused.push(file.name)
    }
    if (refused.length > 0) return { arrived: false, unsent: refused }
    const form = new FormData()
    for (const [place, [name, value]] of content.entries()) {
      const id = uploads[place]
      form.append(name, id !== undefined && value instanceof File ? `upload:${id}:${value.name}` : value)
    }
    const ids = Object.values(uploads)
    const controller = new AbortController()
    const end = () => controller.abort()
    const timer = setTimeout(end, patience)
    signal?.addEventListener('abort', end)
    try {
      const response = await fetch(action, {
        method: 'POST',
        cache: 'no-store',
        headers: {
          accept: 'application/json',
          'x-sveltekit-action': 'true',
          'x-dacsan-form': key,
          ...(ids.length > 0 && { 'x-dacsan-uploads': ids.join(',') }),
          ...(!multipart && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        body: multipart ? form : new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
        signal: controller.signal,
      })
      const text = await response.text()
      if (passing.has(response.status)) return { arrived: false, busy: true }
      const missing = response.headers.get('x-dacsan-missing')?.split(',')
      if (!missing) return { arrived: true, result: resultOf(response, text) }
      // Their time had passed, or the database lost them: once more from the beginning.
      if (tries > 0) return { arrived: false, unsent: namesOf(sent, missing) }
    } catch (error) {
      if (signal?.aborted) throw error
      return { arrived: false, busy: false }
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
    }
  }
}

/** Files that the device has lost: a request with them would fail as if there were no signal, for ever. */
async function unreadable(sent: Sent): Promise<string[]> {
  const names: string[] = []
  for (const file of filesOf(sent))
    await file
      .slice(0, 1)
      .arrayBuffer()
      .catch(() => names.push(file.name))
  return names
}

function namesOf({ content, uploads = {} }: Sent, ids: readonly string[]): string[] {
  return Object.entries(uploads).flatMap(([place, id]) => {
    const file = content[Number(place)]?.[1]
    return ids.includes(id) && file instanceof File ? [file.name] : []
  })
}

function resultOf(response: Response, text: string): ActionResult {
  const result = read(text)
  if (result) return result.type === 'failure' ? { ...result, status: response.status } : result
  // Refused at the door: it would be refused again.
  if (!response.ok) return { type: 'error', status: response.status, error: { status: response.status, message: response.statusText } }
  // Something in between led to a page of its own, such as the sign-in of a network.
  throw new TypeError('no answer of ours')
}

function read(text: string): ActionResult | null {
  try {
    const result = deserialize(text)
    return ['success', 'failure', 'redirect', 'error'].includes(result.type) ? result : null
  } catch {
    return null
  }
}
