import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('../bin/dacsan', import.meta.url))

/**
 * Playwright's global set-up: the product itself, as `npm start` starts it, with demo data. PRODUCT_URL names one that runs already. The demonstration is
 * made once: whoever wants one of its own begins with a copy.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env['PRODUCT_URL']) return async () => {}
  const made = await aFreshProduct('demo')
  await end(await made.start())
  process.env['DEMO_DATA'] = made.dataDir
  const product = await aFreshProduct('demo')
  const running = await product.start()
  process.env['PRODUCT_URL'] = product.url
  return async () => {
    await end(running)
    await Promise.all([product.remove(), made.remove()])
  }
}

async function end(product: ChildProcess): Promise<void> {
  product.kill('SIGTERM')
  if (product.exitCode === null) await once(product, 'exit')
}

/**
 * A product with a data folder and a port of its own, to be started and ended at will. The demonstration is a copy; one made anew is for whoever follows the
 * names of things, which begin with the address under which they were made.
 */
export async function aFreshProduct(
  seed: 'demo' | 'demo made anew' | 'reference' | 'none',
  province = 'vinh-long',
  settings: Readonly<Record<string, string>> = {},
  /** Where somebody must know it before it starts. */
  given?: number,
) {
  const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-e2e-'))
  const made = process.env['DEMO_DATA']
  // With the owners of the files: the database runs as somebody else.
  if (made && seed === 'demo' && province === 'vinh-long') await promisify(execFile)('cp', ['-Rp', `${made}/.`, dataDir])
  await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
  const port = given ?? (await freePort())
  const url = `http://localhost:${port}`
  const own = {
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
    ORIGIN: url,
    SEED: seed === 'demo made anew' ? 'demo' : seed,
    PROVINCE: province,
    LOG_LEVEL: 'warn',
    ...settings,
  }
  const running = new Set<ChildProcess>()
  // Whoever started it may break off before it can end it.
  process.once('exit', () => running.forEach((child) => child.kill('SIGTERM')))
  const launch = (other: Record<string, string> = {}): ChildProcess => {
    const env = { ...process.env, ...own, ...other }
    const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }
  return {
    url,
    port,
    dataDir,
    spawn: launch,
    /** Starts it and waits until it answers. */
    async start(): Promise<ChildProcess> {
      const child = launch()
      child.stderr?.pipe(process.stderr)
      await Promise.race([readyLine(child, url), once(child, 'exit').then(() => Promise.reject(new Error('the product did not start')))])
      return child
    },
    /** The last line that a command of the machine prints, beside the running product. */
    async command(...args: string[]): Promise<string> {
      const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...own }, stdio: ['ignore', 'pipe', 'inherit'] })
      const [printed] = await Promise.all([text(child.stdout!), once(child, 'exit')])
      if (child.exitCode !== 0) throw new Error(`dacsan ${args[0]} ended with status ${child.exitCode}`)
      return printed.trimEnd().split('\n').at(-1)!
    },
    async remove(): Promise<void> {
      for (const child of running) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function readyLine(product: ChildProcess, url: string): Promise<void> {
  if (!product.stdout) throw new Error('the product has no output')
  for await (const line of createInterface(product.stdout)) if (line === `ready ${url}`) return
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
