import { qrModules } from '@dacsan/gs1/qr'
import type { Label, LabelLayout, SecondSymbol } from './label-model.ts'
import { besideWidth, modulesBeside } from './second-symbol.ts'

/** What a module (the X-dimension of GS1) may measure, in millimetres. */
export type ModuleRange = { least: number; most: number }

/** In modules: error correction M with the quiet zone of 4 modules on each side. */
export const symbolModules = (text: string): number => qrModules(text).length + 8

/** Lengths are sums of decimals: 12 dots of 0.1 mm are 1.2000000000000002. */
const rounding = 1e-9

/**
 * What a module measures in millimetres: the largest whole number of dots with which the symbol stays within its room and within the range.
 * Null where even the least module has no room. A part of a dot cannot be printed: the printer would make some modules a dot wider than others.
 *
 * @example moduleOf({ modules: 41, room: 20.6, dot: 0.125, least: 0.396, most: 0.99 }) // 0.5
 * @example moduleOf({ modules: 45, room: 20.6, dot: 0.125, least: 0.396, most: 0.99 }) // null
 */
export function moduleOf({ modules, room, dot, least, most }: { modules: number; room: number; dot: number } & ModuleRange): number | null {
  const dots = Math.floor(Math.min(room / modules, most) / dot + rounding)
  const module = dots * dot
  return dots > 0 && module >= least - rounding ? module : null
}

/** How the template divides a label, in millimetres. */
export type LabelShape = {
  /** Without room for a column of dates: they run under the symbol over the whole width. */
  low: boolean
  padding: number
  /** The line of the address, along the lower edge. */
  strip: number
  /** The part of the width that the symbol takes at most. */
  symbolShare: number
  /** The lines that a low label keeps for facts under a symbol of given size; what they cannot hold stands beside it. */
  factLines: number
}

export function shapeOf({ label }: LabelLayout): LabelShape {
  const low = label.height < 32
  return { low, padding: low ? 1 : 1.2, strip: low ? 2 : 2.9, symbolShare: 0.43, factLines: low ? 2 : 0 }
}

/** In points. Small letters of Be Vietnam Pro are 0.53 em high, so 1.2 mm of them need 6.42. Nghị định 43/2017/NĐ-CP as amended by 111/2021/NĐ-CP. */
export const smallestSize = 6.5

/** From the upper to the lower edge of a line: `top-edge` and `bottom-edge` of the template. */
const lineHeight = ((0.92 + 0.2) * smallestSize * 25.4) / 72

/**
 * The side in millimetres that every label of a layout has for its symbol, in the places at the edge of the paper too, when its words are as small
 * as is lawful.
 */
export function symbolRoom(layout: LabelLayout): number {
  const { strip, symbolShare, factLines } = shapeOf(layout)
  const { width, height } = roomInside(layout)
  return Math.min(width * symbolShare, height - strip - factLines * lineHeight)
}

/** Width and height in millimetres that every label of a layout has inside its padding and what the printer leaves white. */
export function roomInside(layout: LabelLayout): { width: number; height: number } {
  const { padding } = shapeOf(layout)
  const inside = (axis: 'width' | 'height', count: number, margin: number, gap: number) =>
    Math.min(
      ...Array.from({ length: count }, (_, index) => {
        const before = margin + index * (layout.label[axis] + gap)
        const after = layout.page[axis] - before - layout.label[axis]
        return layout.label[axis] - Math.max(padding, layout.bareEdge - before) - Math.max(padding, layout.bareEdge - after)
      }),
    )
  return {
    width: inside('width', layout.columns, layout.margin.left, layout.gap.x),
    height: inside('height', layout.rows, layout.margin.top, layout.gap.y),
  }
}

/** In em: wider than nearly every letter of the semibold cut, so that lines are counted too many rather than too few. */
const letterWidth = 0.62
/** Some letters are nearly twice as wide. */
const widthOf = (word: string): number => [...word].reduce((sum, letter) => sum + (/[MW@%]/i.test(letter) ? 1.7 : 1), 0)

/** How many lines words take at the smallest size; the template breaks a word after every tenth letter. */
function linesOf(said: string, width: number): number {
  const letters = Math.floor(width / ((letterWidth * smallestSize * 25.4) / 72))
  let [lines, used] = [1, 0]
  for (const word of said.split(/\s+/).flatMap((whole) => whole.match(/.{1,10}/gu) ?? [])) {
    if (used > 0 && used + 1 + widthOf(word) > letters) [lines, used] = [lines + 1, 0]
    used += (used > 0 ? 1 : 0) + widthOf(word)
  }
  return lines
}

/** Product, holder and place in a line each, the product a tenth larger, and what stands between them. */
const leastNames = 3.4

/** Whether a low label has room for lot and dates under the symbol, and for the amount there or beside it with the names at their shortest. */
function holdsFacts(layout: LabelLayout, { lot, netContent }: Pick<Label, 'lot' | 'netContent'>, side: number): boolean {
  const { low, padding, factLines, strip } = shapeOf(layout)
  if (!low) return true
  const [width, height] = [layout.label.width - 2 * padding, layout.label.height - 2 * padding]
  const lotAndDates = `Lô: ${lot} NSX: 20/11/2026 HSD: 20/05/2027`
  if (linesOf(lotAndDates, width) > factLines) return false
  if (netContent === undefined) return true
  const amount = `Định lượng: ${netContent}`
  if (linesOf(`${lotAndDates} ${amount}`, width) <= factLines) return true
  const lines = Math.floor((height - strip) / lineHeight) - factLines
  return linesOf(amount, width - side - 1) <= lines - leastNames
}

/**
 * The module of a label's symbol on a layout, by {@link moduleOf}. Null as well where lot or amount are so long that they would have no room around it.
 *
 * @example labelModule(labelLayouts[4], { url: 'https://id.example.vn/01/08938501234568', lot: 'L7' }, { least: 0.396, most: 0.99 }).toFixed(4) // '0.5005'
 */
export function labelModule(
  layout: LabelLayout,
  label: Pick<Label, 'url' | 'lot' | 'netContent' | 'beside'>,
  range: ModuleRange,
): number | null {
  const modules = symbolModules(label.url)
  // With a second symbol the first takes no more than a till asks: the names need the rest.
  const most = label.beside ? Math.min(range.most, range.least + layout.dot) : range.most
  const module = moduleOf({ modules, room: symbolRoom(layout), dot: layout.dot, least: range.least, most })
  if (module === null || !holdsFacts(layout, label, module * modules)) return null
  const words = roomInside(layout).width - module * modules - (label.beside ? besideWidth(label.beside) + 2 : 1)
  return label.beside && words < leastWords ? null : module
}

/** In millimetres: narrower, the lot and the dates would not stand whole. */
const leastWords = 20

/**
 * The module of a second symbol that stands upright beside the names. Null where the layout has no room for the least one.
 *
 * @example besideModule(labelLayouts[0], { kind: 'ean-13', gtin: '08938501234568' }, { least: 0.249, most: 0.66 }).toFixed(3) // '0.254'
 */
export function besideModule(layout: LabelLayout, symbol: SecondSymbol, { least, most }: ModuleRange): number | null {
  const { low, strip } = shapeOf(layout)
  if (low) return null
  const room = roomInside(layout).height - strip
  // Larger than the least takes room from the names, and reads no better.
  return moduleOf({ modules: modulesBeside(symbol), room, dot: layout.dot, least, most: Math.min(most, least + layout.dot) })
}
