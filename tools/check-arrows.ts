// `npm test` runs this: the arrows between the rooms of the house (arrows.config.ts), and whether the guard really looked.
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type IConfiguration, type ICruiseOptions, type ICruiseResult, cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { arrowsOf, browserSafety } from '../arrows.config.ts'
import { rooms as roomsOfTheHouse } from '../modules/rooms.ts'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const configuration: IConfiguration & Required<Pick<IConfiguration, 'forbidden' | 'options'>> = arrowsOf(roomsOfTheHouse)
const floors = ['packages', 'platform', 'modules', 'apps', 'tools', 'e2e', 'bench']
const notOurs = /(^|\/)(node_modules|build|\.svelte-kit)\//

const look = async (options: ICruiseOptions) => {
  const { resolve, ...rest } = { ...configuration.options, resolve: configuration.options.enhancedResolveOptions, ...options }
  const { output } = await cruise(floors, { ...rest, validate: true }, resolve, { tsConfig: extractTSConfig('tsconfig.json') })
  return output as ICruiseResult
}
const { modules, summary } = await look({ ruleSet: { forbidden: configuration.forbidden } })
const atRunTime = await look({ ruleSet: { forbidden: [browserSafety] }, tsPreCompilationDeps: false })

const violations = [...summary.violations, ...atRunTime.summary.violations]
for (const { rule, from, to, comment } of violations) console.error(`${from} → ${to}: ${rule.name}${comment ? ` (${comment})` : ''}`)

// With a compiler it does not know the guard sees nothing and is content.
const seen = new Set(modules.map(({ source }) => source))
const unseen: string[] = []
for await (const path of glob(floors.map((floor) => `${floor}/**/*.{ts,svelte}`))) {
  if (!notOurs.test(path) && !path.endsWith('.d.ts') && !seen.has(path)) unseen.push(path)
}
for (const path of unseen) console.error(`${path}: the guard did not see it`)

const circles = roomsOfTheHouse.filter(({ name }) => reaches(name, name))
for (const { name } of circles) console.error(`modules/${name}/room.ts: ${name} uses a room that uses ${name}`)

const blind = modules.filter(({ source, dependencies }) => source.startsWith('modules/') && dependencies.length > 0).length === 0
if (blind) console.error('the guard saw no import at all')

console.log(`${seen.size} files, ${summary.totalDependenciesCruised} imports`)
if (circles.length > 0 || violations.length > 0 || unseen.length > 0 || blind) process.exitCode = 1

/** Whether a room leads to another by what it uses, and what those use. */
function reaches(from: string, to: string, passed: readonly string[] = []): boolean {
  const uses = roomsOfTheHouse.find(({ name }) => name === from)?.uses ?? []
  return uses.some((used) => used === to || (!passed.includes(used) && reaches(used, to, [...passed, used])))
}
