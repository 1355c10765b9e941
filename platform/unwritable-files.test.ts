import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFileStore } from './files.ts'

test('C19: an upload that cannot be put in its place fails as a whole and leaves no part of it behind', async () => {
  const root = await mkdtemp(join(tmpdir(), 'dacsan-unwritable-'))
  const bytes = new Uint8Array(3000).fill(7)
  const hash = createHash('sha256').update(bytes).digest('hex')
  // A folder stands where the file has to go: the last step of the writing is refused, as a disk without room refuses one.
  await mkdir(join(root, 'files', hash.slice(0, 2), hash), { recursive: true })
  await expect(openFileStore({ dataDir: root }).keepOwn(bytes, { name: 'mẫu.pdf', mediaType: 'application/pdf' })).rejects.toThrow()
  expect(await readdir(join(root, 'files/unfinished'))).toEqual([])
  await rm(root, { recursive: true })
})
