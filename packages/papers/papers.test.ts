import jsqr from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { symbolsOfPdf } from './test-reading.ts'
import { aCertificate, aDecision, aForm, aLabel, someMinutes } from './fixtures.ts'
import {
  certificatePdf,
  certificatesPdf,
  dateLine,
  labelLayouts,
  labelSheetPdf,
  labelSheetSvg,
  officialDocumentPdf,
  shortDate,
  timeLine,
} from './index.ts'
import type { Block, Label, LabelLayout, TableRow } from './index.ts'

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: false })
  return text.map((page) => page.normalize('NFC').replace(/\s+/g, ' '))
}

describe('an official paper', () => {
  test('an official paper has the parts that Nghị định 30/2020 asks for, as searchable Vietnamese text', async () => {
    const [first] = await pagesOf(officialDocumentPdf(aDecision()))
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN TỈNH VĨNH LONG',
      '/QĐ-UBND',
      'QUYẾT ĐỊNH Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm đợt 2 năm 2026',
      'về công tác văn thư; ',
      'ngày 20 tháng 11 năm 2026. QUYẾT ĐỊNH:',
      'Điều 1. Phê duyệt',
      'Nơi nhận: - Như Điều 3;',
      'CHỦ TỊCH Nguyễn Thị Hồng Gấm',
    ])
      expect(first).toContain(part)
  })

  test('an official paper has no number on the first page of each part, and counts each appendix by itself', async () => {
    const pages = await pagesOf(officialDocumentPdf(aDecision()))
    expect(pages).toHaveLength(4)
    expect(pages.map((page) => /^ ?(\d+) /.exec(page)?.[1])).toEqual([undefined, undefined, '2', '3'])
  })

  test('an official paper has its appendix in landscape when asked', async () => {
    const pdf = await getDocumentProxy(officialDocumentPdf(aDecision()))
    const sizes = await Promise.all(
      [1, 2].map(async (number) => (await pdf.getPage(number)).view.slice(2).map((points) => Math.round((points * 25.4) / 72))),
    )
    expect(sizes).toEqual([
      [210, 297],
      [297, 210],
    ])
  })

  test('an official paper shows □ for a character without a glyph, and keeps Khmer and decomposed Vietnamese', async () => {
    const [page] = await pagesOf(
      officialDocumentPdf(
        aForm({
          blocks: [
            { kind: 'field', label: 'Tên', value: 'Mứt dừa 🥥 của 椰子 và 👩🏽‍🌾 nhà Út\u0001\ufffe' },
            { kind: 'field', label: 'Tên NFD', value: 'Dừa sáp Cầu Kè'.normalize('NFD') },
            { kind: 'field', label: 'ឈ្មោះ', value: 'អង្ករ' },
          ],
        }),
      ),
    )
    expect(page).toContain('Mứt dừa □ của □□ và □ nhà Út')
    expect(page).toContain('Dừa sáp Cầu Kè')
    expect(page).toMatch(/[\u1780-\u17ff]/)
    expect(page).not.toContain('\u0001')
  })

  test('an official paper prints typed text unchanged, never as markup', async () => {
    const hostile = '#set text(red) *không phải lệnh* $x$ <nhãn> @ai #read("/etc/passwd") \\ " = - + //'
    const [page] = await pagesOf(
      officialDocumentPdf(
        aForm({
          subject: hostile,
          recipients: [hostile],
          blocks: [
            { kind: 'field', label: hostile, value: hostile },
            { kind: 'list', marker: 'dash', items: [hostile] },
          ],
        }),
      ),
    )
    expect(page?.split(hostile).length).toBe(6)
  })

  test('an official paper leaves unknown values open, to be filled in by hand', async () => {
    const [page] = await pagesOf(officialDocumentPdf(aForm({ symbol: 'PĐK', number: '', date: '2026' })))
    expect(page).toMatch(/Số: \/PĐK/)
    expect(page).toMatch(/ngày tháng năm 2026/)
    expect(page).toMatch(/2\. Người đại diện: \.{20,}/)
    expect(page).toContain('☑ Lần đầu ☐ Nâng hạng')
  })

  test('an official paper in Khmer uses a Khmer font, and every font is embedded in the file', () => {
    const bytes = Buffer.from(officialDocumentPdf(aForm())).toString('latin1')
    expect(bytes).toMatch(/NotoSansKhmer/)
    expect(bytes).toMatch(/Tinos/)
    expect(bytes.match(/\/FontFile\d? /g)).toHaveLength(bytes.match(/\/Type ?\/FontDescriptor/g)?.length ?? 0)
    expect(bytes).toContain('pdfaid:part')
  })

  test('an official paper with two signers names both, and one with sample data says so', async () => {
    const [page] = await pagesOf(officialDocumentPdf(someMinutes()))
    expect(page).toContain('THƯ KÝ')
    expect(page).toContain('CHỦ TỌA')
    expect(page).toContain('DỮ LIỆU MẪU')
    expect(page).toContain('Số: 07/BB-HĐ')
  })

  const filler = (lines: number) =>
    Array.from({ length: lines }, (_, at): Block => ({ kind: 'field', label: `Dòng ${at + 1}`, value: 'đã ghi' }))
  const lastWords: readonly [string, Block][] = [
    ['a paragraph', { kind: 'paragraph', text: 'Câu cuối cùng của văn bản./.' }],
    ['a list', { kind: 'list', marker: 'number', items: ['Việc thứ nhất;', 'Câu cuối cùng của văn bản./.'] }],
    ['a field', { kind: 'field', label: 'Ghi chú', value: 'Câu cuối cùng của văn bản./.' }],
    ['an article', { kind: 'article', number: 9, text: 'Câu cuối cùng của văn bản./.' }],
  ]
  const lengths = Array.from({ length: 21 }, (_, at) => at + 8)
  test.each(lastWords)('an official paper that ends with %s never has its signature alone on a page', async (_, last) => {
    for (const lines of lengths) {
      const blocks = [...filler(lines), last]
      for (const paper of [aForm({ blocks, recipients: ['Như trên;', 'Lưu: VT.'] }), someMinutes({ blocks })]) {
        const pages = await pagesOf(officialDocumentPdf(paper))
        const name = paper.signatures[0]!.name!
        expect(pages.find((page) => page.includes(name))).toContain('Câu cuối cùng của văn bản./.')
      }
    }
  })

  test('an official paper has signatures inside its body on the page of the text that they sign', async () => {
    for (const lines of lengths) {
      const signed: Block[] = [
        { kind: 'paragraph', text: 'Chúng tôi cam đoan.' },
        { kind: 'signatures', signatures: [{ authority: ['Đại diện chủ thể'], name: 'Thạch Thị Sô Phi' }] },
      ]
      const pages = await pagesOf(officialDocumentPdf(aForm({ blocks: [...filler(lines), ...signed], signatures: [] })))
      expect(pages.find((page) => page.includes('Thạch Thị Sô Phi'))).toContain('Chúng tôi cam đoan.')
    }
  })

  test('an official paper keeps a small table on one page, and repeats the header of a long one', async () => {
    const table = (rows: number): Block => ({
      kind: 'table',
      columns: [
        { header: 'Nội dung', width: 3 },
        { header: 'Điểm', width: 1 },
      ],
      rows: Array.from({ length: rows }, (_, at) => ({ cells: [`Hàng ${at + 1}`, '1'] })),
    })
    for (const lines of lengths) {
      const lead: Block = { kind: 'paragraph', text: 'Điểm như sau' }
      const pages = await pagesOf(officialDocumentPdf(aForm({ blocks: [...filler(lines), lead, table(4)] })))
      expect(pages.find((page) => page.includes('Hàng 1'))).toMatch(/Điểm như sau Nội dung Điểm Hàng 1 .*Hàng 4/)
    }
    const pages = await pagesOf(officialDocumentPdf(aForm({ blocks: [table(60)] })))
    expect(pages.filter((page) => page.includes('Nội dung Điểm')).length).toBeGreaterThan(1)
  })

  test('an official paper never ends a page with the heading of a table part', async () => {
    for (const before of lengths) {
      const row = (at: number) => ({ cells: [`Hàng ${at}`, '1'] })
      const rows: TableRow[] = [
        ...Array.from({ length: before + 10 }, (_, at) => row(at)),
        { cells: ['PHẦN HAI', '2'], emphasis: 'part' },
        ...Array.from({ length: 20 }, (_, at) => row(100 + at)),
      ]
      const columns = [
        { header: 'Nội dung', width: 3 },
        { header: 'Điểm', width: 1 },
      ]
      const pages = await pagesOf(officialDocumentPdf(aForm({ blocks: [{ kind: 'table', columns, rows }] })))
      expect(pages.filter((page) => page.includes('PHẦN HAI'))).toHaveLength(1)
      expect(pages.find((page) => page.includes('PHẦN HAI'))).toContain('Hàng 100')
    }
  })

  test('an official paper is the same file for the same model and time, whatever was made in between', () => {
    const first = officialDocumentPdf(aDecision())
    for (let other = 0; other < 30; other += 1) officialDocumentPdf(aForm({ number: String(other) }))
    expect(Buffer.compare(officialDocumentPdf(aDecision()), first)).toBe(0)
  })

  test('an official paper writes dates and times as the decree does', () => {
    expect(dateLine('2026-11-05')).toBe('ngày 05 tháng 11 năm 2026')
    expect(dateLine('2026-02-15')).toBe('ngày 15 tháng 02 năm 2026')
    expect(dateLine('2026-03-09')).toBe('ngày 09 tháng 3 năm 2026')
    expect(shortDate('2026-11-05')).toBe('05/11/2026')
    expect(timeLine(new Date('2026-11-23T01:05:00Z'))).toBe('08 giờ 05 phút')
    expect(timeLine(new Date('2026-11-22T17:00:00Z'))).toBe('00 giờ 00 phút')
    expect(timeLine(null)).toMatch(/^\u00a0+ giờ \u00a0+ phút$/)
    expect(() => dateLine('5/11/2026')).toThrow(RangeError)
    expect(() => shortDate('2026-11')).toThrow(RangeError)
  })
})

