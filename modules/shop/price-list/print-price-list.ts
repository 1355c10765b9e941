import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { filesArchive } from '@dacsan/papers'
import type { Drawing, PaperList, Workbook } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Readable } from 'node:stream'
import { certificatePaper } from '../../certificates/index.ts'
import type { Ctx } from '../../context.ts'
import { openEvidence, qualityFilesOf } from '../../dossiers/index.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { asFileName } from '../../papers/words.ts'
import { sayDay } from '../words/packing.ts'
import { priceListWords as words } from '../words/price-list.ts'
import { findPriceList } from './find-price-list.ts'
import type { PriceList } from './find-price-list.ts'

type Drawn = Promise<Outcome<Uint8Array, DrawingRefusal>>
/** More than a seller's papers of some dozens of products come to; what is beyond is named, not packed. */
const mostBytes = 60 * 1024 * 1024

export async function printPriceList(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, format: 'pdf' | 'xlsx'): Drawn {
  return drawAnew(ctx, drawingOf(await findPriceList(ctx), format, ctx.now))
}

const drawingOf = (list: PriceList, format: 'pdf' | 'xlsx', now: Date): Drawing =>
  format === 'pdf'
    ? { kind: 'lists-pdf', lists: { lists: [paperOf(list)], orientation: 'landscape', createdAt: now } }
    : { kind: 'workbook-xlsx', workbook: workbookOf(list, now) }

type Member = { name: string; bytes: Uint8Array }

/** What a shop asks for before it orders, in one file: the price list, the certificates of the stars, the test reports that the office has read. */
export async function wholesalePack(ctx: Ctx, { origin }: { origin: string }): Drawn {
  const list = await findPriceList(ctx)
  const files: Member[] = []
  for (const format of ['pdf', 'xlsx'] as const) {
    const drawn = await drawAnew(ctx, drawingOf(list, format, ctx.now))
    if (!drawn.ok) return drawn
    files.push({ name: `bang-gia.${format}`, bytes: drawn.value })
  }
  const missing: string[] = []
  const products = [...new Map(list.rows.map((row) => [row.productId, row])).values()]
  for (const { productId, name, certificateCode } of products) {
    const certificate = certificateCode === null ? null : await orAbsent(certificatePaper(ctx, { code: certificateCode, origin }))
    if (certificate && !certificate.ok) return certificate
    if (certificate) files.push({ name: `chung-nhan/${asFileName(certificateCode!)}.pdf`, bytes: certificate.value.bytes })
    else missing.push(words.noCertificate(name))
    const reports = (await qualityFilesOf(ctx.db, productId, list.today)).filter(({ kind }) => kind === 'test-report')
    if (reports.length === 0) missing.push(words.noReport(name))
    for (const { id, title } of reports) {
      const file = await orAbsent(openEvidence(ctx, id))
      const packed = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
      if (!file || packed + file.size > mostBytes) missing.push(words.notPacked(title))
      else files.push({ name: `kiem-nghiem/${id.slice(-6)}-${asFileName(file.name)}`, bytes: await bytesOf(file.stream) })
    }
  }
  const contents = new TextEncoder().encode(
    words.contents({ seller: list.seller, day: formatDate(list.today), files: files.map((file) => file.name), missing }),
  )
  return done(await filesArchive([{ name: 'MUC-LUC.txt', bytes: contents }, ...files], { at: ctx.now }))
}

/** Null for what is not there, or is nothing of ours: a certificate of before this platform, a file that is gone. */
async function orAbsent<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
}

const bytesOf = async (stream: Readable): Promise<Uint8Array> => Buffer.concat(await stream.toArray())

const plain = new Intl.NumberFormat('vi-VN')

function paperOf({ seller, phone, today, least, rows }: PriceList): PaperList {
  return {
    issuer: [seller, phone].filter(Boolean).join(' · '),
    title: words.title,
    facts: [
      { term: words.day, value: formatDate(today) },
      { term: words.unit, value: words.dong },
    ],
    columns: [
      { header: words.columns.name, width: 5 },
      { header: words.columns.packName, width: 2 },
      { header: words.columns.gtin, width: 3 },
      { header: words.columns.stars, width: 1, align: 'right' },
      { header: words.columns.unit, width: 2 },
      { header: words.columns.priceVnd, width: 2, align: 'right' },
      { header: words.columns.available, width: 2, align: 'right' },
      { header: words.fresh(least.value), width: 2, align: 'right' },
      { header: words.columns.firstExpiry, width: 2 },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.name,
        row.packName ?? words.notSaid,
        row.gtin ?? words.notSaid,
        row.stars === null ? '' : String(row.stars),
        row.unit,
        plain.format(row.priceVnd),
        plain.format(row.available),
        plain.format(row.freshAvailable),
        row.firstExpiry === null ? words.notSaid : sayDay(row.firstExpiry),
      ],
    })),
    notes: [words.aboutFresh(least.value), words.minimum],
  }
}

function workbookOf({ seller, today, least, rows }: PriceList, producedAt: Date): Workbook {
  const { columns } = words
  return {
    sheets: [
      {
        name: words.title,
        columns: [
          { key: 'name', header: columns.name, kind: 'text', total: 'count' },
          { key: 'packName', header: columns.packName, kind: 'text' },
          { key: 'gtin', header: columns.gtin, kind: 'text' },
          { key: 'stars', header: columns.stars, kind: 'integer' },
          { key: 'certificateCode', header: columns.certificateCode, kind: 'text' },
          { key: 'certifiedUntil', header: columns.certifiedUntil, kind: 'date' },
          { key: 'unit', header: columns.unit, kind: 'text' },
          { key: 'priceVnd', header: columns.priceVnd, kind: 'money' },
          { key: 'maxPerOrder', header: columns.maxPerOrder, kind: 'integer' },
          { key: 'available', header: columns.available, kind: 'integer' },
          { key: 'freshAvailable', header: words.fresh(least.value), kind: 'integer' },
          { key: 'firstExpiry', header: columns.firstExpiry, kind: 'date' },
        ],
        rows,
      },
    ],
    source: {
      title: `${words.title}: ${seller}`,
      query: 'shop.price-list',
      version: '1',
      producedAt,
      filters: [{ label: words.day, value: formatDate(today) }],
      notes: [words.aboutFresh(least.value), words.minimum],
    },
  }
}
