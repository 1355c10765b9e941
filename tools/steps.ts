import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, '.build/reports')

/** `secondTry`: the tests that judged otherwise the second time. They count as passed, and are named: each is a fault of the test or of what it tests. */
export type Count = { passed: number; failed: number; skipped: number; secondTry: string[] }
export type Step = {
  command: readonly string[]
  folder?: string
  env?: Record<string, string>
  /** Whether a server other than the embedded one is needed (TEST_DATABASE_URL); without it the step is left out. */
  onServer?: boolean
  /** Reads how many tests ran, from the report that the command wrote. */
  count?: (report: string) => Count
}
/** What became of a step; kept beside the reports, so that a step that nothing touched since still counts. */
export type StepResult = { name: StepName; ok: boolean; seconds: number; startedAt: number; count: Count | null }

const node = process.execPath
const tool = (name: string) => join(root, 'node_modules/.bin', name)
const nativeTsc = join(root, 'node_modules/@typescript/native/bin/tsc')
export const reportOf = (name: string): string => join(reports, `${name}.json`)
export const resultOf = (name: string): string => join(reports, `${name}.result.json`)

const vitest = (name: string, project: string): Step => ({
  command: [tool('vitest'), 'run', '--project', project, '--reporter=default', '--reporter=./tools/count-reporter.ts'],
  env: { COUNT_OUTPUT: reportOf(name) },
  count: (report) => (report ? (JSON.parse(report) as Count) : brokenOff),
})
const playwright = (name: string, ...projects: string[]): Step => ({
  command: [tool('playwright'), 'test', ...projects.map((project) => `--project=${project}`), '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(name) },
  count: countPlaywright,
})

/** Every check that CI makes. Which follows which, and what each is proved from, is said in package.json under `wireit`. */
export const steps = {
  format: { command: [tool('oxfmt'), '--check'] },
  lint: { command: [tool('oxlint')] },
  'page-types': { command: [tool('svelte-kit'), 'sync'], folder: 'apps/web' },
  pages: { command: [tool('svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings'], folder: 'apps/web' },
  // The native compiler (061); the language's own API, which svelte-check and our checks read, is that of TypeScript 6.
  types: { command: ['sh', '-c', `${nativeTsc} -p . && ${nativeTsc} -p e2e`] },
  arrows: { command: [node, 'tools/check-arrows.ts'] },
  tables: { command: [node, 'tools/check-tables.ts'] },
  states: { command: [node, 'tools/check-pages.ts'] },
  words: { command: [node, 'tools/check-words.ts'] },
  manifests: { command: [node, 'tools/check-manifests.ts'] },
  advisories: { command: [node, 'tools/check-advisories.ts'] },
  unused: { command: [tool('knip'), '--no-config-hints'] },
  pure: vitest('pure', 'pure'),
  'database-types': { command: [node, 'tools/database-types.ts', '--check'] },
  database: vitest('database', 'db'),
  'database-server': { ...vitest('database-server', 'db'), onServer: true },
  journeys: playwright('journeys', 'browser', 'without-javascript'),
  budgets: playwright('budgets', 'budgets'),
} as const satisfies Record<string, Step>
export type StepName = keyof typeof steps

// A runner that broke off before it could report is one failure.
const brokenOff: Count = { passed: 0, failed: 1, skipped: 0, secondTry: [] }

type Suite = { suites?: Suite[]; specs: { title: string; tests: { status: string }[] }[] }

function countPlaywright(report: string): Count {
  if (!report) return brokenOff
  const { stats, suites } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    suites: Suite[]
  }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, secondTry: suites.flatMap(flakyOf) }
}

function flakyOf({ suites = [], specs }: Suite): string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title)
  return [...here, ...suites.flatMap(flakyOf)]
}