describe('a certificate', () => {
  test('a certificate is one page with all its facts', async () => {
    const pages = await pagesOf(certificatePdf(aCertificate({ watermark: 'BẢN MẪU' })))
    expect(pages).toHaveLength(1)
    for (const fact of [
      'GIẤY CHỨNG NHẬN',
      'Dừa sáp sợi sấy giòn Hòa Tân',
      'HẠNG 4 SAO',
      'Hợp tác xã Nông nghiệp Quyết Thắng',
      '3981/QĐ-UBND',
      '23/11/2026',
      '22/11/2029',
      'BẢN MẪU',
    ]) {
      expect(pages[0]).toContain(fact)
    }
  })

  test('a certificate stays one page with the longest names', async () => {
    const long = 'Bộ sản phẩm thủ công mỹ nghệ đan lát từ bẹ dừa nước và cọng lá dừa sáp ដូងក្ទិះ '.repeat(4)
    expect(await pagesOf(certificatePdf(aCertificate({ stars: 5, product: long, producer: long, address: long })))).toHaveLength(1)
  })

  test('the larger symbol of a certificate is read whole, and a module of it is wide enough for a telephone', async () => {
    const url = `https://dacsan.vinhlong.gov.vn/giay-chung-nhan/kiem-tra#${'1234567890'.repeat(175)}`
    const long = 'Bộ sản phẩm thủ công mỹ nghệ đan lát từ bẹ dừa nước và cọng lá dừa sáp '.repeat(4)
    const pdf = certificatePdf(
      aCertificate({ product: long, producer: long, address: long, proof: { url, says: 'Kiểm tra không cần mạng' } }),
    )
    const [lookUp, proof] = await symbolsOfPdf(pdf)
    expect(await pagesOf(pdf)).toHaveLength(1)
    expect(lookUp?.words).toBe(aCertificate().lookup.url)
    expect(proof?.words).toBe(url)
    // GS1 General Specifications: the least that a till must read is 0.396 mm, and telephones read what tills do.
    expect(proof?.module).toBeGreaterThan(0.396)
  })

  test('several certificates make one file, with a page, a name and a sample mark for each', async () => {
    const pages = await pagesOf(
      certificatesPdf([aCertificate({ product: 'Chả hoa' }), aCertificate({ product: 'Mật hoa dừa', watermark: 'BẢN MẪU' })]),
    )
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('Chả hoa')
    expect(pages[0]).not.toContain('BẢN MẪU')
    expect(pages[1]).toContain('Mật hoa dừa')
    expect(pages[1]).toContain('BẢN MẪU')
    expect(() => certificatesPdf([])).toThrow(RangeError)
  })
})

