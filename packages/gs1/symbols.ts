import bwip from 'bwip-js/generic'
import { hasCheckDigit } from './check-digit.ts'
import type { Element } from './element.ts'
import { frame, modulesOf, modulesSvg } from './modules-svg.ts'
import type { Modules, SymbolOptions } from './modules-svg.ts'
import { formatFnc1 } from './scan-data.ts'

/** FNC1 as bwip-js wants it told. No value has a `^` of its own. */
const withFnc1 = (elements: readonly Element[]) => formatFnc1(elements).replaceAll('^', '^FNC1')

/**
 * A GS1 DataMatrix as a square of modules, rows from the top; `true` is dark. Source: ISO/IEC 16022; GS1 General Specifications, section 5.6.
 *
 * @param elements checked elements, as {@link parseElementString} gives them
 * @example dataMatrixModules([{ ai: '01', value: '08938501234568' }, { ai: '10', value: 'L7' }]).length // 16
 */
export function dataMatrixModules(elements: readonly Element[]): Modules {
  return modulesOf(bwip.raw('datamatrix', withFnc1(elements), 'parsefnc')[0])
}

/**
 * A GS1 DataMatrix as SVG, with the quiet zone of one module that the standard asks for.
 *
 * @example dataMatrixSvg([{ ai: '01', value: '08938501234568' }]).slice(0, 59) // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18"'
 */
export function dataMatrixSvg(elements: readonly Element[], { quietZone = 1, color }: SymbolOptions = {}): string {
  return modulesSvg(dataMatrixModules(elements), { quietZone, color })
}

/** The most that a GS1-128 may carry. Source: GS1 General Specifications, section 5.4.1. */
const longestGs1128 = 48

/**
 * The bars of a GS1-128 from the left, as widths in modules: dark, light, dark, … Data of more than 48 characters throws a RangeError.
 * Source: ISO/IEC 15417; GS1 General Specifications, section 5.4.
 *
 * @example gs1128Bars([{ ai: '00', value: '006141411234567890' }]).slice(0, 6) // [2, 1, 1, 2, 3, 2]
 */
export function gs1128Bars(elements: readonly Element[]): readonly number[] {
  const { length } = formatFnc1(elements).slice(1)
  if (length > longestGs1128) throw new RangeError(`a GS1-128 carries ${longestGs1128} characters, not ${length}`)
  const [symbol] = bwip.raw('code128', withFnc1(elements), 'parsefnc')
  if (!symbol || !('sbs' in symbol)) throw new Error('no symbol was drawn')
  return symbol.sbs
}

/**
 * A GS1-128 as SVG, with the quiet zones of ten modules that the standard asks for. `height` is in modules: what is printed must be at least 32 mm high on
 * goods that move in storage. Source: GS1 General Specifications, sections 5.4.4 and 5.12.
 *
 * @example gs1128Svg([{ ai: '00', value: '006141411234567890' }], { height: 64 }).slice(0, 60) // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 176 64"'
 */
export function gs1128Svg(
  elements: readonly Element[],
  { quietZone = 10, color = '#000', height = 64 }: SymbolOptions & { height?: number } = {},
): string {
  return barsSvg(gs1128Bars(elements), { left: quietZone, right: quietZone, height, color })
}

/**
 * The bars of an EAN-13 as SVG, with the quiet zones of 11 and 7 modules that the standard asks for and no digits under them. `height` is in modules.
 * Anything but a GTIN of 13 digits throws a RangeError. Source: ISO/IEC 15420; GS1 General Specifications, section 5.2.
 *
 * @example ean13Svg('8938501234568').slice(0, 60) // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 113 69"'
 */
export function ean13Svg(gtin13: string, { color = '#000', height = 69 }: { color?: string; height?: number } = {}): string {
  if (!/^\d{13}$/.test(gtin13) || !hasCheckDigit(gtin13)) throw new RangeError(`not a GTIN of 13 digits: ${gtin13}`)
  const [symbol] = bwip.raw('ean13', gtin13, '')
  if (!symbol || !('sbs' in symbol)) throw new Error('no symbol was drawn')
  return barsSvg(symbol.sbs, { left: 11, right: 7, height, color })
}

/** Bars from the left, as widths in modules: dark, light, dark, … */
function barsSvg(
  widths: readonly number[],
  { left, right, height, color }: { left: number; right: number; height: number; color: string },
): string {
  let x = left
  let path = ''
  for (const [place, width] of widths.entries()) {
    if (place % 2 === 0) path += `M${x} 0h${width}v${height}h-${width}z`
    x += width
  }
  return frame(x + right, height, path, color)
}
