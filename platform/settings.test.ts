import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockDataDir } from './data-lock.ts'
import { refuseUnusable } from './settings.ts'

const folder = await mkdtemp(join(tmpdir(), 'dacsan-settings-'))
afterAll(() => rm(folder, { recursive: true }))
const good = { host: '127.0.0.1', port: 0, dataDir: join(folder, 'new', 'deeper') }

test('settings that the machine can serve are accepted, also where the data folder is still to be made', async () => {
  await expect(refuseUnusable(good)).resolves.toBeUndefined()
})

test('a HOST that is not an address of this machine is refused by its name', async () => {
  await expect(refuseUnusable({ ...good, host: '203.0.113.7' })).rejects.toThrow(/^HOST=203\.0\.113\.7 is not an address of this machine/)
  await expect(refuseUnusable({ ...good, host: 'no such host' })).rejects.toThrow(/^HOST=no such host is not an address/)
})

test('a PORT that another program uses is refused by its name, unless nobody listens on it here', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  await expect(refuseUnusable({ ...good, port })).rejects.toThrow(`PORT=${port} is in use by another program on 127.0.0.1`)
  await expect(refuseUnusable({ ...good, port }, { listens: false })).resolves.toBeUndefined()
  other.close()
})

test('a port that the holder of the data folder uses is left to the folder to name, unless the process works beside it', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const held = await mkdtemp(join(folder, 'held-'))
  const lock = lockDataDir(held, 0)!
  await expect(refuseUnusable({ ...good, port, dataDir: held })).resolves.toBeUndefined()
  await expect(refuseUnusable({ ...good, port, dataDir: held }, { beside: true })).rejects.toThrow(`PORT=${port} is in use`)
  lock.release()
  await expect(refuseUnusable({ ...good, port, dataDir: held })).rejects.toThrow(`PORT=${port} is in use`)
  other.close()
})

test('a DATA_DIR that is a file, lies below one or is too long is refused by its name', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  await expect(refuseUnusable({ ...good, dataDir: file })).rejects.toThrow(`DATA_DIR=${file} cannot be used: ${file} is not a folder`)
  await expect(refuseUnusable({ ...good, dataDir: join(file, 'below') })).rejects.toThrow(/^DATA_DIR=.* cannot be used/)
  await expect(refuseUnusable({ ...good, dataDir: `/${'x'.repeat(900)}` })).rejects.toThrow(/^DATA_DIR=\/x+… is longer than 400 bytes$/)
})

test.skipIf(process.getuid?.() === 0)('a DATA_DIR that cannot be written is refused by its name', async () => {
  const closed = await mkdtemp(join(folder, 'closed-'))
  await chmod(closed, 0o500)
  await expect(refuseUnusable({ ...good, dataDir: join(closed, 'new') })).rejects.toThrow(`${closed} cannot be written`)
})
