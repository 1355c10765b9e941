import sharp from 'sharp'
import { filesArchive } from './files-archive.ts'
import type { LabelSheet } from './label-model.ts'
import { labelPictures } from './labels.ts'

/** The heads of label printers: dots to the inch. */
export const thermalDpis = [203, 300] as const
export type ThermalDpi = (typeof thermalDpis)[number]

/** A label as dots, rows from the top; 1 is black. */
type Dots = { width: number; height: number; bits: Uint8Array }

/** Drawn so many times larger, and each dot taken in its middle: an edge then falls on one side of a dot, the same for every module. */
const finer = 4

async function dotsOf(svg: string, size: { width: number; height: number }, dpi: ThermalDpi): Promise<Dots> {
  const [width, height] = [size.width, size.height].map((length) => Math.round((length / 25.4) * dpi)) as [number, number]
  // At the density of 72 a unit of the picture is a pixel.
  const sized = withDrawings(svg).replace(/<svg ([^>]*)>/, (_, attributes: string) => {
    const others = attributes.replaceAll(/\s?\b(width|height)="[^"]*"/g, '')
    return `<svg ${others} width="${width * finer}" height="${height * finer}" preserveAspectRatio="none">`
  })
  const { data, info } = await sharp(Buffer.from(sized), { density: 72 })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const bits = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      bits[y * width + x] = data[(y * finer + finer / 2) * info.width + x * finer + finer / 2]! < 128 ? 1 : 0
  return { width, height, bits }
}

/** The symbols as drawings within the drawing: librsvg would set a picture of them, with a pixel a module, and make it larger. */
const withDrawings = (svg: string): string =>
  svg.replaceAll(
    /<image([^>]*?) xlink:href="data:image\/svg\+xml;base64,([^"]*)"([^>]*)\/>/g,
    (_, before: string, picture: string, after: string) => {
      const [, transform = ''] = /transform="([^"]*)"/.exec(before + after) ?? []
      const places = (before + after).replace(/transform="[^"]*"/, '')
      const drawing = Buffer.from(picture, 'base64').toString()
      return `<g transform="${transform}">${drawing.replace('<svg ', `<svg ${places} `)}</g>`
    },
  )

/** Each label of a roll with how often it is printed. */
async function* dotsOfSheet(sheet: LabelSheet, dpi: ThermalDpi): AsyncGenerator<Dots> {
  if (!sheet.layout.thermal) throw new RangeError(`${sheet.layout.id} is no roll of a label printer`)
  for (const svg of labelPictures(sheet)) yield dotsOf(svg, sheet.layout.label, dpi)
}

/**
 * Labels of a roll as a program in ZPL II, for printers that take it as it is. Every label is a picture (`^GFA`): no printer has the letters of
 * Vietnamese for certain, and none draws another symbol than was decided. `layout.dot` must be that of the head.
 *
 * @example text(await labelsZpl({ labels: [label], layout: { ...labelLayouts[4], dot: 25.4 / 203 }, createdAt }, 203)).slice(0, 6) // '^XA^PW'
 */
export async function labelsZpl(sheet: LabelSheet, dpi: ThermalDpi): Promise<Uint8Array> {
  const parts: string[] = []
  for await (const { width, height, bits } of dotsOfSheet(sheet, dpi)) {
    const rowBytes = Math.ceil(width / 8)
    const size = rowBytes * height
    parts.push(
      `^XA^PW${width}^LL${height}^LH0,0^FO0,0^GFA,${size},${size},${rowBytes},${packed(rowsOf(bits, width))}^FS^PQ${sheet.copies ?? 1}^XZ\n`,
    )
  }
  return new TextEncoder().encode(parts.join(''))
}

/**
 * The same as pictures of black and white dots, one PNG a label in a ZIP: for programs of printers that take pictures alone.
 *
 * @example text(await labelsPng({ labels: [label], layout: labelLayouts[4], createdAt }, 203)).slice(0, 2) // 'PK'
 */
export async function labelsPng(sheet: LabelSheet, dpi: ThermalDpi): Promise<Uint8Array> {
  const files: { name: string; bytes: Uint8Array }[] = []
  for await (const { width, height, bits } of dotsOfSheet(sheet, dpi)) {
    const grey = bits.map((bit) => (bit === 1 ? 0 : 255))
    const bytes = await sharp(grey, { raw: { width, height, channels: 1 } })
      .withMetadata({ density: dpi })
      .png({ palette: true, colours: 2 })
      .toBuffer()
    files.push({ name: `tem-${String(files.length + 1).padStart(4, '0')}.png`, bytes })
  }
  return filesArchive(files, { at: sheet.createdAt })
}

/** Each row in hexadecimal digits, eight dots to two. */
const rowsOf = (bits: Uint8Array, width: number): string[] =>
  Array.from({ length: bits.length / width }, (_, row) => {
    const dots = bits.subarray(row * width, (row + 1) * width)
    return Array.from({ length: Math.ceil(width / 8) * 2 }, (_digit, at) =>
      [0, 1, 2, 3]
        .reduce((sum, bit) => sum * 2 + (dots[at * 4 + bit] ?? 0), 0)
        .toString(16)
        .toUpperCase(),
    ).join('')
  })

/** As ZPL packs graphics: a row like the one before is `:`, zeros to its end are `,`, and what repeats has its count before it. */
function packed(rows: readonly string[]): string {
  return rows
    .map((row, index) => {
      if (index > 0 && row === rows[index - 1]) return ':'
      const inked = row.replace(/0+$/, '')
      const runs = inked.replace(/(.)\1+/g, (run, digit: string) => countOf(run.length) + digit)
      return inked.length < row.length ? `${runs},` : runs
    })
    .join('')
}

/** G … Y are 1 … 19, g … z are 20 … 400; larger ones are summed. */
function countOf(count: number): string {
  if (count > 419) return countOf(400) + countOf(count - 400)
  const [twenties, ones] = [Math.floor(count / 20), count % 20]
  return (twenties > 0 ? String.fromCharCode(102 + twenties) : '') + (ones > 0 ? String.fromCharCode(70 + ones) : '')
}
