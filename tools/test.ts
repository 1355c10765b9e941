// `npm test`: every check and every test that CI runs, one after the other, with a summary at the end. `-- --only NAME` runs one of them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { fileURLToPath } from 'node:url'

type Count = { passed: number; failed: number; skipped: number }
type Step = {
  name: string
  command: readonly string[]
  folder?: string
  env?: Record<string, string>
  /** Reads how many tests ran, from the report that the command wrote. */
  count?: (report: string) => Count
}
type Result = { name: string; ok: boolean; seconds: number; count: Count | null }

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, '.build/reports')
const server = process.env['TEST_DATABASE_URL']
delete process.env['TEST_DATABASE_URL']

const node = process.execPath
const tool = (name: string) => join(root, 'node_modules/.bin', name)
const vitest = (name: string, project: string): Step => ({
  name,
  command: [tool('vitest'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${reportOf(name)}`],
  count: countVitest,
})
const playwright = (name: string, ...projects: string[]): Step => ({
  name,
  command: [tool('playwright'), 'test', ...projects.map((project) => `--project=${project}`), '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(name) },
  count: countPlaywright,
})

/** The pages' own types, which every check reads, also one that runs alone. */
const types: Step = { name: 'page types', command: [tool('svelte-kit'), 'sync'], folder: 'apps/web' }

const steps: readonly Step[] = [
  { name: 'format', command: [tool('oxfmt'), '--check'] },
  { name: 'lint', command: [tool('oxlint')] },
  { name: 'pages', command: [tool('svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'], folder: 'apps/web' },
  { name: 'types', command: ['sh', '-c', 'tsc -p . && tsc -p e2e'] },
  { name: 'arrows', command: [node, 'tools/check-arrows.ts'] },
  { name: 'unused', command: [tool('knip'), '--no-config-hints'] },
  vitest('pure', 'pure'),
  { name: 'tables', command: [node, 'tools/database-types.ts', '--check'] },
  vitest('database', 'db'),
  ...(server ? [{ ...vitest('database-server', 'db'), env: { TEST_DATABASE_URL: server } }] : []),
  playwright('journeys', 'browser', 'without-javascript'),
  playwright('budgets', 'budgets'),
]

process.exitCode = await main()

async function main(): Promise<number> {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  const chosen = steps.filter(({ name }) => only === undefined || name === only)
  if (chosen.length === 0) {
    console.error(`there is no check ${only}: ${steps.map(({ name }) => name).join(', ')}`)
    return 2
  }
  await mkdir(reports, { recursive: true })
  const results = [await run(types)]
  for (const step of chosen) results.push(await run(step))
  summarise(results)
  return results.every(({ ok }) => ok) ? 0 : 1
}

async function run({ name, command, folder = '.', env, count }: Step): Promise<Result> {
  console.log(styleText('bold', `\n── ${name}`))
  await rm(reportOf(name), { force: true })
  const begun = performance.now()
  const [program = '', ...args] = command
  const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`
  const child = spawn(program, args, {
    cwd: join(root, folder),
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [status] = await once(child, 'close')
  const counted = count ? count(await readFile(reportOf(name), 'utf8').catch(() => '')) : null
  return { name, ok: status === 0 && !counted?.failed, seconds: (performance.now() - begun) / 1000, count: counted }
}

function reportOf(name: string): string {
  return join(reports, `${name}.json`)
}

// A runner that broke off before it could report is one failure.
const brokenOff: Count = { passed: 0, failed: 1, skipped: 0 }

function countVitest(report: string): Count {
  if (!report) return brokenOff
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(report) as Record<string, number>
  return { passed: numPassedTests ?? 0, failed: numFailedTests || (numFailedTestSuites ?? 0), skipped: numPendingTests ?? 0 }
}

function countPlaywright(report: string): Count {
  if (!report) return brokenOff
  const { stats } = JSON.parse(report) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

function summarise(results: readonly Result[]): void {
  console.log('\ncheck             result     passed  failed  skipped   seconds')
  for (const { name, ok, seconds, count } of results) {
    const numbers = [count?.passed, count?.failed, count?.skipped].map((number) => String(number ?? '').padStart(8)).join('')
    const result = styleText(ok ? 'green' : 'red', (ok ? 'passed' : 'FAILED').padEnd(9))
    console.log(`${name.padEnd(18)}${result}${numbers}${seconds.toFixed(1).padStart(11)}`)
  }
  const sum = (key: keyof Count) => results.reduce((total, { count }) => total + (count?.[key] ?? 0), 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
}
