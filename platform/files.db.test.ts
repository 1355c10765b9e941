import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { strFromU8, strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { inTransaction } from './context.ts'
import { type KeptFile, type UploadKind, openFileStore, recordFile, servedName } from './files.ts'
import { testDatabase } from './testing.ts'

const root = await mkdtemp(join(tmpdir(), 'dacsan-files-'))
afterAll(() => rm(root, { recursive: true }))
const files = openFileStore({ dataDir: root })
const anyKind: readonly UploadKind[] = ['photo', 'paper']

const keep = (content: Parameters<typeof files.keep>[0], name = 'tệp', kinds = anyKind) => files.keep(content, { name, kinds })
async function kept(content: Parameters<typeof files.keep>[0], name?: string): Promise<KeptFile> {
  const outcome = await keep(content, name)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const bytesOf = async ({ hash }: KeptFile) => buffer((await files.open(hash))!.stream)

const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const contentTypes = strToU8(
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${docx}.main+xml"/></Types>`,
)
const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, ...new Uint8Array(500)])

describe('an upload', () => {
  test('an upload of 30 MB is refused, whether its size is announced or not', async () => {
    const photo = Buffer.concat([await noise(64, 64).jpeg().toBuffer(), Buffer.alloc(30 * 1024 * 1024)])
    const refused = { ok: false, refusal: { code: 'file-too-large', limit: 15 * 1024 * 1024 } }
    expect(await keep(new Blob([photo]), 'ảnh.jpg', ['photo'])).toEqual(refused)
    async function* slowly() {
      for (let at = 0; at < photo.length; at += 65_536) yield photo.subarray(at, at + 65_536)
    }
    expect(await keep(slowly(), 'ảnh.jpg', ['photo'])).toEqual(refused)
    expect(await keep(photo.subarray(0, 16 * 1024 * 1024), 'ảnh.jpg')).toEqual(refused)
  })

  test('C40: the type of an upload is found from its bytes, not from its name', async () => {
    expect(await keep(program, 'ảnh đẹp.jpg')).toEqual({
      ok: false,
      refusal: { code: 'file-type-refused', found: 'application/x-msdownload' },
    })
    expect((await kept(pdf, 'giấy phép.exe')).mediaType).toBe('application/pdf')
  })

  test.for([
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG after an XML declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['plain text', 'chỉ là chữ'],
  ] as const)('C40: an upload that is %s is refused', async ([, text]) => {
    expect(await keep(new TextEncoder().encode(text), 'hình.png')).toMatchObject({ ok: false, refusal: { code: 'file-type-refused' } })
  })

  test('an upload in a phone format that browsers do not show is refused with the name of the format', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])
    expect(await keep(heic, 'IMG_0001.HEIC')).toEqual({ ok: false, refusal: { code: 'file-type-refused', found: 'image/heic' } })
  })

  test('case 18: a PDF with lines before its header is taken and kept from its header on', async () => {
    for (const before of [
      '\n',
      '\ufeff',
      ' '.repeat(200),
      '\x1b%-12345X@PJL JOB\r\n',
      'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n',
    ]) {
      const file = await kept(Buffer.concat([Buffer.from(before), pdf]))
      expect(file.mediaType).toBe('application/pdf')
      expect((await bytesOf(file)).equals(pdf)).toBe(true)
    }
    expect(await keep(Buffer.concat([program, pdf]))).toMatchObject({ refusal: { code: 'file-type-refused' } })
  })

  test('C40: a PDF with a script is refused', async () => {
    const active = Buffer.from('%PDF-1.4\n1 0 obj <</OpenAction<</S/JavaScript/JS(1)>>>> endobj\ntrailer <<>>\n%%EOF\n')
    expect(await keep(active, 'a.pdf')).toEqual({ ok: false, refusal: { code: 'pdf-refused', why: 'active' } })
  })

  test('C40: an office document with macros, or one that unpacks to more than 100 MB, is refused', async () => {
    const document = (parts: Record<string, Uint8Array>) =>
      zipSync({ '[Content_Types].xml': contentTypes, 'word/document.xml': strToU8('<w:document/>'), ...parts })
    expect((await kept(document({}))).mediaType).toBe(docx)
    expect(await keep(document({ 'word/vbaProject.bin': new Uint8Array(9) }))).toMatchObject({ refusal: { code: 'office-macros' } })
    const bomb = document({ 'word/media/a.bmp': new Uint8Array(101 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await keep(bomb)).toEqual({ ok: false, refusal: { code: 'office-unpacks-too-large', limit: 100 * 1024 * 1024 } })
  })

  test('case 18: an office document is known also by a table of contents in UTF-16, and a plain archive is none', async () => {
    const utf16 = Buffer.from(`\ufeff${strFromU8(contentTypes)}`, 'utf16le')
    expect(
      (await kept(zipSync({ '[trash]/a': new Uint8Array(), '[Content_Types].xml': utf16, 'word/document.xml': strToU8('<a/>') })))
        .mediaType,
    ).toBe(docx)
    expect(await keep(zipSync({ 'a.html': strToU8('<a>') }))).toEqual({
      ok: false,
      refusal: { code: 'file-type-refused', found: 'application/zip' },
    })
  })

  test('an upload without content is refused', async () => {
    expect(await keep(new Uint8Array())).toEqual({ ok: false, refusal: { code: 'file-empty' } })
  })

  test('an upload of another kind than the one asked for is refused', async () => {
    expect(await keep(pdf, 'a.pdf', ['photo'])).toEqual({ ok: false, refusal: { code: 'file-type-refused', found: 'application/pdf' } })
  })

  test.for(['jpeg', 'png'] as const)(
    'a photo (%s) that was cut off on its way is kept as far as it goes, and said to be incomplete',
    async (kind) => {
      const whole = await noise(400, 400).toFormat(kind).toBuffer()
      const file = await kept(whole.subarray(0, whole.length / 2), 'ảnh')
      expect(file).toMatchObject({ width: 400, height: 400, incomplete: true })
      const { channels } = await sharp(await bytesOf(file))
        .extract({ left: 0, top: 0, width: 400, height: 100 })
        .stats()
      expect(channels[0]!.stdev).toBeGreaterThan(20)
      expect((await kept(whole)).incomplete).toBeUndefined()
      expect(await keep(whole.subarray(0, 20))).toEqual({ ok: false, refusal: { code: 'image-broken' } })
    },
  )

  test('the photo of a phone with 50 or 108 megapixels is taken', async () => {
    for (const [width, height] of [
      [8192, 6144],
      [12_000, 9000],
    ] as const) {
      const photo = await sharp({ create: { width, height, channels: 3, background: '#7a5' } })
        .jpeg({ quality: 40 })
        .withMetadata({ orientation: 6 })
        .toBuffer()
      expect(await kept(photo)).toMatchObject({ width: 1500, height: 2000 })
    }
  }, 60_000)

  test('C40: a small upload that decompresses to a giant picture is refused', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await keep(bomb, 'ảnh.png')).toEqual({ ok: false, refusal: { code: 'image-too-many-pixels', limit: 64_000_000 } })
  })
})

