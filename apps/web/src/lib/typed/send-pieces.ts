import { paths } from '#lib/paths.ts'

/** What breaks on a thin line costs one of these; more requests would cost more than they save. The server takes no larger one. */
const largest = 256 * 1024
const smallest = 16 * 1024
/** A piece that has no answer after this (ms) is sent again, smaller. */
const patience = 60_000

/** As large as the line bore lately. */
let pieceSize = largest

/** `whole`: all of the file is there. `away`: no answer. `unreadable`: the device has lost the file. */
export type PiecesSent = 'whole' | 'away' | 'busy' | 'sign-in' | 'unreadable' | 'refused'

const offsetIn = ({ headers }: Response) => Number(headers.get('upload-offset') ?? 0)

/**
 * Sends a file in pieces, from where the server has it. `page`: the page whose form takes it. Broken off, it answers, and goes on when it is called again:
 * in this page, in another one, or after the browser was ended.
 */
export async function sendPieces(
  file: File,
  { id, page, signal, progress }: { id: string; page: string; signal?: AbortSignal | undefined; progress: (sent: number) => void },
): Promise<PiecesSent> {
  const address = paths.uploadPiece(id)
  const known = await ask(address, { method: 'HEAD' }, signal)
  if (!known) return 'away'
  if (known.type === 'opaqueredirect') return 'sign-in'
  if (known.status >= 500) return 'busy'
  let start = known.ok ? offsetIn(known) : 0
  let astray = 0
  progress(start)
  while (start < file.size) {
    const body = await bytesOf(file.slice(start, start + pieceSize))
    if (!body) return 'unreadable'
    const answer = await ask(
      address,
      {
        method: 'PATCH',
        headers: {
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(start),
          'upload-length': String(file.size),
          'x-dacsan-page': page,
        },
        body,
      },
      signal,
    )
    if (!answer) {
      pieceSize = Math.max(smallest, pieceSize / 2)
      return 'away'
    }
    if (answer.type === 'opaqueredirect') return 'sign-in'
    if (answer.status === 409 && ++astray < 5) start = offsetIn(answer)
    else if (answer.ok) {
      start = offsetIn(answer)
      pieceSize = Math.min(largest, pieceSize * 2)
    } else return answer.status >= 500 || [409, 429].includes(answer.status) ? 'busy' : 'refused'
    progress(start)
  }
  return 'whole'
}

/** Null where nothing answered. */
async function ask(address: string, init: RequestInit, signal?: AbortSignal): Promise<Response | null> {
  const controller = new AbortController()
  const end = () => controller.abort()
  const timer = setTimeout(end, patience)
  signal?.addEventListener('abort', end)
  try {
    return await fetch(address, { ...init, cache: 'no-store', redirect: 'manual', signal: controller.signal })
  } catch (error) {
    if (signal?.aborted) throw error
    return null
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

async function bytesOf(piece: Blob): Promise<ArrayBuffer | null> {
  try {
    return await piece.arrayBuffer()
  } catch {
    return null
  }
}

/** Takes away what a form that is given up has sent so far; the server does it by itself in days. */
export function dropPieces(ids: Iterable<string>): void {
  for (const id of ids) void fetch(paths.uploadPiece(id), { method: 'DELETE' }).catch(() => {})
}
