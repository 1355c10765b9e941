import { deserialize } from '$app/forms'
import type { ActionResult } from '$app/forms'
import type { Sent } from './typed-store.ts'

/** What the server made of a form; or that it did not arrive, as far as anybody can know. */
export type Answer = { arrived: true; result: ActionResult } | { arrived: false; busy: boolean }

/** What stands between us and the server, and the server that comes up again, answer with these. */
const passing = new Set([502, 503, 504])

/** Sends a form once. Its key says that it is the same form when it is sent again: what arrived before is not done twice. */
export async function sendForm(
  { action, encoding, content, key }: Pick<Sent, 'action' | 'encoding' | 'content' | 'key'>,
  signal?: AbortSignal,
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of content) form.append(name, value)
  const multipart = encoding === 'multipart/form-data'
  try {
    const response = await fetch(action, {
      method: 'POST',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'x-sveltekit-action': 'true',
        'x-dacsan-form': key,
        ...(!multipart && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: multipart ? form : new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
      ...(signal && { signal }),
    })
    const text = await response.text()
    if (passing.has(response.status)) return { arrived: false, busy: true }
    return { arrived: true, result: resultOf(response, text) }
  } catch (error) {
    if (signal?.aborted) throw error
    return { arrived: false, busy: false }
  }
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