describe('a photo', () => {
  test('a photo is encoded anew: upright, at most 2,000 pixels, without camera data or location', async () => {
    const original = await noise(3000, 1500)
      .withExif({ IFD0: { Copyright: 'BiMat' }, IFD3: { GPSLatitude: '9/1 56/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const file = await kept(original, 'C:\\ảnh\\dừa sáp.jpg')
    expect(file).toMatchObject({ mediaType: 'image/jpeg', width: 1000, height: 2000, originalName: 'dừa sáp.jpg' })
    const { exif, width, height } = await sharp(await bytesOf(file)).metadata()
    expect({ exif, width, height }).toEqual({ exif: undefined, width: 1000, height: 2000 })
  })

  test('C40: a photo loses any data hidden after its end', async () => {
    const secret = '<script>alert(1)</script>'
    const photo = Buffer.concat([await noise(80, 80).jpeg().toBuffer(), Buffer.from(secret)])
    expect((await bytesOf(await kept(photo))).includes(secret)).toBe(false)
  })

  test('a photo keeps its transparent parts', async () => {
    const logo = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 99, b: 0, alpha: 0.5 } } })
      .png()
      .toBuffer()
    const file = await kept(logo)
    expect(file.mediaType).toBe('image/webp')
    expect((await sharp(await bytesOf(file)).metadata()).hasAlpha).toBe(true)
  })
})

describe('a kept file', () => {
  test('a stored file is named by the hash of its content, and is stored once for the same content', async () => {
    const [one, two] = [await kept(pdf, 'một.pdf'), await kept(pdf, 'hai.pdf')]
    expect(one.hash).toBe(createHash('sha256').update(pdf).digest('hex'))
    expect(two.hash).toBe(one.hash)
    expect(await readdir(join(root, 'files', one.hash.slice(0, 2)))).toContain(one.hash)
    expect(Buffer.compare(await bytesOf(one), pdf)).toBe(0)
    expect(await readdir(join(root, 'files/unfinished'))).toEqual([])
  })

  test('a stored file is found by its hash and by nothing else', async () => {
    expect(await files.open('0'.repeat(64))).toBeNull()
    expect(await files.open('../../../etc/passwd')).toBeNull()
  })

  test('C40: the name of a stored file has no folders and no characters that reverse the text', async () => {
    expect((await kept(pdf, '../../etc/giấy\u202Efdp.exe\0')).originalName).toBe('giấyfdp.exe')
    expect((await kept(pdf, '..//')).originalName).not.toContain('/')
    expect((await kept(pdf, ''.padEnd(5000, 'ộ'))).originalName).toBe(''.padEnd(200, 'ộ'))
  })

  test('a file is served under its title and the extension of its bytes, without characters that hide or reverse the text', () => {
    expect(servedName('Giấy phép 12/2026', 'application/pdf')).toBe('Giấy phép 12-2026.pdf')
    expect(servedName('a.pdf.exe', 'application/pdf')).toBe('a.pdf.exe.pdf')
    expect(servedName('giấy\u202Efdp.exe\r\n\0', 'image/jpeg')).toBe('giấyfdp.exe.jpg')
    expect(servedName('../..', docx)).toBe('-.docx')
    expect(servedName(' . ', 'text/html')).toBe('file.bin')
    expect(servedName('ộ'.repeat(300), 'image/webp')).toBe(`${'ộ'.repeat(100)}.webp`)
  })

  test('a stored file is registered in the same transaction as the change that brought it', async () => {
    const { db, as } = await testDatabase<{ stored_file: { hash: string; original_name: string } }>()
    const file = await kept(pdf, 'giấy phép.pdf')
    const made = { by: 'usr_1', at: new Date() }
    const entry = () => db.selectFrom('stored_file').select(['hash', 'original_name']).execute()
    await inTransaction(as(null), (tx) => recordFile(tx, file, made).then(() => Promise.reject(new Error('no')))).catch(() => {})
    expect(await entry()).toEqual([])
    await inTransaction(as(null), (tx) => recordFile(tx, file, made))
    await inTransaction(as(null), (tx) => recordFile(tx, { ...file, originalName: 'khác.pdf' }, made))
    expect(await entry()).toEqual([{ hash: file.hash, original_name: 'giấy phép.pdf' }])
  })
})
