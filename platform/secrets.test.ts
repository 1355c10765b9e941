import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSecret } from './secrets.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-secrets-'))
afterAll(() => rm(dataDir, { recursive: true }))

test('concurrent callers get the same secret, and only its owner can read it', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => openSecret(dataDir, 'session')))
  expect(new Set(answers).size).toBe(1)
  expect(Buffer.from(answers[0]!, 'base64url')).toHaveLength(32)
  expect((await stat(join(dataDir, 'keys/session'))).mode & 0o777).toBe(0o600)
  expect(await openSecret(dataDir, 'session')).toBe(answers[0])
})

test('each purpose has its own secret', async () => {
  expect(await openSecret(dataDir, 'links')).not.toBe(await openSecret(dataDir, 'session'))
  await expect(openSecret(dataDir, '../session')).rejects.toThrow()
})
