import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
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

/** Why this is no password for this account, or null: length and known passwords only, no rules about signs (NIST SP 800-63B). */
export function judgePassword(password: string, account: { email: string }): Refused<PasswordRefusal> | null {
  if ([...password].length < shortestPassword) return refuse('password-short', { least: shortestPassword })
  if (password.length > longestPassword) return refuse('password-long', { most: longestPassword })
  const plain = password.toLowerCase()
  if (readFacts(commonPasswordsFile).has(plain) || plain === account.email.toLowerCase()) return refuse('password-common')
  return null
}
