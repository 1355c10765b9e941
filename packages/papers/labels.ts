import { modulesSvg, qrModules } from '@dacsan/gs1/qr'
import type { Label, LabelLayout, LabelSheet } from './label-model.ts'
import { shortDate } from './paper-date.ts'
import { repeatPages } from './repeat-pages.ts'
import { drawnBeside } from './second-symbol.ts'
import { moduleOf, shapeOf, smallestSize, symbolRoom } from './symbol-module.ts'
import { typstPdf, typstSvg } from './typst.ts'

const a4 = { width: 210, height: 297 }

// Laser and ink printers of offices draw 600 dots to the inch or more; at 1,200 a module of whole 600ths is of whole dots as well.
const office = { dot: 25.4 / 600, thermal: false }

// The head of a common label printer has 203 dots to the inch (8 to the millimetre). One with 300 would draw four of these dots as six of its own, almost.
const labelPrinter = { dot: 25.4 / 203, thermal: true }

/**
 * Rolls for label printers, width by height in millimetres, as shops of printing supplies in Vietnam list them ("giấy in tem nhãn decal nhiệt
 * 50×30"). [seen in their catalogues, no standard] 35×22 is sold as often and left out: what the law asks for has no room on it beside a symbol
 * that a telephone reads.
 */
const rollSizes = [
  [50, 30],
  [40, 30],
  [60, 40],
  [75, 50],
  [100, 50],
] as const

const rolls = rollSizes.map(([width, height]) => ({
  id: `roll-${width}x${height}` as const,
  name: `Cuộn tem nhiệt ${width} × ${height} mm`,
  page: { width, height },
  label: { width, height },
  columns: 1,
  rows: 1,
  margin: { left: 0, top: 0 },
  gap: { x: 0, y: 0 },
  bareEdge: 1,
  ...labelPrinter,
}))

/** Sheets and rolls sold in every stationer's; the sizes are those printed on the packets, in millimetres. */
export const labelLayouts = [
  {
    id: 'a4-3x8',
    name: 'Giấy A4, 24 tem 70 × 37 mm',
    page: a4,
    label: { width: 70, height: 37 },
    columns: 3,
    rows: 8,
    margin: { left: 0, top: 0.5 },
    gap: { x: 0, y: 0 },
    bareEdge: 4,
    ...office,
  },
  {
    id: 'a4-3x7',
    name: 'Giấy A4, 21 tem 63,5 × 38,1 mm',
    page: a4,
    label: { width: 63.5, height: 38.1 },
    columns: 3,
    rows: 7,
    margin: { left: 7.2, top: 15.1 },
    gap: { x: 2.5, y: 0 },
    bareEdge: 4,
    ...office,
  },
  {
    id: 'a4-2x7',
    name: 'Giấy A4, 14 tem 99,1 × 38,1 mm',
    page: a4,
    label: { width: 99.1, height: 38.1 },
    columns: 2,
    rows: 7,
    margin: { left: 4.6, top: 15.1 },
    gap: { x: 2.5, y: 0 },
    bareEdge: 4,
    ...office,
  },
  {
    id: 'a4-4x10',
    name: 'Giấy A4, 40 tem 48,5 × 25,4 mm',
    page: a4,
    label: { width: 48.5, height: 25.4 },
    columns: 4,
    rows: 10,
    margin: { left: 8, top: 21.5 },
    gap: { x: 0, y: 0 },
    bareEdge: 4,
    ...office,
  },
  ...rolls,
] as const satisfies readonly LabelLayout[]

/**
 * Sets labels as PDF, as many pages as they need. Each carries its QR symbol as vectors (error correction M, quiet zone of 4 modules).
 * Long names shrink to the smallest lawful size, wrap, and at last end in "…"; lot and dates always stand whole.
 * Pages that look alike are drawn once and counted as often as they are printed, so thousands of copies cost little more than a sheet.
 * A label with a `module` has its symbol at that size; {@link labelModule} says which one a layout has room for.
 * `skip` outside the sheet, no labels, a module without room, copies that are no positive whole number, or a malformed date throw a RangeError.
 *
 * @example text(labelSheetPdf({ labels: [{ ...label, product: 'Dừa sáp sợi' }], copies: 24, layout: labelLayouts[0], createdAt })).slice(0, 5) // '%PDF-'
 */
