import { createHash } from 'node:crypto'

/**
 * The same PDF with its pages in another order, each as often as it is named: a page that comes again is a page object of its own over the same
 * content and fonts, so it costs some 300 bytes. For a PDF as our compiler writes it: one cross-reference table, page objects without references
 * to what else is on their page (no tags, links or notes). A name that is not a page, or another kind of PDF, throws a RangeError.
 *
 * @example
 * const pdf = certificatesPdf([certificate, certificate, certificate])
 * text(repeatPages(pdf, [0, 1, 1, 1, 2])).match(/\/Count (\d+)/)[1] // '5'
 */
export function repeatPages(pdf: Uint8Array, order: readonly number[]): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const objects = objectsOf(file)
  const tree = treeOf(objects)
  if (order.length === tree.pages.length && order.every((page, index) => page === index)) return pdf
  const kids = order.map((page, index) => {
    const id = tree.pages[page]
    const drawn = id === undefined ? undefined : objects.get(id)
    if (id === undefined || !drawn) throw new RangeError(`there is no page ${page}`)
    if (order.indexOf(page) === index) return id
    const copy = objects.size + 1
    objects.set(copy, Buffer.from(drawn.toString('latin1').replace(/^\d+/, String(copy)), 'latin1'))
    return copy
  })
  const counted = tree.source
    .replace(/\/Count \d+/, `/Count ${kids.length}`)
    .replace(/\/Kids \[[^\]]*\]/, `/Kids [${kids.map((id) => `${id} 0 R`).join(' ')}]`)
  objects.set(tree.id, Buffer.from(counted, 'latin1'))
  return written(file, objects, order)
}

const foreign = 'not a PDF whose pages can be repeated'

/** Every object by its number, with the bytes that lead to the next. */
function objectsOf(file: Buffer): Map<number, Buffer> {
  const table = tableOf(file)
  const lines = file.subarray(table).toString('latin1').split('\n')
  const [first, count] = (lines[1] ?? '').split(' ').map(Number)
  if (lines[0] !== 'xref' || first !== 0 || !count) throw new RangeError(foreign)
  const starts = lines.slice(3, 2 + count).map((line) => Number.parseInt(line, 10))
  const inFile = [...starts, table].toSorted((a, b) => a - b)
  return new Map(
    starts.map((start, index) => {
      const bytes = file.subarray(start, inFile[inFile.indexOf(start) + 1])
      if (
        !bytes
          .subarray(0, 16)
          .toString('latin1')
          .startsWith(`${index + 1} 0 obj`)
      )
        throw new RangeError(foreign)
      return [index + 1, bytes]
    }),
  )
}

/** Where the table of a PDF begins. */
function tableOf(file: Buffer): number {
  const [, table] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-64).toString('latin1')) ?? []
  if (table === undefined) throw new RangeError(foreign)
  return Number(table)
}

function treeOf(objects: ReadonlyMap<number, Buffer>): { id: number; source: string; pages: number[] } {
  for (const [id, bytes] of objects) {
    const source = bytes.subarray(0, 64).includes('/Type /Pages') ? bytes.toString('latin1') : ''
    const [, kids] = /\/Kids \[([^\]]*)\]/.exec(source) ?? []
    if (kids !== undefined) return { id, source, pages: [...kids.matchAll(/(\d+) 0 R/g)].map(([, page]) => Number(page)) }
  }
  throw new RangeError(foreign)
}

/** The objects under a new table; the name of the file (its ID) says which pages it has. */
function written(file: Buffer, objects: ReadonlyMap<number, Buffer>, order: readonly number[]): Uint8Array {
  const head = file.subarray(0, /\d+ 0 obj/.exec(file.subarray(0, 64).toString('latin1'))?.index)
  const trailer = file.subarray(tableOf(file)).toString('latin1')
  const name = createHash('sha256').update(file).update(order.join()).digest('hex').slice(0, 32)
  const parts: Buffer[] = [head]
  const lines = ['xref', `0 ${objects.size + 1}`, '0000000000 65535 f\r']
  let at = head.length
  for (const bytes of objects.values()) {
    lines.push(`${String(at).padStart(10, '0')} 00000 n\r`)
    parts.push(bytes)
    at += bytes.length
  }
  const end = trailer
    .slice(trailer.indexOf('trailer'))
    .replace(/\/Size \d+/, `/Size ${objects.size + 1}`)
    .replace(/\/ID \[.*\]/, `/ID [<${name}> <${name}>]`)
    .replace(/startxref\s+\d+/, `startxref\n${at}`)
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(`${lines.join('\n')}\n${end}`, 'latin1')]))
}
