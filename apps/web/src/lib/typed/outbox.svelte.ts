import type { ActionResult } from '$app/forms'
import { refreshAll } from '$app/navigation'
import { sendForm } from './send-form.ts'
import type { Answer } from './send-form.ts'
import { dropSent, readSent, writeSent } from './typed-store.ts'
import type { Sent } from './typed-store.ts'

/** How long is waited between two tries (ms), unless the signal comes back before. */
const [first, longest] = [2_000, 30_000]

/** What the page may say of a form that is on its way. `kept`: it is on the device, and outlives the page. */
export type Waiting = Pick<Sent, 'id' | 'path' | 'title' | 'at' | 'refused'> & { busy: boolean; kept: boolean }

const said = $state<{ waiting: Waiting[]; gone: number }>({ waiting: [], gone: 0 })
/** What this device has not delivered yet, and how many left from elsewhere than their page since this one opened. */
export const outbox: Readonly<typeof said> = said

let person = ''
/** Forms that stand on the open page wait for their own answer. */
const standing = new Map<string, AbortController>()
const bell = new EventTarget()

const show = ({ id, path, title, at, refused }: Sent, busy: boolean, kept: boolean) => {
  const now = { id, path, title, at, refused, busy, kept }
  const place = said.waiting.findIndex((one) => one.id === id)
  if (place < 0) said.waiting.push(now)
  else said.waiting[place] = now
}
const hide = (id: string) => {
  said.waiting = said.waiting.filter((one) => one.id !== id)
}

/** Tries everything that waits now. */
export const sendNow = () => bell.dispatchEvent(new Event('ring'))

/** Takes a form out of the queue for good; its page keeps what was typed. */
export async function giveUp(id: string): Promise<void> {
  standing.get(id)?.abort()
  hide(id)
  await dropSent(person, id)
}

/** Everything that waits, as text to keep elsewhere. Files are named, not contained. */
export async function asFile(): Promise<Blob> {
  const lines = (await readSent(person)).map(({ title, path, at, content }) => ({
    title,
    path,
    at: new Date(at).toISOString(),
    fields: content.map(([name, value]) => [name, typeof value === 'string' ? value : `(${value.name})`]),
  }))
  return new Blob([JSON.stringify(lines, null, 2)], { type: 'application/json' })
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      bell.removeEventListener('ring', over)
      signal?.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    window.addEventListener('online', over)
    bell.addEventListener('ring', over)
    signal?.addEventListener('abort', over)
  })
}

/**
 * Sends the form of the open page until there is an answer, and keeps it on the device from the first try that failed: a page that is closed meanwhile
 * loses nothing. A form that holds a secret is not kept. Null where it was sent anew, or given up.
 */
export async function deliver(sent: Sent, { keep }: { keep: boolean }): Promise<ActionResult | null> {
  standing.get(sent.id)?.abort()
  const controller = new AbortController()
  const { signal } = controller
  standing.set(sent.id, controller)
  try {
    for (let wait = first; ; wait = Math.min(wait * 2, longest)) {
      const answer: Answer = await sendForm(sent, signal)
      if (answer.arrived) {
        hide(sent.id)
        await dropSent(person, sent.id)
        return answer.result
      }
      show(sent, answer.busy, keep && (await writeSent(person, sent)))
      await pause(wait, signal)
      if (signal.aborted) return null
    }
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    if (standing.get(sent.id) === controller) standing.delete(sent.id)
  }
}

/** The page of a form was left: what waits goes on by itself. */
export const leave = (id: string) => {
  standing.get(id)?.abort()
  standing.delete(id)
}

/** Whether a form came to where it leads: a way to the sign-in, or to the password, did not. */
export const isDone = (result: ActionResult, leadsBack: (location: string) => boolean): boolean =>
  result.type === 'success' || (result.type === 'redirect' && !leadsBack(result.location))

/** Goes on sending what was left by other pages, and by this device before, until it is stopped. */
export function keepSending(who: string, leadsBack: (location: string) => boolean, refusal: (result: ActionResult) => string): () => void {
  person = who
  const controller = new AbortController()
  const { signal } = controller
  const goOn = async () => {
    for (const sent of await readSent(person)) show(sent, false, true)
    for (let wait = first; !signal.aborted;) {
      let failed = false
      for (const sent of (await readSent(person)).filter(({ id, refused }) => refused === null && !standing.has(id))) {
        const answer = await sendForm(sent).catch((): Answer => ({ arrived: false, busy: true }))
        if (signal.aborted) return
        if (!answer.arrived) {
          failed = true
          break // in their order
        }
        if (isDone(answer.result, leadsBack)) {
          hide(sent.id)
          await dropSent(person, sent.id)
          said.gone++
          await refreshAll()
        } else {
          const refused = { ...sent, refused: refusal(answer.result) }
          show(refused, false, await writeSent(person, refused))
        }
      }
      wait = failed ? Math.min(wait * 2, longest) : first
      await pause(failed ? wait : longest, signal)
    }
  }
  void goOn()
  return () => controller.abort()
}
