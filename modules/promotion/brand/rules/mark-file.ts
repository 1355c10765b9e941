import { markWords as words } from '../words/mark.ts'
import { slugOf } from '../../slug.ts'

/** A certificate that holds today, as far as a picture of its stars speaks of it. */
export type HeldStars = { product: string; stars: number; code: string; until: string }

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (text: string) => text.replaceAll(/[&<>"]/g, (one) => escapes[one]!)
const star = 'M0-9.5l2.4 5 5.5.7-4 3.8 1 5.4L0 2.8l-4.9 2.6 1-5.4-4-3.8 5.5-.7z'

/** The file of a star mark says until when it may be used. @example markFileName({ … }) // 'ocop-4-sao-keo-dua-sap-den-2028-06-30.svg' */
export const markFileName = ({ product, stars, until }: HeldStars): string => `ocop-${stars}-sao-${slugOf(product, 60)}-den-${until}.svg`

const written = (day: string) => day.split('-').toReversed().join('/')

/**
 * The stars of one product as a drawing: how many of five, whose they are, the number and the last day of the certificate, and a code that leads to what
 * holds today. `squares`: that code, row by row.
 */
export function drawMark({ product, stars, code, until }: HeldStars, squares: readonly (readonly boolean[])[]): string {
  const side = 96 / squares.length
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${fixed(x * side)} ${fixed(y * side)}h${fixed(side)}v${fixed(side)}h-${fixed(side)}z`] : []))) // prettier-ignore
  const row = Array.from({ length: 5 }, (_, index) => `<path transform="translate(${28 + index * 34} 34) scale(1.7)" d="${star}" fill="${index < stars ? '#c98a12' : 'none'}" stroke="#c98a12"/>`) // prettier-ignore
  const line = (y: number, size: number, text: string) => `<text x="12" y="${y}" font-size="${size}" font-family="sans-serif" fill="#123c38">${xml(text)}</text>` // prettier-ignore
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 124" role="img" aria-label="${xml(words.named(stars, product))}">`,
    '<rect width="320" height="124" rx="8" fill="#fff" stroke="#123c38"/>',
    ...row,
    line(76, 15, words.stars(stars)),
    line(94, product.length > 28 ? 9 : 12, product.length > 44 ? `${product.slice(0, 43)}…` : product),
    line(110, 9, words.until(code, written(until))),
    `<g transform="translate(212 14)"><path d="${dark.join('')}" fill="#000"/></g>`,
    '</svg>\n',
  ].join('')
}
const fixed = (length: number) => String(Math.round(length * 1000) / 1000)
