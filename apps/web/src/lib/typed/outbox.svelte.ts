import type { ActionResult } from '$app/forms'
import { refreshAll } from '$app/navigation'
import { isTyping } from './keep-typed.svelte.ts'
import { dropPieces } from './send-pieces.ts'
import { goesInPieces, sendForm } from './send-form.ts'
import type { Answer } from './send-form.ts'
import {
  dropChosen,
  dropSent,
  dropTyped,
  filesOf,
  forgetLost,
  isStillSent,
  lostSent,
  readChosen,
  readSent,
  readTyped,
  writeSent,
} from './typed-store.ts'
import type { Noted, Sent } from './typed-store.ts'

/** How long is waited between two tries (ms), unless the signal comes back before. */
const [first, longest] = [2_000, 30_000]
/** Until somebody has signed in again, nothing goes (ms). */
const untilSignedIn = 300_000
/** A form that is gone sooner (ms) is not shown as waiting. */
const soon = 700

export type WaitingFile = { name: string; size: number; sent: number }
/** Why a form waits; `sending`: it is under way. */
export type Why = 'sending' | 'signal' | 'busy' | 'sign-in' | 'order'
/** What the page may say of a form that is on its way. `kept`: it is on the device, and outlives the page. `open`: its page is this one. */
export type Waiting = Pick<Sent, 'id' | 'path' | 'title' | 'at' | 'refused'> & {
  why: Why
  kept: boolean
  open: boolean
  files: WaitingFile[]
}

const said = $state<{ waiting: Waiting[]; gone: number; lost: Noted[]; read: boolean }>({ waiting: [], gone: 0, lost: [], read: false })
/**
 * What this device has not delivered yet, how many left from elsewhere than their page since this one opened, and what the browser has cleared. `read`: the
 * device has answered.
 */
export const outbox: Readonly<typeof said> = said

let person = ''
let sayUnsent: (names: readonly string[]) => string = (names) => names.join(', ')
let leadsBack: (location: string) => boolean = () => false

type Standing = { controller: AbortController; next: () => void }
/** Forms that stand on the open page wait for their own answer. */
const standing = new Map<string, Standing>()
const bell = new EventTarget()

const show = (sent: Sent, why: Why, kept: boolean) => {
  const { id, path, title, at, refused } = sent
  const place = said.waiting.findIndex((one) => one.id === id)
  const before = said.waiting[place]
  const files = before?.files ?? filesOf(sent).map(({ name, size }) => ({ name, size, sent: 0 }))
  const now = { id, path, title, at, refused, why, kept, open: standing.has(id), files }
  if (place < 0) said.waiting = [...said.waiting, now].toSorted((one, other) => one.at - other.at)
  else said.waiting[place] = now
}
const hide = (id: string) => {
  said.waiting = said.waiting.filter((one) => one.id !== id)
}

/** Tries everything that waits now. */
export const sendNow = () => bell.dispatchEvent(new Event('ring'))

/** What somebody took out in this window: whoever is sending has read the queue before that, and must not send it or put it back. */
const givenUp = new Set<string>()

/** Takes a form out of the queue for good; its page keeps what was typed. */
export async function giveUp(id: string): Promise<void> {
  givenUp.add(id)
  standing.get(id)?.controller.abort()
  hide(id)
  const sent = (await readSent(person)).find((one) => one.id === id)
  if (sent?.uploads && navigator.onLine) dropPieces(Object.values(sent.uploads))
  await dropSent(person, id)
}

/** Sends one again that was refused. */
export async function sendAgain(id: string): Promise<void> {
  const sent = (await readSent(person)).find((one) => one.id === id)
  if (sent) await keep({ ...sent, refused: null })
  sendNow()
}

/** Puts forms into the queue that were saved to a file. Answers how many were not there yet. */
export async function takeIn(forms: readonly Sent[]): Promise<number> {
  const here = new Set((await readSent(person)).map(({ id }) => id))
  let taken = 0
  for (const sent of forms) {
    if (here.has(sent.id)) continue
    givenUp.delete(sent.id)
    if (await keep(sent)) taken++
  }
  sendNow()
  return taken
}

async function keep(sent: Sent): Promise<boolean> {
  if (givenUp.has(sent.id)) return false
  const kept = await writeSent(person, sent)
  show(sent, sent.refused === null ? 'order' : 'signal', kept)
  return kept
}

/** Whole, from the device. */
export const waitingForms = (): Promise<Sent[]> => readSent(person)

