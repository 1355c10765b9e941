import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'

export type Browser = { executablePath: string; env: Record<string, string> }

export const browserFlags = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-gpu',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** A browser that starts on this machine: the one from npm, the same with the libraries that it brings along, or Debian's. */
export async function findBrowser(): Promise<Browser> {
  const known = process.env['DACSAN_BROWSER']
  if (known) return JSON.parse(known) as Browser
  for (const find of [fromNpm, fromNpmWithLibraries, fromSystem]) {
    const browser = await find()
    if (!browser || !starts(browser)) continue
    process.env['DACSAN_BROWSER'] = JSON.stringify(browser)
    return browser
  }
  throw new Error('no browser starts here: install the package chromium of this system')
}

async function fromNpm(): Promise<Browser> {
  return { executablePath: await sparticuz.executablePath(), env: {} }
}

async function fromNpmWithLibraries(): Promise<Browser> {
  // It unpacks its libraries only where it believes to be, and only together with the browser.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
  await rm(join(tmpdir(), 'chromium'), { force: true })
  const executablePath = await sparticuz.executablePath()
  delete process.env['AWS_EXECUTION_ENV']
  return { executablePath, env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib') } }
}

async function fromSystem(): Promise<Browser | null> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  return executablePath ? { executablePath, env: {} } : null
}

function starts({ executablePath, env }: Browser): boolean {
  const { status } = spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 })
  return status === 0
}