const longLabel: Partial<Label> = {
  product: 'Bộ sản phẩm thủ công mỹ nghệ đan lát từ bẹ dừa nước và cọng lá dừa sáp truyền thống của đồng bào Khmer',
  producer: 'Công ty TNHH một thành viên sản xuất thương mại dịch vụ xuất nhập khẩu nông sản Cầu Kè',
  lot: 'ABCDEFGHIJKLMNOPQRST',
  stars: 5,
}

/** A page of labels as grey pixels, ten to the millimetre. */
async function pixelsOf(labels: Label[], layout: LabelLayout, skip: number) {
  const svg = labelSheetSvg({ labels, layout, skip, createdAt: new Date(0) })
  return sharp(Buffer.from(svg), { density: 300 })
    .flatten({ background: '#fff' })
    .resize(layout.page.width * 10, layout.page.height * 10, { fit: 'fill' })
}

function place(layout: LabelLayout, index: number) {
  return {
    left: Math.round((layout.margin.left + (index % layout.columns) * (layout.label.width + layout.gap.x)) * 10),
    top: Math.round((layout.margin.top + Math.floor(index / layout.columns) * (layout.label.height + layout.gap.y)) * 10),
    width: Math.floor(layout.label.width * 10),
    height: Math.floor(layout.label.height * 10),
  }
}