export function forgetGone(): void {
  forgetLost(
    person,
    said.lost.map(({ id }) => id),
  )
  said.lost = []
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

/** One form of this device at a time, whichever of its windows sends it: two would send the same file twice, and in another order. */
async function inTurn<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return navigator.locks ? navigator.locks.request(`dacsan-outbox ${person}`, { signal }, work) : work()
}

/** Held while a form stands on an open page, whose own answer it waits for; the browser gives it back when that page ends. */
const standingLock = (id: string) => `dacsan-form ${person} ${id}`

async function standsElsewhere(id: string): Promise<boolean> {
  const held = (await navigator.locks?.query())?.held ?? []
  return held.some(({ name }) => name === standingLock(id))
}

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** With ids for its files, where they go in pieces; they are on the device before the first piece goes. */
export function withUploads(sent: Sent): Sent {
  if (sent.uploads || sent.encoding !== 'multipart/form-data' || !goesInPieces(filesOf(sent))) return sent
  const uploads = Object.fromEntries(
    sent.content.flatMap(([, value], place) => (value instanceof File && value.size > 0 ? [[place, newId()] as const] : [])),
  )
  return { ...sent, uploads }
}

async function send(sent: Sent, kept: boolean, signal?: AbortSignal): Promise<Answer> {
  const files = filesOf(sent)
  if (sent.uploads) show(sent, 'sending', kept)
  return sendForm(sent, {
    ...(signal && { signal }),
    progress: (file, bytes) => {
      const shown = said.waiting.find(({ id }) => id === sent.id)?.files[files.indexOf(file)]
      if (shown) shown.sent = bytes
    },
  })
}

const whyNot = (answer: Answer): Why => ('busy' in answer && answer.busy ? 'busy' : 'signal')

/** Sends what was sent before, in its order. False where one of it does not arrive. */
async function sendEarlier(than: Sent | null, signal: AbortSignal, isOpen: (id: string) => boolean): Promise<boolean> {
  for (const known of await readSent(person)) {
    if (signal.aborted) return false
    if (known.refused !== null || known.id === than?.id || (than && known.at >= than.at) || isOpen(known.id)) continue
    if (await standsElsewhere(known.id)) {
      if (than) return false
      continue
    }
    // The queue was read before the last one went: this may be given up since, here or in another window.
    if (givenUp.has(known.id) || !(await isStillSent(person, known.id))) continue
    const sent = withUploads(known)
    if (sent !== known) await writeSent(person, sent)
    const answer = await send(sent, true).catch((): Answer => ({ arrived: false, busy: true }))
    if (signal.aborted) return false
    if (!(await settle(sent, answer))) return false
  }
  return true
}

/** What became of a form that is not on the open page. True where the next one may go. */
async function settle(sent: Sent, answer: Answer): Promise<boolean> {
  if ('unsent' in answer) {
    await keep({ ...sent, refused: sayUnsent(answer.unsent) })
    return true
  }
  if (!answer.arrived) {
    if (givenUp.has(sent.id)) return true
    show(sent, whyNot(answer), true)
    return false
  }
  const { result } = answer
  if (isDone(result, leadsBack)) {
    await forgetTyped(sent)
    hide(sent.id)
    await dropSent(person, sent.id)
    said.gone++
    return true
  }
  if (result.type === 'redirect') {
    show(sent, 'sign-in', true)
    return false
  }
  await keep({ ...sent, refused: sayRefusal(result) })
  return true
}

/** What is left of it in its form, where the browser was ended before it was taken out there. */
async function forgetTyped({ form, at }: Sent): Promise<void> {
  if (form === undefined) return
  const [typed, chosen] = await Promise.all([readTyped(form), readChosen(form)])
  if (typed && typed.at <= at) await dropTyped(form)
  if (chosen && chosen.at <= at) await dropChosen(form)
}

let sayRefusal: (result: ActionResult) => string = () => ''

/** `owned`: the form goes from here later; its page need not keep it. */
type Delivered = { result: ActionResult; owned: boolean }

/**
 * Sends the form of the open page until there is an answer. It is kept on the device before it goes: a browser that is ended at any moment, or a page that is
 * closed, loses nothing. A form that holds a secret is not kept. Null where it was sent anew, or given up. What was sent before goes before it.
 */
