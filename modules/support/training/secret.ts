import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { TrainingSessionId } from './rules/ids.ts'

const same = (own: string, given: string): boolean => {
  const [one, other] = [Buffer.from(own), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What opens a place to whoever has it: made of the key of its form, which nobody else has seen. */
export const secretOfPlace = ({ requestKey }: { requestKey: string }): string =>
  createHash('sha256').update(`training place ${requestKey}`).digest('base64url').slice(0, 24)
export const isSecretOfPlace = (place: { requestKey: string }, given: string): boolean => same(secretOfPlace(place), given)

type Signed = { id: TrainingSessionId; secret: string; beginsAt: Date; endsAt: Date }

/** The code of a session: signed over its hours, so that one of another session or of other hours opens nothing. */
export const codeOfSession = ({ id, secret, beginsAt, endsAt }: Signed): string =>
  createHmac('sha256', secret).update(`${id} ${beginsAt.toISOString()} ${endsAt.toISOString()}`).digest('base64url').slice(0, 24)
export const isCodeOfSession = (session: Signed, given: string): boolean => same(codeOfSession(session), given)
