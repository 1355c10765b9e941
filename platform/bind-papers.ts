import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, degrees } from '@cantoo/pdf-lib'
import type { PDFEmbeddedPage, PDFPage, PDFRef } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { joinPages } from './join-pages.ts'
import { pictureOfPage } from './picture-of-page.ts'

/** A part of a bound set: a heading over the parts of the next level, or the bytes of a paper (a PDF or a photo). */
export type BoundPart = {
  title: string
  level: 1 | 2
  /** Null: a heading, or a paper without a file. */
  bytes: Uint8Array | null
  /** Pages with a margin at the foot, where a foot covers nothing: ours. */
  hasMargin?: boolean
}

/** Where a part stands: its first page (from 1; null where it has none), how many there are, and whether what was to stand there could be read. */
export type BoundPlace = { first: number | null; pages: number; isReadable: boolean }

/** The index (pages of its own), a page for each part that cannot be read, and a foot for each page of the set. */
export type DrawAround = (places: readonly BoundPlace[], pages: number) => Uint8Array

export type BoundLimits = {
  /** More pages of one paper are not taken in: a notice stands in their place. */
  pagesOfOne: number
  /** The same for the whole. */
  pages: number
}

/** A page that PDFium must draw, because the structure of its file is damaged, takes a third of a second. */
const mostDrawn = 60

/**
 * Binds papers into one PDF with bookmarks: an index, then the parts in their order, each page with a foot. A paper that cannot be read is never a
 * failure: its pages are drawn as pictures where that can be done, and otherwise a notice stands in its place. The same parts give the same bytes.
 *
 * @example await bindPapers(parts, { around, indexTitle: 'Mục lục', title: 'Hồ sơ', createdAt, limits: { pagesOfOne: 100, pages: 1000 } })
 */
export async function bindPapers(
  parts: readonly BoundPart[],
  {
    around,
    title,
    indexTitle,
    createdAt,
    limits,
  }: { around: DrawAround; title: string; indexTitle: string; createdAt: Date; limits: BoundLimits },
): Promise<Uint8Array> {
  const sources = await readSources(parts, limits)
  const { drawn, places, indexPages, total } = await drawnAround(sources, around)
  const set = await PDFDocument.create({ updateMetadata: false })
  set.setTitle(title, { showInWindowTitleBar: true })
  set.setLanguage('vi')
  set.setCreationDate(createdAt)
  set.setModificationDate(createdAt)
  const all = drawn.getPageIndices()
  const notices = sources.filter((source) => source === 'unreadable').length
  const feet = await set.embedPages(all.slice(indexPages + notices).map((index) => drawn.getPage(index)))
  const ours = await set.copyPages(drawn, all.slice(0, indexPages + notices))
  const margins: boolean[] = []
  const add = (page: PDFPage, hasMargin: boolean) => {
    set.addPage(page)
    margins.push(hasMargin)
  }
  for (const page of ours.slice(0, indexPages)) add(page, true)
  const left = ours.slice(indexPages)
  for (const [place, source] of sources.entries()) {
    if (source === null) continue
    if (source === 'unreadable') add(left.shift()!, true)
    else for (const page of await set.copyPages(source, source.getPageIndices())) add(page, parts[place]!.hasMargin ?? false)
  }
  const pages = set.getPages()
  if (pages.length !== total) throw new Error(`a set of ${total} pages has ${pages.length}`)
  for (const [index, page] of pages.entries()) putFoot(page, feet[index]!, margins[index]!)
  addBookmarks(set, [{ title: indexTitle, level: 1, at: 1 }, ...bookmarksOf(parts, places)])
  return set.save({ updateFieldAppearances: false })
}

type Source = PDFDocument | 'unreadable' | null

async function readSources(parts: readonly BoundPart[], limits: BoundLimits): Promise<Source[]> {
  const sources: Source[] = []
  let pages = 0
  for (const { bytes } of parts) {
    const source = bytes === null ? null : await readSource(bytes, Math.min(limits.pagesOfOne, limits.pages - pages))
    pages += source === null || source === 'unreadable' ? 0 : source.getPageCount()
    sources.push(source)
  }
  return sources
}

async function readSource(bytes: Uint8Array, mostPages: number): Promise<Source> {
  try {
    if (!isPdf(bytes)) return await ofPhotos([bytes])
    const given = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    const count = given.getPageCount()
    if (count > mostPages) return 'unreadable'
    // Taken apart here, so that a page that cannot be copied is found before anything is bound.
    const pages = await PDFDocument.create({ updateMetadata: false })
    for (const page of await pages.copyPages(given, given.getPageIndices())) pages.addPage(page)
    if (count > 0) return pages
  } catch {
    // Damaged, locked, or nothing that this library understands; PDFium is more patient.
  }
  return isPdf(bytes) ? drawnPages(bytes, Math.min(mostPages, mostDrawn)) : 'unreadable'
}

async function drawnPages(bytes: Uint8Array, mostPages: number): Promise<Source> {
  try {
    const first = await pictureOfPage(bytes, 1)
    if (!first || first.pages > mostPages) return 'unreadable'
    const pictures = [first.webp]
    for (let page = 2; page <= first.pages; page++) pictures.push((await pictureOfPage(bytes, page))!.webp)
    return await ofPhotos(pictures)
  } catch {
    return 'unreadable'
  }
}

