import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Playwright's global set-up: the product itself, as `npm start` starts it, with demo data. PRODUCT_URL names one that runs already. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env['PRODUCT_URL']) return async () => {}
  const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-e2e-'))
  await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
  const port = await freePort()
  const url = `http://localhost:${port}`
  const product = spawn(process.execPath, [fileURLToPath(new URL('../bin/dacsan', import.meta.url)), 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ORIGIN: url, SEED: 'demo', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([readyLine(product, url), once(product, 'exit').then(() => Promise.reject(new Error('the product did not start')))])
  process.env['PRODUCT_URL'] = url
  return async () => {
    product.kill('SIGTERM')
    if (product.exitCode === null) await once(product, 'exit')
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function readyLine(product: ChildProcess, url: string): Promise<void> {
  if (!product.stdout) throw new Error('the product has no output')
  for await (const line of createInterface(product.stdout)) if (line === `ready ${url}`) return
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
