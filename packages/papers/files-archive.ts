import { setImmediate as turn } from 'node:timers/promises'
import { Zip, ZipPassThrough } from 'fflate'

/** What is read in one turn, so that others are answered meanwhile. */
const portion = 1024 * 1024

/**
 * Files in one ZIP archive, in the order given and as they are: papers and photos are packed already. The same files of the same moment give the
 * same bytes.
 *
 * @example text(await filesArchive([{ name: 'quyet-dinh.txt', bytes: bytes('a') }], { at: createdAt })).slice(0, 2) // 'PK'
 */
export async function filesArchive(files: readonly { name: string; bytes: Uint8Array }[], { at }: { at: Date }): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const archive = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  for (const { name, bytes } of files) {
    const file = new ZipPassThrough(name)
    file.mtime = at
    archive.add(file)
    for (let from = 0; from < bytes.length; from += portion) {
      file.push(bytes.subarray(from, from + portion))
      await turn()
    }
    file.push(new Uint8Array(), true)
  }
  archive.end()
  return Buffer.concat(parts)
}
