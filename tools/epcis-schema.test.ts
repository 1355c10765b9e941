import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('the compiled EPCIS schema is what the generator makes of the official schema', () => {
  const generator = fileURLToPath(new URL('epcis-schema.ts', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

test('events are validated and hashed without code from strings, as under a strict content security policy', () => {
  const program = `
    import { documentHashes } from '@dacsan/epcis/hash'
    import { validateText } from '@dacsan/epcis/validate'
    const text = '{"@context":[],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[{"type":"ObjectEvent"}]}}'
    console.log(documentHashes(JSON.parse(text)).length, validateText(text, 'application/json', 'EPCISDocument').length > 0)`
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program]
  expect(spawnSync(process.execPath, flags, { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' }).stdout).toBe(
    '1 true\n',
  )
})
