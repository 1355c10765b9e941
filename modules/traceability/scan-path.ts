import { parseDigitalLink, readTraceCode } from '@dacsan/gs1'
import type { DigitalLinkRefusal } from '@dacsan/gs1'
import type { Outcome } from '@dacsan/decisions'
import type { ScanKey } from './find-scan.ts'

/** What an address on a label names: our own `/t/{code}`, a bare code as typed off a label, or a GS1 Digital Link; undefined for anything else. */
export function readScanPath(typed: string): ScanKey | undefined {
  const path = typed
    .trim()
    .replace(/^(https?:\/\/)?[^/\s]+\.[^/\s]+\//i, '/')
    .replace(/^\/(en|km)\//, '/')
  const code = readTraceCode(path.replace(/^\/?t\//, ''))
  if (code) return { traceCode: code }
  const link = readDigitalLinkPath(path)
  return link.ok ? link.value : undefined
}

/** A path with or without its query, read as a GS1 Digital Link. A trailing slash is forgiven (GS1-Conformant resolver standard 1.2). */
export function readDigitalLinkPath(
  path: string,
): Outcome<{ gtin: string; lot?: string; variant?: string; serial?: string }, DigitalLinkRefusal> {
  const [before = '', query] = path.split('?', 2)
  // Only the path counts: parameters of the caller decide nothing about what is named.
  const read = parseDigitalLink(`https://id.invalid${before.replace(/\/$/, '')}${query === undefined ? '' : `?${query}`}`)
  if (!read.ok) return read
  const { gtin, lot, variant, serial } = read.value
  return { ok: true, value: { gtin, lot, variant, serial } }
}
