import { refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { gtinOf, parseDigitalLink, qualifierOf, readTraceCode } from '@dacsan/gs1'
import type { DigitalLinkRefusal } from '@dacsan/gs1'
import type { ScanKey } from './find-scan.ts'

/** What an address on a label names: our own `/t/{code}`, a bare code as typed off a label, or a GS1 Digital Link; undefined for anything else. */
export function readScanPath(typed: string): ScanKey | undefined {
  const path = typed
    .trim()
    .replace(/^(https?:\/\/)?[^/\s]+\.[^/\s]+\//i, '/')
    .replace(/^\/(en|km)\//, '/')
  const [named = '', serial] = path.replace(/^\/?t\//, '').split('/', 2)
  const code = readTraceCode(named)
  if (code) return serial ? { traceCode: code, serial } : { traceCode: code }
  const link = readDigitalLinkPath(path)
  return link.ok ? link.value : undefined
}

/** What a Digital Link of a GTIN names. */
type GtinKey = Extract<ScanKey, { gtin: string }>
type PathRefusal = DigitalLinkRefusal | { code: 'link-key-not-covered'; key: string }

/** A path with or without its query, read as a GS1 Digital Link of a GTIN. A trailing slash is forgiven (GS1-Conformant resolver standard 1.2). */
export function readDigitalLinkPath(path: string): Outcome<GtinKey, PathRefusal> {
  const [before = '', query] = path.split('?', 2)
  // Only the path counts: parameters of the caller decide nothing about what is named.
  const read = parseDigitalLink(`https://id.invalid${before.replace(/\/$/, '')}${query === undefined ? '' : `?${query}`}`)
  if (!read.ok) return read
  const gtin = gtinOf(read.value)
  if (gtin === undefined) return refuse('link-key-not-covered', { key: read.value.key.ai })
  const [lot, variant, serial] = ['10', '22', '21'].map((ai) => qualifierOf(read.value, ai))
  return { ok: true, value: { gtin, lot, variant, serial } }
}
