// The named export `raw` is a symbology of that name; the function that gives modules is on the default export only.
import bwip from 'bwip-js/generic'
import { modulesOf, modulesSvg } from './modules-svg.ts'

export { modulesSvg }
import type { Modules, SymbolOptions } from './modules-svg.ts'

/** How a symbol is drawn: the quiet zone in modules (the standard asks for 4), and the colour of the dark modules. */
export type QrOptions = SymbolOptions & { correction?: Correction }

/** How much of a symbol may be lost: L 7 %, M 15 %. */
export type Correction = 'L' | 'M'

/**
 * A QR symbol as a square of modules, rows from the top; `true` is dark. Error correction M unless told, the smallest version that fits.
 * Source: ISO/IEC 18004; GS1 General Specifications, section 5.7. Text over some 2,300 characters throws.
 *
 * @example qrModules('https://id.example.vn/01/08938501234568').length // 29
 */
export function qrModules(text: string, correction: Correction = 'M'): Modules {
  return modulesOf(bwip.raw('qrcode', text, `eclevel=${correction}`)[0])
}

/**
 * A QR symbol as SVG, some 2 KB.
 *
 * @example qrSvg('https://id.example.vn/01/08938501234568').slice(0, 59) // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"'
 */
export function qrSvg(text: string, { quietZone = 4, color, correction }: QrOptions = {}): string {
  return modulesSvg(qrModules(text, correction), { quietZone, color })
}
