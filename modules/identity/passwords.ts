import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { foldText } from '@dacsan/vietnam'
import { z } from 'zod'
import { province, unitRows } from '../province/index.ts'
import type { PasswordRefusal } from './rules.ts'

// OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane.
const memory = 19_456
const passes = 2
const parallelism = 1
const tagLength = 32

const derive = promisify(argon2)

/** The password as an Argon2id string in PHC form; the salt is new each time. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFC'), nonce, parallelism, tagLength, memory, passes })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

export async function verifyPassword({ password, hash }: { password: string; hash: string }): Promise<boolean> {
  const parts = phc.exec(hash)
  if (!parts) return false
  const [, m, t, p, salt, expected] = parts
  const known = Buffer.from(expected!, 'base64')
  const tag = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(salt!, 'base64'),
    parallelism: Number(p),
    tagLength: known.length,
    memory: Number(m),
    passes: Number(t),
  })
  return timingSafeEqual(tag, known)
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

export const shortestPassword = 8
export const longestPassword = 256

const commonPasswordsFile = countryFacts(
  'passwords/common.txt',
  z.array(z.string()).transform((lines): ReadonlySet<string> => new Set(lines)),
)

/** What others know of whoever chooses a password. */
export type PasswordOwner = { email: string | null; phone?: string | null; name?: string }

/** Why this password is refused for this account, or null: length and what others would guess first, no rules about kinds of characters (NIST SP 800-63B). */
export function judgePassword(password: string, account: PasswordOwner): Refused<PasswordRefusal> | null {
  // What nobody sees makes no password longer: eight blanks are none.
  if ([...password.replaceAll(/[\p{Z}\p{C}]/gu, '')].length < shortestPassword) return refuse('password-short', { least: shortestPassword })
  if (password.length > longestPassword) return refuse('password-long', { most: longestPassword })
  const plain = password.toLowerCase()
  const folded = fold(password)
  const common = readFacts(commonPasswordsFile)
  const word = folded.replaceAll(/\d/g, '')
  const guessed =
    [plain, folded].some((one) => common.has(one)) ||
    (word !== '' && localWords().has(word)) ||
    ownWords(account).has(word) ||
    folded === account.phone
  return guessed || fold(demoPassword) === folded ? refuse('password-common') : null
}

/** The well-known password of the demonstration. */
export const demoPassword = 'dacsan-demo'

/** Letters and digits alone, as people type them without marks: `Trà Vinh 123` and `travinh123` are one guess. */
const fold = (text: string) => foldText(text.normalize('NFKC')).replaceAll(/[^a-z0-9]/g, '')

/** What stands before the name of a place, written as one word without marks. */
const placeKind = /^(xa|phuong|thitran|dackhu|thanhpho|thixa|huyen|quan|tinh)/

// What Vietnamese offices choose first, with or without digits.
const firstGuesses = [
  'matkhau',
  'password',
  'pass',
  'ocop',
  'dacsan',
  'admin',
  'quantri',
  'canbo',
  'chuthe',
  'xinchao',
  'anhyeuem',
  'vietnam',
  'demo',
]

let known: ReadonlySet<string> | undefined

/** The words that anybody in the province would try: its places of today and of before, and the name of the platform. */
function localWords(): ReadonlySet<string> {
  known ??= new Set([
    ...firstGuesses,
    fold(province().site.name),
    ...unitRows().flatMap((row) =>
      [row.new_ward, row.new_province, row.old_ward, row.old_district, row.old_province].flatMap((place) => [
        fold(place).replaceAll(/\d/g, ''),
        fold(place).replace(placeKind, '').replaceAll(/\d/g, ''),
      ]),
    ),
  ])
  return known
}

/** What somebody's own name and e-mail address give away. */
function ownWords({ email, name = '' }: PasswordOwner): ReadonlySet<string> {
  const parts = name.split(/\s+/u).map(fold).filter(Boolean)
  const ends = parts.map((_, from) => parts.slice(from).join(''))
  const [local = ''] = (email ?? '').split('@')
  return new Set(
    [...ends, parts.toReversed().join(''), fold(local).replaceAll(/\d/g, ''), fold(email ?? '').replaceAll(/\d/g, '')].filter(Boolean),
  )
}
