import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { NotFound } from '@dacsan/decisions'
import { consume } from '@dacsan/platform/rate-limit'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Auth } from './auth.ts'
import { cookieOf, unprovenValueOf } from './cookies.ts'
import { insertKeptForm, selectKeptForm } from './kept-form.store.ts'
import { limits } from './limits.ts'
import { selectSessionUser } from './session.store.ts'
import type { UserId } from './ids.ts'

/** What somebody typed and sent: where to, and the fields in their order. Files are not kept, nor is anything secret. */
export type KeptForm = { path: string; fields: [name: string, value: string][] }

/** How long it waits; nobody has to keep it, so it is no rule of the law. */
export const keptMinutes = 30

const secretFields = /password|^current$|^next$|^code$/i
const mostBytes = 256 * 1024

type Asking = { db: Kysely<Tables>; auth: Auth; headers: Headers; now: Date }

/**
 * Keeps a form that could not be taken now: for some minutes, for the browser that sent it and, where its session is still known, for the person
 * who typed it. It is encrypted with a key that stands in its address alone. Null: it is too large, or too much is kept from this address.
 */
export async function keepForm(
  { db, auth, headers, now, address }: Asking & { address: string },
  { path, fields }: KeptForm,
): Promise<{ key: string; cookies: string[] } | null> {
  const plain = JSON.stringify({ path, fields: fields.filter(([name]) => !secretFields.test(name)) } satisfies KeptForm)
  if (plain.length > mostBytes || (await consume(db, now, { limit: limits.keptForms, address })) > 0) return null
  const known = holderOf(headers)
  const holder = known ?? randomBytes(32).toString('base64url')
  const key = randomBytes(32).toString('base64url')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(key, holder), nonce)
  const content = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const userId = (await selectSessionUser(db, unprovenValueOf(headers, 'session_token') ?? '')) ?? null
  await inTransaction({ db }, (tx) => insertKeptForm(tx, { digest: digestOf(key), holder: digestOf(holder), userId, content, at: now }))
  return { key, cookies: known === null ? [holderCookie(auth, holder)] : [] }
}

/** The form again, for the browser that sent it. */
export async function findKeptForm({ db, headers, now }: Omit<Asking, 'auth'>, key: string, userId: UserId): Promise<KeptForm> {
  const holder = holderOf(headers) ?? ''
  const since = new Date(now.getTime() - keptMinutes * 60_000)
  const kept = await selectKeptForm(db, { digest: digestOf(key), holder: digestOf(holder), since })
  if (!kept || (kept.userId !== null && kept.userId !== userId)) throw new NotFound('No such form is kept')
  const { content } = kept
  const cipher = createDecipheriv('aes-256-gcm', cipherKey(key, holder), content.subarray(0, 12))
  cipher.setAuthTag(content.subarray(-16))
  return JSON.parse(Buffer.concat([cipher.update(content.subarray(12, -16)), cipher.final()]).toString('utf8')) as KeptForm
}

const digestOf = (secret: string) => createHash('sha256').update(`digest ${secret}`).digest('base64url')
const cipherKey = (key: string, holder: string) => createHash('sha256').update(`cipher ${key} ${holder}`).digest()

function holderOf(headers: Headers): string | null {
  const holder = cookieOf(headers, 'kept')
  return holder !== null && /^[\w-]{43}$/.test(holder) ? holder : null
}

const holderCookie = ({ secure }: Auth, holder: string) =>
  `${secure ? '__Host-' : ''}dacsan.kept=${holder}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