async function ofPhotos(photos: readonly Uint8Array[]): Promise<PDFDocument> {
  const sheets = await Promise.all(
    photos.map(async (photo) => {
      const { data, info } = await sharp(photo, { limitInputPixels: 64_000_000 })
        .autoOrient()
        .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true })
      return { kind: 'photo' as const, jpeg: new Uint8Array(data), width: info.width, height: info.height }
    }),
  )
  const joined = await joinPages(sheets, { mostPages: photos.length })
  if (!('bytes' in joined)) throw new Error('photos could not be joined')
  return PDFDocument.load(joined.bytes, { updateMetadata: false })
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

/** The index says on which pages parts begin, which its own length decides. */
async function drawnAround(sources: readonly Source[], around: DrawAround) {
  let indexPages = 1
  for (;;) {
    const { places, total } = placesOf(sources, indexPages)
    const drawn = await PDFDocument.load(around(places, total), { updateMetadata: false })
    const needed = drawn.getPageCount() - total - sources.filter((source) => source === 'unreadable').length
    if (needed === indexPages) return { drawn, places, indexPages, total }
    if (needed < indexPages) throw new Error('an index that became shorter')
    indexPages = needed
  }
}

function placesOf(sources: readonly Source[], indexPages: number): { places: BoundPlace[]; total: number } {
  let before = indexPages
  const places = sources.map((source): BoundPlace => {
    const pages = source === null ? 0 : source === 'unreadable' ? 1 : source.getPageCount()
    before += pages
    return { first: pages === 0 ? null : before - pages + 1, pages, isReadable: source !== 'unreadable' }
  })
  return { places, total: before }
}

/** Into the margin of our own pages; under what stands on others, whose sheet becomes longer, whatever way it is turned. */
function putFoot(page: PDFPage, foot: PDFEmbeddedPage, hasMargin: boolean): void {
  const turned = ((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4
  const { x, y, width, height } = page.getCropBox()
  const wide = turned % 2 === 0 ? width : height
  const scale = wide / foot.width
  const high = foot.height * scale
  const drawn = { xScale: scale, yScale: scale, rotate: degrees(turned * 90) }
  const added = hasMargin ? 0 : high
  if (turned === 0) {
    setBoxes(page, x, y - added, width, height + added)
    page.drawPage(foot, { ...drawn, x, y: y - added })
  } else if (turned === 1) {
    setBoxes(page, x, y, width + added, height)
    page.drawPage(foot, { ...drawn, x: x + width + added, y })
  } else if (turned === 2) {
    setBoxes(page, x, y, width, height + added)
    page.drawPage(foot, { ...drawn, x: x + width, y: y + height + added })
  } else {
    setBoxes(page, x - added, y, width + added, height)
    page.drawPage(foot, { ...drawn, x: x - added, y: y + height })
  }
}

function setBoxes(page: PDFPage, x: number, y: number, width: number, height: number): void {
  page.setMediaBox(x, y, width, height)
  page.setCropBox(x, y, width, height)
}

type Bookmark = { title: string; level: 1 | 2; at: number }

/** A heading leads to the first page under it, and is none where nothing stands under it. */
function bookmarksOf(parts: readonly BoundPart[], places: readonly BoundPlace[]): Bookmark[] {
  return parts.flatMap(({ title, level }, index): Bookmark[] => {
    const own = places[index]!.first
    const next = parts.findIndex((part, at) => at > index && part.level <= level)
    const under = places.slice(index + 1, next === -1 ? undefined : next).find(({ first }) => first !== null)?.first ?? null
    const at = own ?? (level === 1 ? under : null)
    return at === null ? [] : [{ title, level, at }]
  })
}

/** The outline of ISO 32000-1, 12.3.3, open at its first level. */
function addBookmarks(set: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context } = set
  const pages = set.getPages()
  const root = context.nextRef()
  const groups: { mark: Bookmark; under: Bookmark[] }[] = []
  for (const mark of bookmarks) {
    if (mark.level === 1 || groups.length === 0) groups.push({ mark, under: [] })
    else groups.at(-1)!.under.push(mark)
  }
  const chain = (marks: readonly { mark: Bookmark; under: readonly Bookmark[] }[], parent: PDFRef): { first: PDFRef; last: PDFRef } => {
    const refs = marks.map(() => context.nextRef())
    for (const [index, { mark, under }] of marks.entries()) {
      const dict = PDFDict.withContext(context)
      const dest = PDFArray.withContext(context)
      dest.push(pages[mark.at - 1]!.ref)
      dest.push(PDFName.of('Fit'))
      dict.set(PDFName.of('Title'), PDFHexString.fromText(mark.title))
      dict.set(PDFName.of('Parent'), parent)
      dict.set(PDFName.of('Dest'), dest)
      if (index > 0) dict.set(PDFName.of('Prev'), refs[index - 1]!)
      if (index < marks.length - 1) dict.set(PDFName.of('Next'), refs[index + 1]!)
      if (under.length > 0) {
        const { first, last } = chain(
          under.map((child) => ({ mark: child, under: [] })),
          refs[index]!,
        )
        dict.set(PDFName.of('First'), first)
        dict.set(PDFName.of('Last'), last)
        dict.set(PDFName.of('Count'), PDFNumber.of(under.length))
      }
      context.assign(refs[index]!, dict)
    }
    return { first: refs[0]!, last: refs.at(-1)! }
  }
  const { first, last } = chain(groups, root)
  const outline = PDFDict.withContext(context)
  outline.set(PDFName.of('Type'), PDFName.of('Outlines'))
  outline.set(PDFName.of('First'), first)
  outline.set(PDFName.of('Last'), last)
  outline.set(PDFName.of('Count'), PDFNumber.of(bookmarks.length))
  context.assign(root, outline)
  set.catalog.set(PDFName.of('Outlines'), root)
  set.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
