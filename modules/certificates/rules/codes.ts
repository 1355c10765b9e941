/** The code of a product: province, commune, number in the commune, year of evaluation (Quyết định 26/2026/QĐ-TTg; unit codes of QĐ 19/2025/QĐ-TTg). */
export function productCode(product: { provinceCode: string; communeCode: string; number: number; year: number }): string {
  return [product.provinceCode, product.communeCode, product.number, product.year].join('-')
}

/** The number that a product already has in this commune: a product evaluated again keeps it, only the year moves on. */
export function numberIn(code: string | null, place: { provinceCode: string; communeCode: string }): number | null {
  const [, number] = /^(\d+)-\d{4}$/.exec(code?.slice(`${place.provinceCode}-${place.communeCode}-`.length) ?? '') ?? []
  return number !== undefined && code?.startsWith(`${place.provinceCode}-${place.communeCode}-`) ? Number(number) : null
}

/**
 * A decision's number with its symbol, "3981/QĐ-UBND". The officer may type the bare number; null where it is neither.
 *
 * @param symbol the symbol of the deciding authority's decisions
 */
export function decisionNumber(typed: string, symbol: string): string | null {
  const text = typed.normalize('NFC').replaceAll(/\s/g, '')
  if (/^\d{1,6}[a-z]?$/i.test(text)) return `${text}/${symbol}`
  return text.toLocaleUpperCase('vi').endsWith(`/${symbol}`) && /^\d{1,6}[a-z]?$/i.test(text.slice(0, -symbol.length - 1))
    ? `${text.slice(0, -symbol.length - 1)}/${symbol}`
    : null
}

/**
 * What identifies a certificate is the decision and the product (no national form of certificate numbers is known):
 * the decision's number, the mark of the authority where it is not the province, the product's code.
 */
export function certificateCode({ number, mark, productCode }: { number: string; mark: string; productCode: string }): string {
  return [number.split('/')[0]!.toLowerCase(), mark, productCode].filter(Boolean).join('-')
}
