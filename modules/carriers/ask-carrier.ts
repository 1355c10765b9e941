import { carrierOf } from '@dacsan/carriers'
import type { Call, CarrierName, CarrierRefusal, Credentials, ReadLabel, Step } from '@dacsan/carriers'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { askOutside } from '@dacsan/platform/ask-outside'
import { hostOf } from '@dacsan/platform/post-outside'
import type { CarrierSaysNo } from './rules/refusals.ts'

/** Where carriers are asked: at their own addresses, or all at one for trials (CARRIERS_URL). */
export type CarrierLines = { carriersUrl: string | undefined }
/** `silent`: no whole answer came; what was asked may have been done. */
export type Unanswered = CarrierRefusal | { code: 'silent' }
export type Answered<T> = Outcome<T, Unanswered>

const patience = 15_000
/** A label is a page with pictures at most. */
const mostBytes = 5_000_000
const stepsToLabel = 3

const addressOf = (name: CarrierName, { host, path }: Call, { carriersUrl }: CarrierLines) =>
  (carriersUrl ?? carrierOf(name).hosts[host]) + path

async function send<T>(name: CarrierName, call: Call, read: Step<never, T>['read'], lines: CarrierLines): Promise<Answered<T>> {
  const { method, headers, body } = call
  // Whoever runs the machine named this one address; a carrier's own name may lead to nobody beside it.
  const isAllowed = (host: string) => lines.carriersUrl !== undefined && host === hostOf(lines.carriersUrl)
  try {
    return read(await askOutside(addressOf(name, call, lines), { method, headers, body, patience, mostBytes, isAllowed }))
  } catch {
    return refuse('silent')
  }
}

/** The credentials with a token of this hour, where the carrier signs in. */
export async function signIn(name: CarrierName, credentials: Credentials, lines: CarrierLines): Promise<Answered<Credentials>> {
  const step = carrierOf(name).signIn
  if (step === null) return done(credentials)
  const read = await send(name, step.write(credentials, null), step.read, lines)
  return read.ok ? done({ ...credentials, ...read.value }) : read
}

export async function askCarrier<A, R>(
  name: CarrierName,
  credentials: Credentials,
  step: Step<A, R>,
  asked: A,
  lines: CarrierLines,
): Promise<Answered<R>> {
  const session = await signIn(name, credentials, lines)
  return session.ok ? send(name, step.write(session.value, asked), step.read, lines) : session
}

/** The label as a file: some carriers give a token first, and the page by it. */
export async function fetchLabel(
  name: CarrierName,
  credentials: Credentials,
  carrierCode: string,
  lines: CarrierLines,
): Promise<Answered<Extract<ReadLabel, { file: unknown }>['file']>> {
  const { label } = carrierOf(name)
  let read = await askCarrier(name, credentials, label, { carrierCode }, lines)
  for (let step = 1; read.ok && 'next' in read.value && step < stepsToLabel; step++)
    read = await send(name, read.value.next, label.read, lines)
  if (!read.ok) return read
  return 'file' in read.value ? done(read.value.file) : refuse('unreadable')
}

const tokenRefused = 'token'
/** For the seller: no, in the carrier's words, or no answer. */
export function saysNo(refusal: Unanswered): { ok: false; refusal: CarrierSaysNo } {
  switch (refusal.code) {
    case 'refused':
      return refuse('carrier-refuses', { says: refusal.says })
    case 'token-refused':
      return refuse('carrier-refuses', { says: tokenRefused })
    case 'not-found':
    case 'exists':
      return refuse('carrier-refuses', { says: refusal.code })
    default:
      return refuse('carrier-silent')
  }
}
