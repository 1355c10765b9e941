import jsqr from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf'

// What was drawn, read back by readers that are not ours.

/** The words of each page of a PDF. */
export async function pagesOfPdf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false })
  return text.map((page) => page.normalize('NFC').replaceAll(/\s+/g, ' '))
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

/** The QR codes on the first page of a PDF: every black shape is drawn by itself and read. */
export async function qrsOfPdf(pdf: Uint8Array): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS()
  const page = await (await getDocumentProxy(Uint8Array.from(pdf))).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const read: string[] = []
  for (const [index, operation] of fnArray.entries()) {
    if (operation !== OPS.constructPath || argsArray[index][0] !== OPS.fill) continue
    const steps = [...(argsArray[index][1][0] as Float32Array)]
    let path = ''
    while (steps.length > 0) {
      const step = steps.shift()
      path += step === 4 ? 'Z' : `${step === 0 ? 'M' : 'L'}${steps.shift()} ${steps.shift()}`
    }
    const side = 4 + (argsArray[index][2] as Float32Array)[2]!
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
    const words = side < largestSymbol ? await qrOfPicture(Buffer.from(svg)).catch(() => undefined) : undefined
    if (words) read.push(words)
  }
  return read
}
