import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filesArchive } from './files-archive.ts'

const at = new Date('2026-12-02T09:00:00+07:00')

test('an archive has the files in their folders as they are, also an empty one and one of several portions', async () => {
  const large = new Uint8Array(2_500_000).map((_, index) => index % 251)
  const bytes = await filesArchive(
    [
      { name: 'MUC-LUC.txt', bytes: strToU8('mục lục') },
      { name: '05-ho-so/VL-1.pdf', bytes: large },
      { name: 'trong.txt', bytes: new Uint8Array() },
    ],
    { at },
  )
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(['MUC-LUC.txt', '05-ho-so/VL-1.pdf', 'trong.txt'])
  expect(strFromU8(files['MUC-LUC.txt']!)).toBe('mục lục')
  expect(files['05-ho-so/VL-1.pdf']).toEqual(large)
  expect(files['trong.txt']).toHaveLength(0)
})

test('the same files of the same moment give the same bytes', async () => {
  const files = [{ name: 'a.txt', bytes: strToU8('a') }]
  expect(await filesArchive(files, { at })).toEqual(await filesArchive(files, { at }))
})
