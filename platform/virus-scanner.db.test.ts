import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFileStore, scanUploads } from './files.ts'
import { askScanner, readScannerSetting, scannerNow } from './virus-scanner.ts'
import type { ScannerAddress } from './virus-scanner.ts'

const folder = await mkdtemp(join(tmpdir(), 'dacsan-clamd-'))
afterAll(() => rm(folder, { recursive: true }))
// The test file of EICAR, in two parts so that no scanner takes this source for it.
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))
const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')
const streamMaxLength = 1024 * 1024

/** As clamd answers INSTREAM (clamd(8)): chunks with their length in network order, ended by a length of zero; a stream too long is cut off. */
async function daemon(name: string, answer: (bytes: Buffer) => string | null): Promise<ScannerAddress> {
  const path = join(folder, name)
  const server = createServer((socket: Socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part: Buffer) => {
      got = Buffer.concat([got, part])
      const command = 'zINSTREAM\0'
      if (got.length < command.length) return
      if (got.toString('latin1', 0, command.length) !== command) return void socket.end('UNKNOWN COMMAND\0')
      const parts: Buffer[] = []
      let size = 0
      for (let at = command.length; at + 4 <= got.length;) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          const said = answer(Buffer.concat(parts))
          return void (said !== null && socket.end(`${said}\0`))
        }
        if (at + 4 + length > got.length) return
        parts.push(got.subarray(at + 4, at + 4 + length))
        size += length
        if (size > streamMaxLength) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
        at += 4 + length
      }
    })
  })
  server.listen(path)
  await once(server, 'listening')
  afterAll(() => void server.close())
  return { path }
}

const clamd = await daemon('clamd.ctl', (bytes) => (bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'))
const store = (setting: ScannerAddress, silences: unknown[] = []) =>
  scanUploads(openFileStore({ dataDir: folder }), { setting, onSilence: (error) => silences.push(error) })
const asPaper = { name: 'giấy.pdf', kinds: ['photo', 'paper'] } as const

test('C40: a file in which the virus scanner finds something is refused with what was found, and nothing of it is kept', async () => {
  const infected = Buffer.concat([pdf, Buffer.alloc(200_000), eicar])
  expect(await store(clamd).keep(infected, asPaper)).toEqual({
    ok: false,
    refusal: { code: 'file-infected', found: 'Eicar-Test-Signature', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(await readdir(folder)).not.toContain('files')
})

test('a clean file is kept, whatever its size in chunks', async () => {
  for (const more of [0, 64 * 1024 - pdf.length, 300_001]) {
    const kept = await store(clamd).keep(Buffer.concat([pdf, Buffer.alloc(more)]), asPaper)
    expect(kept.ok).toBe(true)
  }
})

test('where the scanner is set up and is not there, does not answer or cannot say, uploads are refused and the log says it', async () => {
  const silences: unknown[] = []
  const unsure = await daemon('unsure.ctl', () => 'stream: Can’t allocate memory ERROR')
  for (const setting of [{ path: join(folder, 'nobody.ctl') }, { host: '127.0.0.1', port: 1 }, unsure])
    expect(await store(setting, silences).keep(pdf, asPaper)).toEqual({ ok: false, refusal: { code: 'scanner-silent' } })
  expect(await store(clamd, silences).keep(Buffer.concat([pdf, Buffer.alloc(2 * streamMaxLength)]), asPaper)).toEqual({
    ok: false,
    refusal: { code: 'scanner-silent' },
  })
  expect(silences.map(String)).toEqual([
    expect.stringContaining('ENOENT'),
    expect.stringContaining('ECONNREFUSED'),
    expect.stringContaining('allocate memory'),
    expect.stringMatching(/size limit exceeded|EPIPE|ECONNRESET/),
  ])
  const mute = await daemon('mute.ctl', () => null)
  await expect(askScanner(mute, pdf, 50)).rejects.toThrow('does not answer')
})

test('the scanner of the machine is found by itself, and only where it is', async () => {
  const sockets = [join(folder, 'later.ctl')]
  expect(scannerNow('auto', sockets)).toBeNull()
  const { path } = (await daemon('later.ctl', () => 'stream: OK')) as { path: string }
  expect(scannerNow('auto', sockets)).toEqual({ path })
  expect(scannerNow('off', sockets)).toBeNull()
  expect(readScannerSetting('tcp://clamav:3310')).toEqual({ host: 'clamav', port: 3310 })
  expect(readScannerSetting('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(readScannerSetting('clamav:99999')).toBeNull()
})

const real = process.env['CLAMAV']
test.runIf(real)('the clamd of this machine (CLAMAV) finds EICAR and nothing in a PDF', async () => {
  const address = scannerNow(readScannerSetting(real) ?? 'off')!
  expect(await askScanner(address, eicar)).toMatchObject({ clean: false, found: expect.stringMatching(/eicar/i) })
  expect(await askScanner(address, Buffer.concat([pdf, Buffer.alloc(500_000)]))).toEqual({ clean: true })
})
