import { spawnSync } from 'node:child_process'
import { mkdtemp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let folder: string

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

/** Packs a package and unpacks the tarball where a stranger's project would have it. */
async function install(name: string): Promise<string> {
  const said = run(process.execPath, ['bin/pack.ts', name], root)
  const built = join(root, '.build/packages', name)
  const tarball = (await readdir(built)).find((file) => file.endsWith('.tgz'))!
  const place = join(folder, 'node_modules/@dacsan', name)
  await mkdir(place, { recursive: true })
  run('tar', ['-xzf', join(built, tarball), '-C', place, '--strip-components=1'], folder)
  return said
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dacsan-pack-'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test(
  'a packed package has code, declarations, notices and nothing of our tests, and works in a project that is not ours',
  { timeout: 120_000 },
  async () => {
    await install('decisions')
    const said = await install('gs1')
    await symlink(join(root, 'node_modules/bwip-js'), join(folder, 'node_modules/bwip-js'))
    const place = join(folder, 'node_modules/@dacsan/gs1')
    const files = await readdir(place, { recursive: true })
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'package.json', 'index.js', 'index.d.ts', 'qr.js', 'qr.d.ts']),
    )
    expect(files.filter((path) => /test|vectors|tsconfig|\.tgz$|(?<!\.d)\.ts$/.test(path))).toEqual([])
    expect(said).toMatch(/^ +\d+ {2}LICENSE$/m)
    expect(said).toMatch(/dacsan-gs1-0\.1\.0\.tgz: \d+ files, [\d.]+ KB packed/)
    const manifest = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      license: 'Apache-2.0',
      sideEffects: false,
      exports: { '.': { types: './index.d.ts', default: './index.js' } },
    })

    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
    await writeFile(
      join(folder, 'use.ts'),
      `import { gtinOf, parseDigitalLink } from '@dacsan/gs1'
import type { DigitalLink } from '@dacsan/gs1'
import { qrSvg } from '@dacsan/gs1/qr'
const read = parseDigitalLink('https://id.example.vn/01/08938501234568')
const link: DigitalLink | undefined = read.ok ? read.value : undefined
console.log(link && gtinOf(link), qrSvg('x').slice(0, 4))
`,
    )
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const strict = ['--strict', '--module', 'nodenext', '--target', 'es2023', 'use.ts']
    expect(run(process.execPath, [compiler, ...strict], folder)).toBe('')
    expect(run(process.execPath, ['use.js'], folder)).toBe('08938501234568 <svg\n')
  },
)
