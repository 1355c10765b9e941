// `node bin/run tools/pack.ts NAME` makes packages/NAME ready for a registry in .build/packages/NAME, and packs it. Node strips no types below
// node_modules, so what is published is JavaScript with declarations beside it.
import { spawnSync } from 'node:child_process'
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'

type Manifest = {
  name: string
  version: string
  description?: string
  license: string
  sideEffects?: boolean
  engines?: { node: string }
  exports: Record<string, string>
  /** What goes along beside the code and README: notices, data. */
  files?: string[]
  dependencies?: Record<string, string>
}
type Packed = { filename: string; size: number; unpackedSize: number; files: { path: string; size: number }[] }

const root = fileURLToPath(new URL('..', import.meta.url))
/** The oldest Node whose language most sources use without their types; a package that needs a newer one says so. */
const oldestNode = { node: '>=20' }

const [name] = parseArgs({ allowPositionals: true }).positionals
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('usage: node bin/run tools/pack.ts NAME (a folder of packages/)')
  process.exitCode = 2
} else show(await pack(name))

async function pack(folder: string): Promise<Packed> {
  const source = join(root, 'packages', folder)
  const target = join(root, '.build/packages', folder)
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Manifest
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  await compile(source, target)
  await cp(join(root, 'LICENSE'), join(target, 'LICENSE'))
  for (const path of ['README.md', ...(manifest.files ?? [])]) await cp(join(source, path), join(target, path), { recursive: true })
  await writeFile(join(target, 'package.json'), `${JSON.stringify(publishable(manifest), null, 2)}\n`)
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts'], target)) as [Packed]
  return packed
}

async function compile(source: string, target: string): Promise<void> {
  const settings = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      // A package that this one needs is another one's to publish: it is looked at through node_modules and not written again.
      preserveSymlinks: true,
      rootDir: source,
      outDir: target,
    },
    include: [source],
    exclude: ['**/*.test.ts', 'vectors', 'fixtures', 'node_modules'].map((pattern) => join(source, pattern)),
  }
  const place = `${target}.tsconfig.json`
  await writeFile(place, JSON.stringify(settings))
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', place], root)
  // The compiler rewrites what is imported in code, not in declarations.
  for await (const path of glob('**/*.d.ts', { cwd: target })) {
    const declarations = await readFile(join(target, path), 'utf8')
    await writeFile(join(target, path), declarations.replaceAll(/(from ['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'))
  }
}

function publishable({
  name: published,
  version,
  description,
  license,
  sideEffects,
  engines = oldestNode,
  exports,
  files = [],
  dependencies = {},
}: Manifest): object {
  return {
    name: published,
    version,
    description,
    license,
    type: 'module',
    sideEffects,
    engines,
    exports: Object.fromEntries(
      Object.entries(exports).map(([door, path]) => [
        door,
        { types: path.replace(/\.ts$/, '.d.ts'), default: path.replace(/\.ts$/, '.js') },
      ]),
    ),
    files: ['**/*.js', '**/*.d.ts', ...files],
    dependencies,
  }
}

function run(command: string, args: readonly string[], folder: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stdout + stderr}`)
  return stdout
}

function show({ filename, size, unpackedSize, files }: Packed): void {
  for (const file of files) console.log(`${String(file.size).padStart(8)}  ${file.path}`)
  console.log(`${filename}: ${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