describe('a sheet of labels', () => {
  test.each(labelLayouts)(
    'every symbol on a sheet of labels $name is read back, and no label is printed up to its edges',
    async (layout) => {
      // The last places of the sheet, where an error in the pitch would have added up.
      const places = layout.columns * layout.rows
      const skip = Math.max(0, places - 6)
      const labels = Array.from({ length: places - skip }, (_, index) =>
        aLabel({ ...(index % 3 === 0 && longLabel), url: `https://dacsan.example.vn/01/08938501234568/10/DS-2611%2FA/21/${index}` }),
      )
      const page = await pixelsOf(labels, layout, skip)
      const sheet = await page.png().toBuffer()
      for (const [index, label] of labels.entries()) {
        const { data, info } = await sharp(sheet)
          .extract(place(layout, index + skip))
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true })
        expect(jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(label.url)
        const edge = 6
        for (let y = 0; y < info.height; y += 1) {
          for (let x = 0; x < info.width; x += 1) {
            if (x >= edge && x < info.width - edge && y >= edge && y < info.height - edge) continue
            const grey = data[(y * info.width + x) * 4] ?? 0
            if (grey < 128) expect.fail(`label ${index} is inked at ${x}, ${y} of ${info.width} × ${info.height}`)
          }
        }
      }
    },
    30_000,
  )

  test.each(labelLayouts)(
    'a sheet of labels $name is not printed in the margin that its printers leave blank',
    async (layout) => {
      const labels = Array.from({ length: layout.columns * layout.rows }, (_, index) => aLabel(index % 2 === 0 ? longLabel : {}))
      const { data, info } = await (await pixelsOf(labels, layout, 0)).greyscale().raw().toBuffer({ resolveWithObject: true })
      const edge = layout.bareEdge * 10
      const inked: string[] = []
      for (let y = 0; y < info.height; y += 1) {
        for (let x = 0; x < info.width; x += 1) {
          if (x >= edge && x < info.width - edge && y >= edge && y < info.height - edge) continue
          if ((data[(y * info.width + x) * info.channels] ?? 0) < 128) inked.push(`${x / 10}, ${y / 10} mm`)
        }
      }
      expect(inked).toEqual([])
    },
    30_000,
  )

  // A low label has room for signs beside its address, and the narrowest for the address alone.
  const said = (id: string) => (id === 'roll-40x30' ? null : ['a4-4x10', 'roll-50x30'].includes(id) ? /OCOP(?! 5 sao)/ : /OCOP 5 sao/)
  test.each(labelLayouts)('a label of the sheet $name says its stars, in words or in signs, where it has room for them', async (layout) => {
    const [page] = await pagesOf(labelSheetPdf({ labels: [aLabel(longLabel)], layout, createdAt: new Date(0) }))
    const wanted = said(layout.id)
    if (wanted === null) expect(page).not.toContain('OCOP')
    else expect(page).toMatch(wanted)
  })

  test.each(labelLayouts)(
    'a label of the sheet $name has lot, dates, amount and address in full under the longest names',
    async (layout) => {
      const [page] = await pagesOf(labelSheetPdf({ labels: [aLabel(longLabel)], layout, createdAt: new Date(0) }))
      expect(page).toMatch(/Lô: ABCDEFGHIJ ?KLMNOPQRST/)
      for (const fact of [
        'NSX: 20/11/2026',
        'HSD: 20/05/2027',
        'Định lượng: 500 g',
        'dacsan.example.vn/t/7K3M9QX2R4TZ81',
        'xã Tam Ngãi, tỉnh Vĩnh Long',
      ])
        expect(page).toContain(fact)
      expect(page).toMatch(/Bộ sản phẩm.*Công ty/)
    },
  )

  test('labels take as many pages as they need, and start where the used sheet ends', async () => {
    const [layout] = labelLayouts
    const labels = Array.from({ length: 25 }, () => aLabel())
    const createdAt = new Date(0)
    expect(await pagesOf(labelSheetPdf({ labels, layout, createdAt }))).toHaveLength(2)
    expect(await pagesOf(labelSheetPdf({ labels, layout, skip: 23, createdAt }))).toHaveLength(2)
    expect(await pagesOf(labelSheetPdf({ labels: labels.slice(0, 2), layout, skip: 23, createdAt }))).toHaveLength(2)
    expect(() => labelSheetPdf({ labels, layout, skip: 24, createdAt })).toThrow(RangeError)
    expect(() => labelSheetPdf({ labels: [], layout, createdAt })).toThrow(RangeError)
  })

  test('a label leaves out the stars, dates and amount that a product does not have', async () => {
    const [page] = await pagesOf(
      labelSheetPdf({
        labels: [aLabel({ stars: undefined, producedOn: undefined, bestBefore: undefined, netContent: undefined })],
        layout: labelLayouts[0],
        createdAt: new Date(0),
      }),
    )
    expect(page).not.toMatch(/NSX|HSD|Định lượng|OCOP/)
    expect(page).toContain('Lô: DS-2611/A')
  })
})
