import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const web = join(root, 'apps/web')
const stamp = join(root, '.build/web')

// What the pages are made of; modules and packages because the browser gets their rules and words.
const sources = ['apps/web/{src,static,messages}/**/*', 'apps/web/*.{ts,js,json}', '{modules,packages}/**/*.ts', 'package-lock.json']
const elsewhere = /(^|\/)(node_modules|build)\/|\.test\.ts$|\.store\.ts$/

/** Builds the pages when what they are made of has changed since the last build. */
export async function buildWeb(): Promise<void> {
  const wanted = await fingerprint()
  const built = await readFile(stamp, 'utf8').catch(() => '')
  if (built === wanted && existsSync(join(web, 'build/handler.js'))) return
  process.stderr.write('dacsan: building the pages …\n')
  await rm(stamp, { force: true })
  const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel=warn'], {
    cwd: web,
    stdio: ['ignore', 2, 2],
  })
  const [status] = await once(vite, 'exit')
  if (status !== 0) throw new Error('the pages could not be built')
  await mkdir(join(root, '.build'), { recursive: true })
  await writeFile(stamp, wanted)
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
  return hash.digest('hex')
}
