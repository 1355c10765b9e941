import { createHmac, randomBytes } from 'node:crypto'

type Scan = { code: string; address: string; device: string }

/** A page opened again, or by itself, within this time is not a second scan (ms). */
const rest = 30 * 60_000
/** Many telephones stand behind one address of a market or an operator; a program can pretend to be any number of them. */
const mostDevices = 20
/** What is remembered: the oldest is forgotten for the newest. */
const most = 20_000

/**
 * A memory of the scans of the last half hour that tells a first one from a repeated one. It lives in this process alone and knows nobody: only digests
 * under a key that ends with it, so that a count stays a count (Luật 91/2025/QH15: no more personal data than the purpose needs).
 *
 * @example const isRepeated = scanMemory(); isRepeated({ code, address, device }, now) // false, then true for half an hour
 */
export function scanMemory(): (scan: Scan, now: Date) => boolean {
  const key = randomBytes(32)
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64')
  const known = new Map<string, { since: number; devices: Set<string> }>()
  return ({ code, address, device }, now) => {
    const place = digest(`${code}\n${address}`)
    const before = known.get(place)
    if (!before || now.getTime() - before.since >= rest) {
      known.delete(place)
      known.set(place, { since: now.getTime(), devices: new Set([digest(device)]) })
      if (known.size > most) known.delete(known.keys().next().value!)
      return false
    }
    const { devices } = before
    if (devices.size >= mostDevices || devices.has(digest(device))) return true
    devices.add(digest(device))
    return false
  }
}
