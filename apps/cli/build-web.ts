import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const web = join(root, 'apps/web')
const builds = join(web, 'build')

// What the pages are made of; modules and packages because the browser gets their rules and words.
const sources = [
  'apps/web/{src,static,messages}/**/*',
  'apps/web/*.{ts,js,json}',
  '{modules,packages}/**/{*.ts,package.json}',
  'package-lock.json',
]
const elsewhere = /(^|\/)(node_modules|build)\/|\.test\.ts$|\.store\.ts$/

/**
 * Builds the pages when what they are made of has changed; gives the folder of the build. Each build has a folder of its own, named by what it
 * was made of: a product that runs on an older one goes on with all of its files.
 */
export async function buildWeb(): Promise<URL> {
  const built = join(builds, await fingerprint())
  if (!existsSync(built)) {
    process.stderr.write('dacsan: building the pages …\n')
    const unfinished = `${built}-${process.pid}`
    const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel=warn'], {
      cwd: web,
      env: { ...process.env, PAGES_OUT: unfinished },
      stdio: ['ignore', 2, 2],
    })
    const [status] = await once(vite, 'exit')
    if (status !== 0) throw new Error('the pages could not be built')
    // Whoever was faster with the same pages has made the same files.
    await rename(unfinished, built).catch(() => rm(unfinished, { recursive: true }))
    await forgetOldBuilds()
  }
  return pathToFileURL(`${built}/`)
}

/** The last builds stay: one of them may be what a running product serves. */
async function forgetOldBuilds(): Promise<void> {
  const made = await Promise.all((await readdir(builds)).map(async (name) => ({ name, at: (await stat(join(builds, name))).mtimeMs })))
  const old = made.toSorted((a, b) => b.at - a.at).slice(4)
  await Promise.all(old.map(({ name }) => rm(join(builds, name), { recursive: true, force: true })))
}

async function fingerprint(): Promise<string> {
  const paths: string[] = []
  for await (const entry of glob(sources, { cwd: root, withFileTypes: true, exclude: (entry) => entry.name === 'node_modules' })) {
    const path = join(entry.parentPath, entry.name).slice(root.length)
    if (entry.isFile() && !elsewhere.test(path)) paths.push(path)
  }
  const hash = createHash('sha256')
  for (const path of paths.toSorted())
    hash
      .update(path)
      .update('\0')
      .update(await readFile(join(root, path)))
      .update('\0')
  return hash.digest('hex').slice(0, 16)
}
