import { unzipSync } from 'fflate'

/**
 * The bytes that an archive unpacks to, by its directory: nothing is unpacked. Infinity where an entry does not say it or says it only beside its data,
 * for the reader of workbooks stops at what the directory says and nowhere else. Throws on what is not a ZIP archive.
 */
export function unpackedSize(archive: Uint8Array): number {
  let total = 0
  unzipSync(archive, {
    filter({ name, size, originalSize }) {
      const isFolder = name.endsWith('/')
      total += isFolder || (size > 0 && originalSize > 0) ? originalSize : Infinity
      return false
    },
  })
  return total
}
