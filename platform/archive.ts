import { unzipSync } from 'fflate'

export type ArchiveEntry = { name: string; packed: number; unpacked: number }

/** What stands in a ZIP archive, by its directory: nothing is unpacked. Throws on what is not a ZIP archive. */
export function entriesOf(archive: Uint8Array): ArchiveEntry[] {
  const entries: ArchiveEntry[] = []
  unzipSync(archive, {
    filter({ name, size, originalSize }) {
      entries.push({ name, packed: size, unpacked: originalSize })
      return false
    },
  })
  return entries
}

/**
 * The bytes that an archive unpacks to, by its directory. Infinity where an entry does not say it or says it only beside its data,
 * for the reader of workbooks stops at what the directory says and nowhere else. Throws on what is not a ZIP archive.
 */
export function unpackedSize(archive: Uint8Array): number {
  let total = 0
  for (const { name, packed, unpacked } of entriesOf(archive)) {
    const isFolder = name.endsWith('/')
    total += isFolder || (packed > 0 && unpacked > 0) ? unpacked : Infinity
  }
  return total
}
