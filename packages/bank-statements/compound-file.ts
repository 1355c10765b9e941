/** The last sector of a chain and everything that is none ([MS-CFB] 2.1). */
const noSector = 0xffff_fffa

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * A stream of a compound file by one of some names, as workbooks of 1997 to 2003 are kept ([MS-CFB]); undefined where there is none of them.
 *
 * @throws RangeError where the file says of itself what cannot be.
 */
export function streamOf(file: Uint8Array, names: readonly string[]): Uint8Array | undefined {
  const header = viewOf(file)
  const [sectorSize, miniSize] = [2 ** shift(header, 30), 2 ** shift(header, 32)]
  const sectorAt = (sector: number) => viewOf(file.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize))
  const entriesOf = (sectors: readonly number[]) =>
    sectors.flatMap((sector) => {
      const view = sectorAt(sector)
      return Array.from({ length: view.byteLength / 4 }, (_, index) => view.getUint32(index * 4, true))
    })

  const next = entriesOf(fatSectors(header, sectorAt, sectorSize))
  const read = (start: number) => join(follow(start, next).map((sector) => bytesOf(sectorAt(sector))))
  const entries = directoryOf(read(header.getUint32(48, true)))
  const found = entries.find(({ name }) => names.includes(name))
  const root = entries[0]
  if (found === undefined || root === undefined) return undefined
  const isLarge = found.size >= header.getUint32(56, true)
  if (isLarge) return read(found.start).subarray(0, found.size)
  // Short streams share sectors: they have a chain of their own within the stream of the root.
  const mini = read(root.start)
  const nextMini = entriesOf(follow(header.getUint32(60, true), next))
  return join(follow(found.start, nextMini).map((part) => mini.subarray(part * miniSize, (part + 1) * miniSize))).subarray(0, found.size)
}

function shift(header: DataView, at: number): number {
  const bits = header.getUint16(at, true)
  if (bits < 6 || bits > 12) throw new RangeError(`sectors of 2^${bits} bytes`)
  return bits
}

/** Where the table of the chains is: the first 109 of its sectors stand in the header, further ones in a chain. */
function fatSectors(header: DataView, sectorAt: (sector: number) => DataView, sectorSize: number): number[] {
  const isSector = (sector: number) => sector < noSector
  const sectors = Array.from({ length: 109 }, (_, index) => header.getUint32(76 + index * 4, true)).filter(isSector)
  const perSector = sectorSize / 4 - 1
  let left = header.byteLength / sectorSize
  for (let more = header.getUint32(68, true); isSector(more); left--) {
    if (left < 0) throw new RangeError('a chain of sectors that does not end')
    const view = sectorAt(more)
    sectors.push(...Array.from({ length: perSector }, (_, index) => view.getUint32(index * 4, true)).filter(isSector))
    more = view.getUint32(perSector * 4, true)
  }
  return sectors
}

function follow(start: number, next: readonly number[]): number[] {
  const chain: number[] = []
  for (let sector = start; sector < noSector; sector = next[sector]!) {
    if (sector >= next.length || chain.length > next.length) throw new RangeError('a chain of sectors that does not end')
    chain.push(sector)
  }
  return chain
}

function directoryOf(bytes: Uint8Array): { name: string; start: number; size: number }[] {
  const view = viewOf(bytes)
  return Array.from({ length: Math.floor(bytes.length / 128) }, (_, index) => {
    const at = index * 128
    const length = Math.min(64, Math.max(2, view.getUint16(at + 64, true))) - 2
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length))
    return { name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) }
  })
}

const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
