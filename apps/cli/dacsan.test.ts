import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))

async function dacsan(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, complaint, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { output, complaint, status: status as number }
}

test.for([
  [[], 'nothing'],
  [['sart'], 'an unknown command'],
  [['api-key', 'create'], 'a command whose business is not built'],
  [['toString'], 'the name of something inherited'],
  [['migrate', '--fast'], 'an unknown option'],
  [['migrate', 'now'], 'an argument too many'],
  [['backup'], 'a missing argument'],
] as const)('%j, %s, ends with status 2', async ([args]) => {
  expect((await dacsan(args)).status).toBe(2)
})

test('what was wrong is said in one line on standard error', async () => {
  expect(await dacsan(['backup'])).toEqual({
    status: 2,
    output: '',
    complaint: 'dacsan: FILE is missing (dacsan --help lists what there is)\n',
  })
})

test('a bad value of the environment stops the start with one line that says which and why', async () => {
  expect(await dacsan(['migrate'], { PORT: 'http' })).toEqual({ status: 1, output: '', complaint: 'dacsan: PORT=http is not a port\n' })
})

test('every command that the list names explains itself', async () => {
  const { output, status } = await dacsan(['--help'])
  expect(status).toBe(0)
  const names = [...output.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name ?? '')
  expect(names).toContain('start')
  const helps = await Promise.all(names.map((name) => dacsan([name, '--help'])))
  for (const [index, help] of helps.entries()) {
    expect(help).toMatchObject({ status: 0, complaint: '' })
    expect(help.output).toMatch(new RegExp(`^Usage: dacsan ${names[index]}`))
  }
})
