import { spawnSync } from 'node:child_process'
import { mkdtemp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let folder: string

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

const installed = new Map<string, Promise<string>>()
const install = (name: string) => installed.getOrInsertComputed(name, packed)

/** Packs a package and unpacks the tarball where a stranger's project would have it. */
async function packed(name: string): Promise<string> {
  const said = run(process.execPath, ['tools/pack.ts', name], root)
  const built = join(root, '.build/packages', name)
  const tarball = (await readdir(built)).find((file) => file.endsWith('.tgz'))!
  const place = join(folder, 'node_modules/@dacsan', name)
  await mkdir(place, { recursive: true })
  run('tar', ['-xzf', join(built, tarball), '-C', place, '--strip-components=1'], folder)
  return said
}

type Package = {
  name: string
  version: string
  /** Packages of ours that it builds on, and those of others that npm would fetch. */
  ours: readonly string[]
  theirs: readonly string[]
  files: readonly string[]
  /** A program of a stranger, and what it prints. */
  program: string
  prints: string
}

const packages: readonly Package[] = [
  {
    name: 'gs1',
    version: '0.1.0',
    ours: ['decisions'],
    theirs: ['bwip-js'],
    files: ['NOTICE', 'index.js', 'index.d.ts', 'qr.js', 'qr.d.ts'],
    program: `import { gtinOf, parseDigitalLink } from '@dacsan/gs1'
import type { DigitalLink } from '@dacsan/gs1'
import { qrSvg } from '@dacsan/gs1/qr'
const read = parseDigitalLink('https://id.example.vn/01/08938501234568')
const link: DigitalLink | undefined = read.ok ? read.value : undefined
console.log(link && gtinOf(link), qrSvg('x').slice(0, 4))
`,
    prints: '08938501234568 <svg\n',
  },
  {
    name: 'epcis',
    version: '0.1.0',
    ours: ['decisions', 'gs1'],
    theirs: ['@noble/hashes', 'saxes', 'xmlchars', 'bwip-js'],
    files: ['NOTICE', 'index.js', 'hash.js', 'query.js', 'validate.d.ts', 'xml.js', 'validate/event-schema.generated.js'],
    program: `import { documentHashes } from '@dacsan/epcis/hash'
import { validateText } from '@dacsan/epcis/validate'
import type { Problem } from '@dacsan/epcis/validate'
import { readXml } from '@dacsan/epcis/xml'
const problems: readonly Problem[] = validateText('{', 'application/json', 'EPCISDocument')
console.log(problems.length, readXml('<a/>').ok, documentHashes({ epcisBody: { eventList: [] } }).length)
`,
    prints: '1 false 0\n',
  },
  {
    name: 'transparency-log',
    version: '0.1.0',
    ours: ['decisions'],
    theirs: ['@noble/hashes', 'canonicalize', 'jose'],
    files: ['index.js', 'credential.d.ts', 'log.js', 'note.js', 'status-list.js', 'file-store.js'],
    program: `import { emptyEdge, growEdge, rootOfEdge } from '@dacsan/transparency-log'
import { canonicalJson } from '@dacsan/transparency-log/canonical-json'
import { verifyCredential } from '@dacsan/transparency-log/credential'
const { edge } = growEdge(emptyEdge, [new Uint8Array(1)])
const spelt = canonicalJson('{"b":1e0,"a":2}')
console.log(rootOfEdge(edge).length, spelt.ok && spelt.value, typeof verifyCredential)
`,
    prints: '32 {"a":2,"b":1} function\n',
  },
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dacsan-pack-'))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(packages)(
  'the packed $name has code, types and notices but no tests, and works in an independent project',
  { timeout: 120_000 },
  async ({ name, version, ours, theirs, files, program, prints }) => {
    for (const other of ours) await install(other)
    const said = await install(name)
    for (const other of theirs) {
      const place = join(folder, 'node_modules', other)
      await mkdir(dirname(place), { recursive: true })
      await rm(place, { force: true })
      await symlink(join(root, 'node_modules', other), place)
    }
    const place = join(folder, 'node_modules/@dacsan', name)
    const found = await readdir(place, { recursive: true })
    expect(found).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', ...files]))
    expect(found.filter((path) => /test|vectors|fixtures|tsconfig|\.tgz$|(?<!\.d)\.ts$/.test(path))).toEqual([])
    expect(said).toMatch(/^ +\d+ {2}LICENSE$/m)
    expect(said).toMatch(new RegExp(`dacsan-${name}-${version}\\.tgz: \\d+ files, [\\d.]+ KB packed`))
    const manifest = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      license: 'Apache-2.0',
      sideEffects: false,
      exports: { '.': { types: './index.d.ts', default: './index.js' } },
    })

    await writeFile(join(folder, 'use.ts'), program)
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const strict = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--lib', 'esnext,dom', 'use.ts']
    expect(run(process.execPath, [compiler, ...strict], folder)).toBe('')
    expect(run(process.execPath, ['use.js'], folder)).toBe(prints)
  },
)
