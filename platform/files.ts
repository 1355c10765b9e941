import { createHash } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Outcome, done, refuse } from '@dacsan/decisions'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import type { WriteTx } from './access.ts'
import { type ArchiveEntry, entriesOf } from './archive.ts'
import type { FilePlace } from './file-place.ts'
import { shrinkImage } from './images.ts'
import type { Joined, Sheet } from './join-pages.ts'
import { type PdfRefusal, judgePdf, startOfPdf } from './judge-pdf.ts'
import { openFilePlace } from './open-file-place.ts'
import type { FilesAt } from './open-file-place.ts'
import { type ScannerSetting, type ScanRefusal, scan } from './virus-scanner.ts'
import { openProcessPool } from './process-pool.ts'
import { openRemembered } from './remembered.ts'
import type { Remembered } from './remembered.ts'

/** Content that lies safely in its place; `hash` is the SHA-256 of the bytes as kept, in hexadecimal. */
export type KeptFile = {
  hash: string
  size: number
  mediaType: string
  originalName: string
  width: number | null
  height: number | null
  /** A photo that was cut off or damaged on its way: it shows only what came. */
  incomplete?: true
}

export type UploadKind = 'photo' | 'paper' | 'voice'
export type UploadContent = Uint8Array | Blob | AsyncIterable<Uint8Array>

export type OfficeRefusal = { code: 'office-macros' } | { code: 'office-unpacks-too-large'; limit: number } | { code: 'office-broken' }
export type PhotoUploadRefusal =
  | { code: 'file-empty' }
  | { code: 'file-too-large'; limit: number }
  | { code: 'file-type-refused'; found: string | null }
  | { code: 'image-broken' }
  | { code: 'image-too-many-pixels'; limit: number }
  | ScanRefusal
export type UploadRefusal = PhotoUploadRefusal | PdfRefusal | OfficeRefusal

/** What is wrong with one of several files; `place` counts from 1. `not-a-page`: it is a paper by itself and cannot be a page of another. */
export type PageFault = { place: number; name: string; refusal: UploadRefusal | { code: 'not-a-page' } }
/** Why several files do not become one paper. `good` are the names of those that nothing is wrong with. */
export type PagesRefusal =
  | { code: 'pages-refused'; faults: PageFault[]; good: string[] }
  | { code: 'too-many-files'; count: number; limit: number }
  | { code: 'too-many-pages'; count: number; limit: number }
  | { code: 'pages-too-large'; limit: number }
  | { code: 'pages-busy'; retryAfter: number }
  | Extract<ScanRefusal, { code: 'scanner-silent' }>

export type Upload = { content: UploadContent; name: string }

type KeepUpload = {
  (content: UploadContent, about: { name: string; kinds: readonly ('photo' | 'voice')[] }): Promise<Outcome<KeptFile, PhotoUploadRefusal>>
  (content: UploadContent, about: { name: string; kinds: readonly UploadKind[] }): Promise<Outcome<KeptFile, UploadRefusal>>
}

export type FileStore = {
  /** What was drawn of the same facts before, by the hash of the facts: it can be drawn again at any time, and is forgotten for want of room. */
  drawn: Remembered
  /**
   * Takes an upload that nobody trusts: its type is what its bytes say, a photo is decoded and drawn anew without its hidden data, a paper is
   * read through and kept without what stood before its beginning.
   * The file lies safely when this answers; it is in the register of files after {@link recordFile}.
   */
  keep: KeepUpload
  /**
   * Makes one PDF of several photos and PDFs, in their order, each judged as if it came alone. `person`: whose work it is. `check` is asked about the
   * bytes of each before they are looked at.
   */
  keepPages(
    uploads: readonly Upload[],
    about: { name: string; person: string | null; check?: (bytes: Buffer) => Promise<Outcome<unknown, ScanRefusal>> },
  ): Promise<Outcome<KeptFile, PagesRefusal>>
  /** Keeps bytes of our own making, such as a paper, as they are. */
  keepOwn(bytes: Uint8Array, about: { name: string; mediaType: string }): Promise<KeptFile>
  /** The bytes of a file, or `null` when there is none by this hash. */
  open(hash: string): Promise<{ stream: Readable; size: number } | null>
}

