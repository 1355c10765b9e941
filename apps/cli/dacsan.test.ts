import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
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
  [[], 'without a command'],
  [['sart'], 'with an unknown command'],
  [['report', 'period', '--from', '2026-01-01'], 'with a command that is not implemented'],
  [['import', 'bank-statement', 'sao-ke.csv'], 'without the seller whose statement it is'],
  [['toString'], 'with the name of an inherited property'],
  [['migrate', '--fast'], 'with an unknown option'],
  [['migrate', 'now'], 'with too many arguments'],
  [['backup'], 'without a required argument'],
  [['organisation'], 'with half of a command'],
  [['organisation', 'create', '--kind', 'department'], 'without an option that must be given'],
  [['account', 'create', '--password', 'x'], 'with an option that no command has'],
  [['api-key', 'create', '--org', 'htx-mot'], 'without a scope'],
  [['api-key', 'create', '--org', 'htx-mot', '--scope', 'everything'], 'with a scope that is none'],
  [['api-key', 'revoke'], 'without the id of a key'],
  [['gln', 'assign', '8938501234568'], 'without an organisation'],
] as const)('the command line %j, %s, ends with status 2', async ([args]) => {
  expect((await dacsan(args)).status).toBe(2)
})

test('a wrong command line is reported in one line on standard error', async () => {
  expect(await dacsan(['backup'])).toEqual({
    status: 2,
    output: '',
    complaint: 'dacsan: FILE is missing (dacsan --help lists what there is)\n',
  })
})

test('a bad value of the environment stops the start with one line that names it and the reason', async () => {
  expect(await dacsan(['migrate'], { PORT: 'http' })).toEqual({ status: 1, output: '', complaint: 'dacsan: PORT=http is not a port\n' })
})

test('every file of commands is a command that the help lists', async () => {
  const { output } = await dacsan(['--help'])
  const files = await readdir(new URL('commands/', import.meta.url))
  for (const file of files) expect(output).toMatch(new RegExp(`^ {2}${file.slice(0, -'.ts'.length).replaceAll('-', '[- ]')}\\b`, 'm'))
})

test('every listed command has its own help', async () => {
  const { output, status } = await dacsan(['--help'])
  expect(status).toBe(0)
  const names = [...output.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?)/gm)].map(([, name]) => name ?? '')
  expect(names).toContain('start')
  const helps = await Promise.all(names.map((name) => dacsan([...name.split(' '), '--help'])))
  for (const [index, help] of helps.entries()) {
    expect(help).toMatchObject({ status: 0, complaint: '' })
    expect(help.output).toMatch(new RegExp(`^Usage: dacsan ${names[index]}`))
  }
})
