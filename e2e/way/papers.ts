import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { expect } from '../fixtures.ts'

/** Fetches a file with the cookies of the page. */
export async function fetchFile(page: Page, href: string): Promise<Uint8Array> {
  const answer = await page.request.get(href)
  expect([href, answer.status()]).toEqual([href, 200])
  return new Uint8Array(await answer.body())
}

/** All words of a PDF, as a reader of ours does not write them. */
export async function wordsOfPdf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

/** All words of a DOCX or an XLSX, part after part. */
export function wordsOfOffice(file: Uint8Array): string {
  const parts = unzipSync(file, {
    filter: ({ name }) => /^(word\/(document|footer\d*|header\d*)|xl\/(sharedStrings|worksheets\/\w+))\.xml$/.test(name),
  })
  return Object.values(parts)
    .map((part) =>
      strFromU8(part)
        .replace(/<\/(w:p|si|c)>/g, ' ')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&'),
    )
    .join(' ')
    .normalize('NFC')
}

/** What a reader that is not ours sees in a picture. */
export async function readQr(picture: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/** The QR codes on the first page of a PDF: each black shape is drawn by itself and read. */
export async function qrsOfPdf(pdf: Uint8Array): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS()
  const page = await (await getDocumentProxy(pdf.slice())).getPage(1)
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
    const words = side < 200 ? await readQr(Buffer.from(svg)).catch(() => undefined) : undefined
    if (words) read.push(words)
  }
  return read
}
