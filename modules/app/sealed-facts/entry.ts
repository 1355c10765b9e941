import { createHash } from 'node:crypto'
import { canonicalJson } from '@dacsan/transparency-log/canonical-json'
import { z } from 'zod'

/** An entry of the log: which fact, and the SHA-256 of its canonical JSON (RFC 8785). What the fact says stands in the database alone. */
export type SealEntry = { kind: string; key: string; digest: string }

const entryShape = z.strictObject({ kind: z.string(), key: z.string(), digest: z.string() })

export function entryOf(kind: string, { key, fact }: { key: string; fact: unknown }): SealEntry {
  const canonical = canonicalJson(JSON.stringify(fact))
  if (!canonical.ok) throw new Error(`the fact ${kind} ${key} has no canonical form (${canonical.refusal.code})`)
  return { kind, key, digest: createHash('sha256').update(canonical.value).digest('base64url') }
}

export const writeEntry = ({ kind, key, digest }: SealEntry): Uint8Array => new TextEncoder().encode(JSON.stringify({ digest, key, kind }))

/** Throws for bytes that are no entry of ours: nobody else writes into the log. */
export const readEntry = (bytes: Uint8Array): SealEntry => entryShape.parse(JSON.parse(new TextDecoder().decode(bytes)))
