import jsqr from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf'

// What was drawn, read back by readers that are not ours.

/** The words of each page of a PDF. */
export async function pagesOfPdf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false })
  return text.map((page) => page.normalize('NFC').replaceAll(/\s+/g, ' '))
}

/** The bookmarks of a PDF in their order: how deep, what they say, and the page (from 1) that they lead to. */
export async function bookmarksOfPdf(pdf: Uint8Array): Promise<{ level: number; title: string; page: number }[]> {
  const file = await getDocumentProxy(Uint8Array.from(pdf))
  type Marks = NonNullable<Awaited<ReturnType<typeof file.getOutline>>>
  const read = async (marks: Marks, level: number): Promise<{ level: number; title: string; page: number }[]> => {
    const lists = await Promise.all(
      marks.map(async ({ title, dest, items }) => {
        const [page] = (typeof dest === 'string' ? await file.getDestination(dest) : dest) ?? []
        return [{ level, title, page: (await file.getPageIndex(page)) + 1 }, ...(await read(items, level + 1))]
      }),
    )
    return lists.flat()
  }
  return read((await file.getOutline()) ?? [], 1)
}

/** All words of a PDF. */
export const wordsOfPdf = async (pdf: Uint8Array): Promise<string> => (await pagesOfPdf(pdf)).join(' ')

/** The QR code in a picture. */
export async function qrOfPicture(picture: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** Beyond this many points a black shape is no symbol of ours (a frame, a page). */
const largestSymbol = 200

/** A QR code on a page, with the side of one of its modules on the paper in millimetres. */
export type DrawnSymbol = { words: string; module: number }

/** The QR codes on the first page of a PDF. */
export const qrsOfPdf = async (pdf: Uint8Array): Promise<string[]> => (await symbolsOfPdf(pdf)).map(({ words }) => words)

type Matrix = readonly [number, number, number, number, number, number]

/** Every black shape on the first page of a PDF is drawn by itself and read, and the steps between its edges are measured on the paper. */
export async function symbolsOfPdf(pdf: Uint8Array): Promise<DrawnSymbol[]> {
  const { OPS } = await getResolvedPDFJS()
  const page = await (await getDocumentProxy(Uint8Array.from(pdf))).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const read: DrawnSymbol[] = []
  const kept: number[] = []
  let scale = 1
  const scaled = ([a, b, c]: Matrix) => {
    // Watermarks are turned, symbols are not.
    if (b === 0 && c === 0) scale *= Math.abs(a)
  }
  for (const [index, operation] of fnArray.entries()) {
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) kept.push(scale)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) scale = kept.pop() ?? 1
    if (operation === OPS.transform) scaled(argsArray[index] as Matrix)
    if (operation === OPS.paintFormXObjectBegin && argsArray[index][0]) scaled(argsArray[index][0] as Matrix)
    if (operation !== OPS.constructPath || argsArray[index][0] !== OPS.fill) continue
    const steps = [...(argsArray[index][1][0] as Float32Array)]
    const edges: number[] = []
    let path = ''
    while (steps.length > 0) {
      const step = steps.shift()
      if (step === 4) path += 'Z'
      else {
        const [x, y] = [steps.shift()!, steps.shift()!]
        edges.push(x)
        path += `${step === 0 ? 'M' : 'L'}${x} ${y}`
      }
    }
    const side = 4 + (argsArray[index][2] as Float32Array)[2]!
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
    const words = side < largestSymbol ? await qrOfPicture(Buffer.from(svg)).catch(() => undefined) : undefined
    if (words) read.push({ words, module: (smallestStep(edges) * scale * 25.4) / 72 })
  }
  return read
}

/** The least distance between two edges, of which every other one is a multiple. */
function smallestStep(edges: number[]): number {
  const places = [...new Set(edges)].toSorted((a, b) => a - b)
  const step = Math.min(...places.slice(1).map((place, index) => place - places[index]!))
  for (const place of places) {
    const steps = (place - places[0]!) / step
    if (Math.abs(steps - Math.round(steps)) > 0.01) throw new Error(`an edge stands ${steps} modules from the first`)
  }
  return step
}
