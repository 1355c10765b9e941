import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../bin/dacsan-bench', import.meta.url))

test('an unknown benchmark ends with status 2 and the names of the known ones, and none is run', async () => {
  const child = spawn(process.execPath, [program, 'resolver', 'reslover'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, complaint, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  expect([status, output]).toEqual([2, ''])
  expect(complaint).toMatch(/^bench: there is no benchmark reslover: .*\bcertificates, .*\bresolver\b/)
})