export async function deliver(
  given: Sent,
  { secret, owned, next }: { secret: boolean; owned: () => Promise<void>; next: () => void },
): Promise<Delivered | null> {
  standing.get(given.id)?.controller.abort()
  const sent = withUploads(given)
  const controller = new AbortController()
  standing.set(sent.id, { controller, next })
  const work = () => deliverHere(sent, controller, { secret, owned })
  return navigator.locks ? navigator.locks.request(standingLock(sent.id), work) : work()
}

async function deliverHere(
  sent: Sent,
  controller: AbortController,
  { secret, owned }: { secret: boolean; owned: () => Promise<void> },
): Promise<Delivered | null> {
  const { signal } = controller
  let kept = !secret && (await writeSent(person, sent))
  if (kept) await owned()
  const timer = setTimeout(() => show(sent, 'sending', kept), soon)
  try {
    for (let wait = first; ; wait = Math.min(wait * 2, longest)) {
      const turn = async (): Promise<Answer | null> =>
        (await sendEarlier(sent, signal, (id) => id === sent.id)) ? send(sent, kept, signal) : null
      const answer = secret ? await send(sent, false, signal) : await inTurn(turn, signal)
      clearTimeout(timer)
      if (signal.aborted) return null
      if (answer && 'unsent' in answer) {
        await keep({ ...sent, refused: sayUnsent(answer.unsent) })
        return null
      }
      if (answer?.arrived) {
        const { result } = answer
        // Files do not go round by the sign-in: the form goes from here once its person is known again.
        if (result.type === 'redirect' && leadsBack(result.location) && kept && filesOf(sent).length > 0) return { result, owned: true }
        hide(sent.id)
        await dropSent(person, sent.id)
        return { result, owned: false }
      }
      kept ||= !secret && (await writeSent(person, sent))
      show(sent, answer ? whyNot(answer) : 'order', kept)
      await pause(wait, signal)
      if (signal.aborted) return null
    }
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    clearTimeout(timer)
    if (standing.get(sent.id)?.controller === controller) standing.delete(sent.id)
  }
}

/** The page of a form was left: what waits goes on by itself. */
export function leave(id: string): void {
  const left = standing.get(id)
  if (!left) return
  left.controller.abort()
  standing.delete(id)
  const shown = said.waiting.find((one) => one.id === id)
  if (shown) shown.open = false
  sendNow()
}

/** Leaves a form of the open page to the queue, and its page free for the next. */
export function goOn(id: string): void {
  const { next } = standing.get(id) ?? {}
  leave(id)
  next?.()
}

/** Whether a form came to where it leads: a way to the sign-in, or to the password, did not. */
export const isDone = (result: ActionResult, back: (location: string) => boolean): boolean =>
  result.type === 'success' || (result.type === 'redirect' && !back(result.location))

/**
 * Shows on the open page what has arrived from elsewhere. Nobody asked for it: where the line breaks again, the page stays as it is, and does not become that
 * of an error.
 */
async function refresh(): Promise<void> {
  // A form that is being filled in is one of what its page showed when it was opened: who changed it meanwhile is told when it is sent.
  if (isTyping()) return
  const seen = await fetch(location.href, { method: 'HEAD', cache: 'no-store', redirect: 'manual' }).catch(() => null)
  if (seen?.ok) await refreshAll()
}

/** Goes on sending what was left by other pages, and by this device before, until it is stopped. */
export function keepSending(
  who: string,
  say: {
    leadsBack: (location: string) => boolean
    refusal: (result: ActionResult) => string
    unsent: (names: readonly string[]) => string
  },
): () => void {
  person = who
  leadsBack = say.leadsBack
  sayRefusal = say.refusal
  sayUnsent = say.unsent
  const controller = new AbortController()
  const { signal } = controller
  const goOnSending = async () => {
    said.lost = await lostSent(person)
    for (const sent of await readSent(person)) if (!standing.has(sent.id)) show(sent, sent.refused === null ? 'order' : 'signal', true)
    said.read = true
    for (let wait = first; !signal.aborted;) {
      const before = said.gone
      const all = await inTurn(() => sendEarlier(null, signal, (id) => standing.has(id)), signal).catch(() => false)
      if (signal.aborted) return
      if (said.gone > before) await refresh()
      wait = all ? first : Math.min(wait * 2, longest)
      await pause(said.waiting.some(({ why }) => why === 'sign-in') ? untilSignedIn : all ? longest : wait, signal)
    }
  }
  void goOnSending()
  return () => controller.abort()
}