const megabyte = 1024 * 1024
/** What telephones and browsers record a voice in, and what each is kept as: two of them are containers that could hold a film. */
const voices: ReadonlyMap<string, string> = new Map([
  ['video/webm', 'audio/webm'],
  ['audio/webm', 'audio/webm'],
  ['audio/ogg', 'audio/ogg'],
  ['audio/ogg; codecs=opus', 'audio/ogg'],
  ['video/mp4', 'audio/mp4'],
  ['audio/mp4', 'audio/mp4'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/mpeg', 'audio/mpeg'],
  ['audio/aac', 'audio/aac'],
  ['audio/wav', 'audio/wav'],
  ['video/3gpp', 'audio/3gpp'],
  ['audio/amr', 'audio/amr'],
])
const accepted: Record<UploadKind, { limit: number; types: ReadonlySet<string> }> = {
  photo: { limit: 15 * megabyte, types: new Set(['image/jpeg', 'image/png', 'image/webp']) },
  paper: {
    limit: 20 * megabyte,
    types: new Set([
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]),
  },
  voice: { limit: 10 * megabyte, types: new Set(voices.keys()) },
}

/** Keeps files, each named by its content: under `<dataDir>/files`, or in the bucket of the setting. */
export function openFileStore(at: FilesAt): FileStore {
  const place = openFilePlace(at)
  return {
    drawn: openRemembered(join(at.dataDir, 'drawn'), { bytes: 256 * megabyte, days: 7 }),
    // Whoever asks for a photo gets none of the faults of a paper.
    keep: ((content, about) => takeUpload(place, content, about)) as KeepUpload,
    keepPages: (uploads, about) => takePages(place, uploads, about),
    keepOwn: (bytes, { name, mediaType }) => write(place, bytes, { originalName: tidyName(name), mediaType, width: null, height: null }),
    open: async (hash) => (/^[0-9a-f]{64}$/.test(hash) ? place.open(hash) : null),
  }
}

async function takeUpload(
  place: FilePlace,
  content: UploadContent,
  { name, kinds }: { name: string; kinds: readonly UploadKind[] },
): Promise<Outcome<KeptFile, UploadRefusal>> {
  const bytes = await readAtMost(content, Math.max(...kinds.map((kind) => accepted[kind].limit)))
  if (!bytes.ok) return bytes
  if (bytes.value.length === 0) return refuse('file-empty')
  const found = await typeOf(bytes.value)
  const kind = kinds.find((candidate) => found && accepted[candidate].types.has(found))
  if (!kind || !found) return refuse('file-type-refused', { found })
  const { limit } = accepted[kind]
  if (bytes.value.length > limit) return refuse('file-too-large', { limit })
  const originalName = tidyName(name)
  if (kind === 'paper') {
    const paper = await readPaper(bytes.value, found)
    return paper.ok ? done(await write(place, paper.value, { originalName, mediaType: found, width: null, height: null })) : paper
  }
  if (kind === 'voice') {
    if (holdsFilm(bytes.value)) return refuse('file-type-refused', { found })
    return done(await write(place, bytes.value, { originalName, mediaType: voices.get(found)!, width: null, height: null }))
  }
  const image = await shrinkImage(bytes.value)
  if (!image.ok) return image
  const { bytes: drawn, incomplete, ...about } = image.value
  const kept = await write(place, drawn, { originalName, ...about })
  return done(incomplete ? { ...kept, incomplete } : kept)
}

/** A telephone photographs a contract of a dozen pages; more come as one PDF of a scanner. */
const mostFiles = 12
const mostPages = 100
const joining = openProcessPool<{ sheets: Sheet[]; mostPages: number }, Joined>(new URL('./joining-process.ts', import.meta.url), {
  processes: 1,
  seconds: 45,
  waiting: 20,
  perPerson: 2,
  memory: 384 * megabyte,
  idleSeconds: 120,
})

async function takePages(
  place: FilePlace,
  uploads: readonly Upload[],
  { name, person, check }: Parameters<FileStore['keepPages']>[1],
): Promise<Outcome<KeptFile, PagesRefusal>> {
  if (uploads.length > mostFiles) return refuse('too-many-files', { count: uploads.length, limit: mostFiles })
  const sheets: { sheet: Sheet; incomplete: boolean }[] = []
  const faults: PageFault[] = []
  const names = uploads.map((upload) => tidyName(upload.name))
  // One after the other: a dozen photos that are decoded at once are a gigabyte.
  for (const [index, upload] of uploads.entries()) {
    const taken = await takeSheet(upload, check)
    if (taken.ok) sheets.push(taken.value)
    // Nothing is wrong with the file, and the next one would wait as long.
    else if (taken.refusal.code === 'scanner-silent') return refuse('scanner-silent')
    else faults.push({ place: index + 1, name: names[index]!, refusal: taken.refusal })
  }
  const refused = (found: PageFault[]) =>
    refuse('pages-refused', { faults: found, good: names.filter((_, index) => !found.some(({ place }) => place === index + 1)) })
  if (faults.length > 0) return refused(faults)
  const joined = await joining.run({ sheets: sheets.map(({ sheet }) => sheet), mostPages }, person)
  if (!joined.ok) return refuse('pages-busy', { retryAfter: joined.refusal.retryAfter })
  if ('tooManyPages' in joined.value) return refuse('too-many-pages', { count: joined.value.tooManyPages, limit: mostPages })
  if ('unreadable' in joined.value) {
    return refused(
      joined.value.unreadable.map((index) => ({
        place: index + 1,
        name: names[index]!,
        refusal: { code: 'pdf-refused', why: 'unread' },
      })),
    )
  }
  const { limit } = accepted.paper
  if (joined.value.bytes.length > limit) return refuse('pages-too-large', { limit })
  const kept = await takeUpload(place, joined.value.bytes, { name, kinds: ['paper'] })
  if (!kept.ok) throw new Error(`what was joined of pages is not taken as a paper: ${JSON.stringify(kept.refusal)}`)
  return done(sheets.some(({ incomplete }) => incomplete) ? { ...kept.value, incomplete: true } : kept.value)
}

async function takeSheet(
  { content }: Upload,
  check: Parameters<FileStore['keepPages']>[1]['check'],
): Promise<Outcome<{ sheet: Sheet; incomplete: boolean }, PageFault['refusal']>> {
  const bytes = await readAtMost(content, accepted.paper.limit)
  if (!bytes.ok) return bytes
  if (bytes.value.length === 0) return refuse('file-empty')
  const checked = await check?.(bytes.value)
  if (checked && !checked.ok) return checked
  const found = await typeOf(bytes.value)
  if (found === pdf) {
    const paper = await readPaper(bytes.value, found)
    return paper.ok ? done({ sheet: { kind: 'pdf', bytes: paper.value }, incomplete: false }) : paper
  }
  if (found !== null && accepted.paper.types.has(found)) return refuse('not-a-page')
  if (found === null || !accepted.photo.types.has(found)) return refuse('file-type-refused', { found })
  const { limit } = accepted.photo
  if (bytes.value.length > limit) return refuse('file-too-large', { limit })
  const image = await shrinkImage(bytes.value, { onWhite: true })
  if (!image.ok) return image
  const { bytes: jpeg, width, height, incomplete } = image.value
  return done({ sheet: { kind: 'photo', jpeg, width, height }, incomplete })
}

/** The same store, where what comes in is shown to a virus scanner first. */
export function scanUploads(files: FileStore, scanner: { setting: ScannerSetting; onSilence: (error: unknown) => void }): FileStore {
  async function keep(
    content: UploadContent,
    about: { name: string; kinds: readonly UploadKind[] },
  ): Promise<Outcome<KeptFile, UploadRefusal>> {
    const bytes = await readAtMost(content, Math.max(...about.kinds.map((kind) => accepted[kind].limit)))
    if (!bytes.ok) return bytes
    const scanned = await scan(bytes.value, sha256(bytes.value), scanner)
    return scanned.ok ? files.keep(bytes.value, about) : scanned
  }
  const keepPages: FileStore['keepPages'] = (uploads, about) =>
    files.keepPages(uploads, { ...about, check: (bytes) => scan(bytes, sha256(bytes), scanner) })
  return { ...files, keep: keep as KeepUpload, keepPages }
}

/** Enters a kept file in the register of files; once for one content. */
export async function recordFile<Tables>(tx: WriteTx<Tables>, file: KeptFile, made: { by: string | null; at: Date }): Promise<void> {
  await sql`
    insert into stored_file (hash, size, media_type, original_name, width, height, created_at, created_by)
    values (${file.hash}, ${file.size}, ${file.mediaType}, ${file.originalName}, ${file.width}, ${file.height}, ${made.at}, ${made.by})
    on conflict (hash) do nothing`.execute(tx)
}

/** How much still fits where a folder lies (bytes); null where that cannot be told. */
export async function roomLeft(folder: string): Promise<number | null> {
  const found = await statfs(folder).catch(() => null)
  return found && found.bavail * found.bsize
}

const pdf = 'application/pdf'
const openXml = 'application/vnd.openxmlformats-officedocument'
const office: ReadonlyMap<string, string> = new Map([
  ['word/document.xml', `${openXml}.wordprocessingml.document`],
  ['xl/workbook.xml', `${openXml}.spreadsheetml.sheet`],
])
const mostUnpacked = 100 * megabyte

/** What the bytes are; a PDF also where lines stand before its header, an office document also where its table of contents is written unusually. */
async function typeOf(bytes: Buffer): Promise<string | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? null
  if (found === null && startOfPdf(bytes) >= 0) return pdf
  if (found !== 'application/zip') return found
  const names = new Set(directoryOf(bytes)?.map(({ name }) => name))
  return (names.has('[Content_Types].xml') && [...office].find(([part]) => names.has(part))?.[1]) || found
}

