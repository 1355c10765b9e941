import type { Rows } from './cells.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The rows of the tables of a page: some banks save such a page under the name of a workbook. Linear in the length of the text. */
export function htmlRows(html: string, most: number): Rows {
  const rows: string[][] = []
  let cell: string[] | undefined
  let span = 1
  let isSkipped = false
  const endCell = () => {
    if (cell === undefined) return
    const text = decode(cell.join('')).replaceAll(/[^\S\n]+/g, ' ')
    rows.at(-1)?.push(text.trim(), ...Array.from({ length: span - 1 }, () => ''))
    cell = undefined
  }
  // Where a tag does not end, the next one begins it anew: no place is read twice.
  for (const [piece, tag] of html.matchAll(/<(?:!--[^<]*|(\/?[a-z][^\s<>/]*)[^<>]*>?)|[^<]+|</gi)) {
    const name = tag?.toLowerCase()
    if (name === 'script' || name === 'style') isSkipped = true
    else if (name === '/script' || name === '/style') isSkipped = false
    else if (isSkipped) continue
    else if (name === 'tr') {
      endCell()
      if (rows.length >= most) break
      rows.push([])
    } else if (name === 'td' || name === 'th') {
      endCell()
      if (rows.length === 0) rows.push([])
      cell = []
      span = Math.min(20, Math.max(1, Number(/colspan\s*=\s*["']?(\d{1,2})/i.exec(piece)?.[1] ?? 1)))
    } else if (name === '/td' || name === '/th' || name === '/tr' || name === '/table') endCell()
    else if (name === 'br' || name === 'br/' || name === '/p' || name === '/div') cell?.push('\n')
    else if (tag === undefined && !piece.startsWith('<!--')) cell?.push(piece.replaceAll(/\s+/g, ' '))
  }
  endCell()
  return rows
}

const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
