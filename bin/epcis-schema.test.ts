import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('the compiled schema of EPCIS is what the official schema gives', () => {
  const generator = fileURLToPath(new URL('epcis-schema.ts', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
