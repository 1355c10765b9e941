import { canonicalJson } from '@dacsan/transparency-log/canonical-json'
import { createHash } from 'node:crypto'
import type { ScoringPackage } from '../rules.ts'

/** `digest`: of everything else in the file, in its canonical form (RFC 8785), so that spaces and the order of keys do not matter. */
export type SealedPackage = ScoringPackage & { digest: string }

export const sealPackage = (open: ScoringPackage): SealedPackage => ({ ...open, digest: digestOf(open) })

export function isSealed({ digest, ...open }: SealedPackage): boolean {
  return digest === digestOf(open)
}

function digestOf(open: ScoringPackage): string {
  const canonical = canonicalJson(JSON.stringify(open))
  return canonical.ok ? `sha256:${createHash('sha256').update(canonical.value).digest('hex')}` : ''
}
