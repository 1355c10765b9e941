// `npm test`: every check and every test that CI runs, two at a time where they do not disturb each other, with a summary at the end. What nothing
// touched since it last passed is not run again. `-- --only NAME` runs one step.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { parseArgs, styleText } from 'node:util'
import { resultOf, root, steps } from './steps.ts'
import type { Count, StepName, StepResult } from './steps.ts'

process.exitCode = await main()

async function main(): Promise<number> {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  if (only !== undefined && !Object.hasOwn(steps, only)) {
    console.error(`there is no check ${only}: ${Object.keys(steps).join(', ')}`)
    return 2
  }
  const begun = Date.now()
  const env = {
    ...process.env,
    WIREIT_PARALLEL: process.env['WIREIT_PARALLEL'] ?? '2',
    WIREIT_FAILURES: 'continue',
    WIREIT_LOGGER: 'simple',
  }
  const child = spawn('npm', ['run', '--silent', only === undefined ? 'check' : `check:${only}`], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [status] = await once(child, 'close')
  const names = (Object.keys(steps) as StepName[]).filter((name) => only === undefined || name === only)
  const results = await Promise.all(names.map(readResult))
  summarise(
    results.filter((result) => result !== null),
    begun,
  )
  const failed = results.filter((result) => result && !result.ok && result.startedAt >= begun)
  return status === 0 && failed.length === 0 ? 0 : 1
}

/** Null where a step has no result: it needs a server that is not there, or something before it failed. */
async function readResult(name: StepName): Promise<StepResult | null> {
  const text = await readFile(resultOf(name), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as StepResult)
}

function summarise(results: readonly StepResult[], begun: number): void {
  console.log('\ncheck             result     passed  failed  skipped   seconds')
  for (const { name, ok, seconds, startedAt, count } of results) {
    const numbers = [count?.passed, count?.failed, count?.skipped].map((number) => String(number ?? '').padStart(8)).join('')
    const word = !ok ? 'FAILED' : startedAt < begun ? 'unchanged' : 'passed'
    console.log(`${name.padEnd(18)}${styleText(ok ? 'green' : 'red', word.padEnd(9))}${numbers}${seconds.toFixed(1).padStart(11)}`)
  }
  const sum = (key: Exclude<keyof Count, 'secondTry'>) => results.reduce((total, { count }) => total + (count?.[key] ?? 0), 0)
  const broken = results.filter(({ ok, count }) => !ok && !count?.failed).length
  console.log(`\n${sum('passed')} passed, ${sum('failed') + broken} failed, ${sum('skipped')} skipped`)
  const secondTry = results.flatMap(({ name, count }) => (count?.secondTry ?? []).map((title) => `${name}: ${title}`))
  if (secondTry.length) console.log(styleText('yellow', `\npassed only at the second try (mend them):\n  ${secondTry.join('\n  ')}`))
}
