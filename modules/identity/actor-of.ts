import type { Kysely } from 'kysely'
import { dateInVietnam } from '@dacsan/vietnam'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from './actor.ts'
import type { Actor } from './actor.ts'
import type { Auth } from './auth.ts'
import { selectSessionPerson } from './people.store.ts'

export type Session = {
  actor: Actor
  /** The session of the person, for the list of devices. */
  sessionId: string | null
  twoFactorEnabled: boolean
  /** When the person last typed the password in this session; null where a provider opened it and nobody has yet. */
  confirmedAt: Date | null
  /** `Set-Cookie` lines that the answer must carry: the session was prolonged, or has ended. */
  cookies: string[]
}

const nobody: Session = { actor: visitor, sessionId: null, twoFactorEnabled: false, confirmedAt: null, cookies: [] }

/**
 * Who asks. The signed cookie is checked without the database; the person, the session and the roles of today are then read in one question,
 * so that an ended session or role is refused at the very next request.
 */
export async function actorOf(auth: Auth, headers: Headers, db: Kysely<Tables>, now: Date = new Date()): Promise<Session> {
  if (!headers.get('cookie')?.includes('dacsan.session_token=')) return nobody
  const { response, headers: answer } = await auth.engine.api.getSession({ headers, returnHeaders: true })
  const cookies = answer.getSetCookie()
  if (!response) return { ...nobody, cookies }
  const sessionId = response.session.id
  const person = await selectSessionPerson(db, sessionId, now, dateInVietnam(now))
  if (!person) return { ...nobody, cookies }
  const { twoFactorEnabled, confirmedAt, ...known } = person
  return { actor: { kind: 'person', ...known }, sessionId, twoFactorEnabled, confirmedAt, cookies }
}
