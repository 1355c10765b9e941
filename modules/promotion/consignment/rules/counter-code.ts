import { foldText } from '@dacsan/vietnam'

export type OnShelf = { productName: string; lotNumber: string; traceCode: string; gtin: string | null }

const gtin14 = (digits: string) => digits.padStart(14, '0')

/**
 * What somebody scanned or typed at a counter, looked for on the shelf: a Digital Link, the address or the code of a label, the number of a lot, a GTIN, or
 * words of a name. A code that names a lot finds that lot alone.
 */
export function findOnShelf<T extends OnShelf>(shelf: readonly T[], typed: string): T[] {
  const text = decoded(typed.trim())
  if (text === '') return []
  const [, gtin] = /\/01\/(\d{8,14})(?:[/?#]|$)/.exec(text) ?? []
  const [, lot] = /\/10\/([^/?#]+)/.exec(text) ?? []
  if (gtin !== undefined)
    return shelf.filter((one) => one.gtin !== null && gtin14(one.gtin) === gtin14(gtin) && (lot === undefined || same(one.lotNumber, lot)))
  const [, trace = text] = /\/t\/([^/?#]+)/.exec(text) ?? []
  const named = shelf.filter((one) => same(one.traceCode, trace) || same(one.lotNumber, text))
  if (named.length > 0) return named
  if (/^\d{8,14}$/.test(text)) return shelf.filter((one) => one.gtin !== null && gtin14(one.gtin) === gtin14(text))
  const words = foldText(text).split(/\s+/)
  return shelf.filter(({ productName }) => words.every((word) => foldText(productName).includes(word)))
}

const same = (a: string, b: string) => a.toUpperCase() === b.toUpperCase()

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
