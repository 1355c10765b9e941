// Runs one step of `npm test` and keeps its result: `node tools/step.ts NAME`. Wireit calls it (package.json) for the steps that something touched.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { reportOf, resultOf, root, steps } from './steps.ts'
import type { Step, StepName, StepResult } from './steps.ts'

const name = process.argv[2] as StepName
const step: Step | undefined = Object.hasOwn(steps, name) ? steps[name] : undefined
if (!step) throw new Error(`there is no step ${name}: ${Object.keys(steps).join(', ')}`)

const server = process.env['TEST_DATABASE_URL']
await mkdir(dirname(resultOf(name)), { recursive: true })
if (step.onServer && !server) await rm(resultOf(name), { force: true })
else process.exitCode = (await run(name, step)).ok ? 0 : 1

async function run(name: StepName, { command, folder = '.', env, onServer, count }: Step): Promise<StepResult> {
  await Promise.all([reportOf(name), resultOf(name)].map((path) => rm(path, { force: true })))
  const startedAt = Date.now()
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: join(root, folder),
    env: {
      ...process.env,
      TEST_DATABASE_URL: onServer ? server : '',
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [status] = await once(child, 'close')
  const counted = count ? count(await readFile(reportOf(name), 'utf8').catch(() => '')) : null
  const result: StepResult = {
    name,
    ok: status === 0 && !counted?.failed,
    seconds: (Date.now() - startedAt) / 1000,
    startedAt,
    count: counted,
  }
  await writeFile(resultOf(name), JSON.stringify(result))
  return result
}
