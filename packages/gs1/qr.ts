// The named export `raw` is a symbology of that name; the function that gives modules is on the default export only.
import bwip from 'bwip-js/generic'

/** How a symbol is drawn: the quiet zone in modules (the standard asks for 4), and the colour of the dark modules. */
export type QrOptions = { quietZone?: number; color?: string }

/**
 * A QR symbol as a square of modules, rows from the top; `true` is dark. Error correction M (15 %), the smallest version that fits.
 * Source: ISO/IEC 18004; GS1 General Specifications, section 5.7. Text over some 2,300 characters throws.
 *
 * @example qrModules('https://id.example.vn/01/08938501234568').length // 29
 */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!symbol || !('pixs' in symbol)) throw new Error('no symbol was drawn')
  const size = symbol.pixx
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => symbol.pixs[y * size + x] === 1))
}

/**
 * A QR symbol as SVG: one path, one unit a module, so that it prints sharp at any size and takes some 2 KB.
 *
 * @example qrSvg('https://id.example.vn/01/08938501234568').slice(0, 59) // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"'
 */
export function qrSvg(text: string, { quietZone = 4, color = '#000' }: QrOptions = {}): string {
  const modules = qrModules(text)
  const side = modules.length + 2 * quietZone
  const path = modules.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="${color}" d="${path.join('')}"/></svg>`
}

/** Neighbouring dark modules of a row as [start, length]; fewer shapes, and no hairlines between them. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
