// `npm test` runs this: the arrows between the rooms of the house (arrows.config.ts), and whether the guard really looked.
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type ICruiseOptions, type ICruiseResult, cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import configuration, { browserSafety } from '../arrows.config.ts'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const rooms = ['packages', 'platform', 'modules', 'apps', 'tools', 'e2e', 'bench']
const notOurs = /(^|\/)(node_modules|build|\.svelte-kit)\//

const look = async (options: ICruiseOptions) => {
  const { resolve, ...rest } = { ...configuration.options, resolve: configuration.options.enhancedResolveOptions, ...options }
  const { output } = await cruise(rooms, { ...rest, validate: true }, resolve, { tsConfig: extractTSConfig('tsconfig.json') })
  return output as ICruiseResult
}
const { modules, summary } = await look({ ruleSet: { forbidden: configuration.forbidden } })
const atRunTime = await look({ ruleSet: { forbidden: [browserSafety] }, tsPreCompilationDeps: false })

const violations = [...summary.violations, ...atRunTime.summary.violations]
for (const { rule, from, to, comment } of violations) console.error(`${from} → ${to}: ${rule.name}${comment ? ` (${comment})` : ''}`)

// With a compiler it does not know the guard sees nothing and is content.
const seen = new Set(modules.map(({ source }) => source))
const unseen: string[] = []
for await (const path of glob(rooms.map((room) => `${room}/**/*.{ts,svelte}`))) {
  if (!notOurs.test(path) && !path.endsWith('.d.ts') && !seen.has(path)) unseen.push(path)
}
for (const path of unseen) console.error(`${path}: the guard did not see it`)

const blind = modules.filter(({ source, dependencies }) => source.startsWith('modules/') && dependencies.length > 0).length === 0
if (blind) console.error('the guard saw no import at all')

console.log(`${seen.size} files, ${summary.totalDependenciesCruised} imports`)
if (violations.length > 0 || unseen.length > 0 || blind) process.exitCode = 1
