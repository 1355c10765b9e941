// `npm test` runs this: every workspace declares what it imports, so that it installs by any manager and not by the luck of hoisting.
import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import ts from 'typescript'
import { isForTests, listSources, read, report, root, scriptsOf, visit } from './checks/sources.ts'

type Manifest = { name: string } & Partial<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies', Record<string, string>>
>

const files = listSources('{packages,modules,platform,apps,tools,bench,e2e}/**/*.{ts,svelte}', '*.config.ts', 'bin/*.js')
const manifests = new Map<string, Manifest>()
const missing = new Map<string, string>()
let seen = 0
for (const path of files) {
  const folder = workspaceOf(path)
  // The tools of the tests are those of the whole house.
  const ofTests = isForTests(path) ? manifestOf('').devDependencies : {}
  const { name: self, dependencies, optionalDependencies, peerDependencies, devDependencies } = manifestOf(folder)
  const declared = {
    ...ofTests,
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
    ...(mayUseDev(path, folder) && devDependencies),
  }
  for (const name of packagesOf(path)) {
    seen++
    if (name === self || Object.hasOwn(declared, name)) continue
    const key = `${folder === '' ? '' : `${folder}/`}package.json: ${name} is imported and not declared`
    if (!missing.has(key)) missing.set(key, path)
  }
}
report(
  [...missing].map(([fault, path]) => `${fault} (${path})`),
  { seen, least: 1200, what: 'imports of packages' },
)

/** Tests, tools and what is built ahead use development dependencies; what runs does not. */
function mayUseDev(path: string, folder: string): boolean {
  return isForTests(path) || folder === '' || folder === 'bench' || folder === 'apps/web' || path.endsWith('.config.ts')
}

function workspaceOf(path: string): string {
  const parts = path.split('/').slice(0, -1)
  while (parts.length > 0 && !existsSync(`${root}/${parts.join('/')}/package.json`)) parts.pop()
  return parts.join('/')
}

function manifestOf(folder: string): Manifest {
  const known = manifests.get(folder)
  if (known) return known
  const manifest = JSON.parse(read(folder === '' ? 'package.json' : `${folder}/package.json`)) as Manifest
  manifests.set(folder, manifest)
  return manifest
}

/** The packages that a file imports by name: not its own files, not what Node and SvelteKit bring. */
function packagesOf(path: string): Set<string> {
  const names = new Set<string>()
  for (const script of scriptsOf(path)) {
    visit(script, (node) => {
      const specifier = specifierOf(node)
      if (specifier && !/^[.#/$]/.test(specifier) && !isBuiltin(specifier))
        names.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        )
    })
  }
  return names
}

function specifierOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return node.moduleSpecifier.text
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
    return node.argument.literal.text
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const [argument] = node.arguments
  return argument && ts.isStringLiteral(argument) ? argument.text : undefined
}