export function labelSheetPdf(sheet: LabelSheet): Uint8Array {
  const { pages, ...data } = sheetData(sheet)
  const looks = [...new Set(pages)]
  const drawn = typstPdf('label-sheet', { ...data, pages: looks.map(placesOf) }, sheet.createdAt, { tagged: false })
  return repeatPages(
    drawn,
    pages.map((page) => looks.indexOf(page)),
  )
}

/** The same labels as one SVG picture, to look at before printing. @example labelSheetSvg({ labels: [label], layout: labelLayouts[4], createdAt }).slice(0, 4) // '<svg' */
export function labelSheetSvg(sheet: LabelSheet): string {
  const { pages, ...data } = sheetData(sheet)
  return typstSvg('label-sheet', { ...data, pages: pages.map(placesOf) })
}

/** Each label of a sheet as a picture of its own, once: what printers of rolls print one after the other. */
export function* labelPictures(sheet: Omit<LabelSheet, 'copies' | 'skip'>): Generator<string> {
  for (const label of sheet.labels) yield labelSheetSvg({ ...sheet, copies: 1, skip: 0, labels: [label] })
}

function sheetData({ labels, copies = 1, layout, skip = 0, watermark }: LabelSheet) {
  if (labels.length === 0) throw new RangeError('a sheet has at least one label')
  if (!Number.isInteger(copies) || copies < 1) throw new RangeError(`cannot print ${copies} copies`)
  const places = layout.columns * layout.rows
  if (!Number.isInteger(skip) || skip < 0 || skip >= places) throw new RangeError(`cannot skip ${skip} places`)
  // Labels that say the same are one drawing, which stands in many places.
  const said = labels.map((label) => JSON.stringify(label))
  const drawings = [...new Set(said)]
  const wanted = said.flatMap((label) => Array.from({ length: copies }, () => drawings.indexOf(label)))
  const cells = [...Array.from({ length: skip }, () => empty), ...wanted]
  const pages = Array.from({ length: Math.ceil(cells.length / places) }, (_, page) =>
    cells.slice(page * places, (page + 1) * places).join(' '),
  )
  const printedOnce = drawings.map((label) => printed(JSON.parse(label) as Label, layout))
  const shape = shapeOf(layout)
  return { title: `Tem ${labels[0]?.product ?? ''}`, layout, shape, watermark, smallestSize, labels: printedOnce, pages }
}

/** A place of a sheet that was used before. */
const empty = -1

/** A page, "-1 0 0" (a place that is empty, then two of the first drawing), as the places that carry a label. */
function placesOf(page: string): { place: number; label: number }[] {
  return page
    .split(' ')
    .map((label, place) => ({ place, label: Number(label) }))
    .filter(({ label }) => label !== empty)
}

/** Around a QR symbol, in modules. */
const quietZone = 4

function printed({ module, ...label }: Label, layout: LabelLayout) {
  const symbol = qrModules(label.url)
  const [modules, room] = [symbol.length + 2 * quietZone, symbolRoom(layout)]
  // Never drawn smaller in silence: a till would not read it.
  if (module && module * modules > room + 1e-9) throw new RangeError(`${layout.id} has no room for modules of ${module} mm`)
  const drawnAt = module ?? (layout.thermal ? moduleOf({ modules, room, dot: layout.dot, least: 0, most: Infinity }) : null)
  return {
    ...label,
    modules,
    side: drawnAt ? drawnAt * modules : undefined,
    exact: module !== undefined,
    producedOn: label.producedOn && shortDate(label.producedOn),
    bestBefore: label.bestBefore && shortDate(label.bestBefore),
    symbol: modulesSvg(symbol, { quietZone }),
    beside: label.beside && drawnBeside(label.beside),
  }
}