/** Whether a container of sound has a track of pictures: its codec in WebM, its handler in MP4 (twelve bytes after the name of the box). */
function holdsFilm(bytes: Buffer): boolean {
  if (['V_VP', 'V_AV1', 'V_MPEG'].some((codec) => bytes.includes(codec))) return true
  for (let at = bytes.indexOf('hdlr'); at >= 0; at = bytes.indexOf('hdlr', at + 4))
    if (bytes.toString('latin1', at + 12, at + 16) === 'vide') return true
  return false
}

async function readPaper(bytes: Buffer, mediaType: string): Promise<Outcome<Buffer, PdfRefusal | OfficeRefusal>> {
  if (mediaType === pdf) {
    const paper = bytes.subarray(startOfPdf(bytes))
    const judged = await judgePdf(paper)
    return judged.ok ? done(paper) : judged
  }
  const entries = directoryOf(bytes)
  if (!entries) return refuse('office-broken')
  if (entries.some(({ name }) => /vbaProject|vbaData|macrosheets/i.test(name))) return refuse('office-macros')
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  return unpacked > mostUnpacked ? refuse('office-unpacks-too-large', { limit: mostUnpacked }) : done(bytes)
}

function directoryOf(archive: Buffer): ArchiveEntry[] | null {
  try {
    return entriesOf(archive)
  } catch {
    return null
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function write(place: FilePlace, bytes: Uint8Array, about: Omit<KeptFile, 'hash' | 'size'>): Promise<KeptFile> {
  const hash = sha256(bytes)
  await place.put(hash, bytes)
  return { hash, size: bytes.length, ...about }
}

async function readAtMost(content: UploadContent, limit: number): Promise<Outcome<Buffer, UploadRefusal>> {
  const tooLarge = refuse('file-too-large', { limit })
  if (content instanceof Uint8Array) return content.length > limit ? tooLarge : done(Buffer.from(content))
  if (content instanceof Blob && content.size > limit) return tooLarge
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content instanceof Blob ? content.stream() : content) {
    size += part.length
    if (size > limit) return tooLarge
    parts.push(part)
  }
  return done(Buffer.concat(parts))
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  [pdf]: 'pdf',
  [`${openXml}.wordprocessingml.document`]: 'docx',
  [`${openXml}.spreadsheetml.sheet`]: 'xlsx',
}

/**
 * The name under which a file leaves us: what it is called, and the extension of what its bytes are. The uploader's extension reaches nobody.
 *
 * @example servedName('Giấy phép 12/2026', 'application/pdf') // 'Giấy phép 12-2026.pdf'
 */
export function servedName(title: string, mediaType: string): string {
  const visible = title.normalize('NFC').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
  const plain = visible.replace(/[\\/:*?"<>|]+/g, '-').replace(/^[\s.]+/, '')
  const short = [...plain]
    .slice(0, 100)
    .join('')
    .replace(/[\s.]+$/, '')
  return `${short || 'file'}.${extensions[mediaType] ?? 'bin'}`
}

/** The name as a person gave it, without folders and without characters that hide or turn round what follows them. */
function tidyName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).normalize('NFC')
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...visible].slice(-200).join('') || 'file'
}
