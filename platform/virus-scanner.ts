import { existsSync } from 'node:fs'
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import { type Outcome, done, refuse } from '@dacsan/decisions'

/** `scanner-silent`: a scanner is set up and does not say whether the file is clean. */
export type ScanRefusal = { code: 'file-infected'; found: string; hash: string } | { code: 'scanner-silent' }

/** Where the daemon of ClamAV listens. */
export type ScannerAddress = { path: string } | { host: string; port: number }
/** `auto`: the socket of this machine, where there is one. */
export type ScannerSetting = 'auto' | 'off' | ScannerAddress

/** Debian and Ubuntu; Fedora; FreeBSD and Homebrew. */
const localSockets = [
  '/run/clamav/clamd.ctl',
  '/run/clamd.scan/clamd.sock',
  '/var/run/clamav/clamd.sock',
  '/opt/homebrew/var/run/clamav/clamd.sock',
]
const patience = 30_000
const chunk = 64 * 1024

/** @example readScannerSetting('127.0.0.1:3310') // { host: '127.0.0.1', port: 3310 } */
export function readScannerSetting(text: string | undefined): ScannerSetting | null {
  if (text === undefined || text === 'auto' || text === 'off') return text ?? 'auto'
  if (text.startsWith('/')) return { path: text }
  const [, host, port] = /^(?:tcp:\/\/)?([^\s:/]+):(\d{1,5})$/.exec(text) ?? []
  return host && Number(port) > 0 && Number(port) < 65_536 ? { host, port: Number(port) } : null
}

/** The daemon to ask now; null where there is none. It is looked for each time: one that is installed later is asked from then on. */
export function scannerNow(setting: ScannerSetting, sockets: readonly string[] = localSockets): ScannerAddress | null {
  if (setting === 'off') return null
  if (setting !== 'auto') return setting
  const path = sockets.find((socket) => existsSync(socket))
  return path === undefined ? null : { path }
}

export type Verdict = { clean: true } | { clean: false; found: string }

/**
 * Asks the daemon of ClamAV about bytes (INSTREAM): its own process has the signatures loaded, and the bytes touch no other disk. Throws where it
 * does not answer, and where it answers anything but clean or found, as it does when the bytes are more than its StreamMaxLength.
 */
export async function askScanner(address: ScannerAddress, bytes: Uint8Array, within = patience): Promise<Verdict> {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = createConnection(address)
    let said = ''
    socket.setTimeout(within, () => socket.destroy(new Error('the virus scanner does not answer')))
    socket.setEncoding('utf8')
    // The daemon ends an answer with NUL and closes; after a file that is too large it closes while we still write.
    socket.on('data', (text: string) => (said += text))
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)))
    socket.on('close', () => resolve(said))
    socket.on('connect', () => send(socket, bytes))
  })
  const [, verdict] = /^stream: (.*?)\0?\s*$/.exec(answer) ?? []
  if (verdict === 'OK') return { clean: true }
  const [, found] = /^(.+) FOUND$/.exec(verdict ?? '') ?? []
  if (found) return { clean: false, found }
  throw new Error(`the virus scanner said: ${answer.slice(0, 200) || 'nothing'}`)
}

/** Chunks with their length before them; a length of zero ends them. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunk) {
    const part = bytes.subarray(at, at + chunk)
    socket.write(lengthOf(part.length))
    socket.write(part)
  }
  socket.write(lengthOf(0))
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

/** Refuses what the scanner finds; where one is set up and silent, refuses too: nobody knows then what the bytes are. */
export async function scan(
  bytes: Uint8Array,
  hash: string,
  { setting, onSilence }: { setting: ScannerSetting; onSilence: (error: unknown) => void },
): Promise<Outcome<null, ScanRefusal>> {
  const address = scannerNow(setting)
  if (!address) return done(null)
  try {
    const verdict = await askScanner(address, bytes)
    return verdict.clean ? done(null) : refuse('file-infected', { found: verdict.found, hash })
  } catch (error) {
    onSilence(error)
    return refuse('scanner-silent')
  }
}
