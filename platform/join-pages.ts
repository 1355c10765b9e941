import { PDFDocument } from '@cantoo/pdf-lib'

/** What becomes pages of one paper: a photo that was drawn anew, or a PDF that was judged. */
export type Sheet = { kind: 'photo'; jpeg: Uint8Array; width: number; height: number } | { kind: 'pdf'; bytes: Uint8Array }

/** The paper; or the sheets, by their place, that cannot be taken apart; or that it would have too many pages. */
export type Joined = { bytes: Uint8Array; pages: number } | { unreadable: number[] } | { tooManyPages: number }

/** In points; a printer leaves half a centimetre white anyway. */
const [shortSide, longSide, margin] = [595.28, 841.89, 14]

/**
 * Makes one PDF of several sheets, in their order: each photo on an A4 page of its own, upright or across as it was taken, and the pages of each PDF as
 * they are. Scripts and what hangs at a PDF as a whole stay behind: pages alone are taken over.
 */
export async function joinPages(sheets: readonly Sheet[], { mostPages }: { mostPages: number }): Promise<Joined> {
  const paper = await PDFDocument.create({ updateMetadata: false })
  const unreadable: number[] = []
  for (const [place, sheet] of sheets.entries()) {
    if (sheet.kind === 'photo') await addPhoto(paper, sheet)
    else if (!(await addPages(paper, sheet.bytes))) unreadable.push(place)
    if (paper.getPageCount() > mostPages) return { tooManyPages: paper.getPageCount() }
  }
  if (unreadable.length > 0) return { unreadable }
  // Objects in the clear, so that whoever judges the paper reads all of it.
  return { bytes: await paper.save({ useObjectStreams: false }), pages: paper.getPageCount() }
}

async function addPhoto(paper: PDFDocument, { jpeg, width, height }: Extract<Sheet, { kind: 'photo' }>): Promise<void> {
  const [pageWidth, pageHeight] = width > height ? [longSide, shortSide] : [shortSide, longSide]
  const scale = Math.min((pageWidth - 2 * margin) / width, (pageHeight - 2 * margin) / height)
  const page = paper.addPage([pageWidth, pageHeight])
  page.drawImage(await paper.embedJpg(jpeg), {
    x: (pageWidth - width * scale) / 2,
    y: (pageHeight - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  })
}

async function addPages(paper: PDFDocument, bytes: Uint8Array): Promise<boolean> {
  try {
    const given = await PDFDocument.load(bytes, { updateMetadata: false })
    if (given.getPageCount() === 0) return false
    for (const page of await paper.copyPages(given, given.getPageIndices())) paper.addPage(page)
    return true
  } catch {
    return false
  }
}
