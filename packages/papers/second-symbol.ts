import { dataMatrixModules, dataMatrixSvg, ean13Svg } from '@dacsan/gs1/symbols'
import type { SecondSymbol } from './label-model.ts'

/** In modules: 95 of bars and a quiet zone of 11 to the left and 7 to the right. ISO/IEC 15420. */
const ean13Modules = 113
/** In millimetres: lower than the standard's, as a label has no more room; scanners read it across its whole width. */
const barHeight = 11
/** The line of digits under the bars, as the template has it. */
const digitsHeight = 2.6
const quietZone = 1

export const modulesBeside = (symbol: SecondSymbol): number =>
  symbol.kind === 'ean-13' ? ean13Modules : dataMatrixModules(symbol.elements).length + 2 * quietZone

/** How wide it stands beside the names, in millimetres: an EAN-13 stands like a ladder. */
export const besideWidth = ({ symbol, module }: { symbol: SecondSymbol; module: number }): number =>
  symbol.kind === 'ean-13' ? barHeight + digitsHeight : modulesBeside(symbol) * module

/** What the template draws, in millimetres. */
export function drawnBeside({ symbol, module }: { symbol: SecondSymbol; module: number }) {
  const length = modulesBeside(symbol) * module
  if (symbol.kind === 'datamatrix')
    return { svg: dataMatrixSvg(symbol.elements, { quietZone }), width: length, height: length, digits: null }
  const gtin13 = symbol.gtin.slice(1)
  const digits = `${gtin13.slice(0, 1)} ${gtin13.slice(1, 7)} ${gtin13.slice(7)}`
  return { svg: ean13Svg(gtin13, { height: Math.round(barHeight / module) }), width: length, height: barHeight, digits }
}
