import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

// The real command on the embedded database of a fresh clone, before any start.

const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'dacsan-links-'))
await chmod(folder, 0o711) // where we are root, the database runs as somebody else
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))

async function importOf(content: string) {
  const file = join(folder, 'linkset.json')
  await writeFile(file, content)
  const env = { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', SEED: 'none' }
  const child = spawn(process.execPath, [program, 'links', 'import', file], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { complaint, status: status as number }
}

test(
  'a linkset is taken in before the first start and a second time, and a file with a fault says where it is',
  { timeout: 120_000 },
  async () => {
    const anchor = { anchor: 'https://id.gs1.org/01/09506000134352', itemDescription: 'Risotto' }
    const links = { 'https://gs1.org/voc/defaultLink': [{ href: 'http://127.0.0.1:9/x', title: 'Risotto' }] }
    const good = JSON.stringify({ linkset: [{ ...anchor, ...links }] })
    for (const _ of [1, 2])
      expect(await importOf(good)).toMatchObject({ status: 0, complaint: expect.stringContaining('1 liên kết của 1 mã') })
    expect(await importOf(JSON.stringify({ linkset: [{ ...anchor, anchor: 'https://id.gs1.org/01/1' }] }))).toMatchObject({
      status: 1,
      complaint: expect.stringMatching(/^\/linkset\/0\/anchor: /m),
    })
  },
)
