import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { expect, test, describe } from 'vitest'
import { readStatement } from './index.ts'
import type { Bank } from './index.ts'

const { banks } = JSON.parse(readFileSync(new URL('../../data/banks/banks.json', import.meta.url), 'utf8')) as { banks: Bank[] }
type Value = string | number | Date | null
const readText = (text: string, name = 'sao-ke.csv') => readStatement({ name, bytes: new TextEncoder().encode(text) }, banks)
const readRows = async (rows: Value[][], name = 'sao-ke.xlsx') =>
  readStatement({ name, bytes: await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }) }, banks)
const valueOf = async (outcome: ReturnType<typeof readText>) => {
  const read = await outcome
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}
const refusalOf = async (outcome: ReturnType<typeof readText>) => {
  const read = await outcome
  return read.ok ? read.value : read.refusal
}

describe('the files of the banks that are known', () => {
  test('Vietcombank: the number of the paper stands under the date, and Có is what came in', async () => {
    const rows = [
      ['NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM'],
      ['SAO KÊ TÀI KHOẢN'],
      ['Số dư đầu kỳ/ Opening balance:', null, null, '1,000,000'],
      [
        'STT/No.',
        'Ngày GD/TNX Date\nSố CT/Doc No',
        'Số tiền ghi nợ/ Debit',
        'Số tiền ghi có/ Credit',
        'Số dư/ Balance',
        'Nội dung chi tiết/ Transactions in detail',
      ],
      ['1', '23/11/2026\n5214 - 78113', null, '350,000', '1,350,000', 'MBVCB.7812.DS7K3M9QX.CT tu 0123 NGUYEN VAN A'],
      ['2', '24/11/2026\n5214 - 90001', '11,000', null, '1,339,000', 'PHI QUAN LY'],
      ['Tổng số/ Total', null, '11,000', '350,000', null, null],
      ['Số dư cuối kỳ/ Closing balance:', null, null, '1,339,000'],
      ['Chứng từ này được in từ hệ thống của Vietcombank, người chuyển ở MB Bank'],
    ]
    expect(await valueOf(readRows(rows))).toEqual({
      account: null,
      bank: '970436',
      lines: [
        {
          at: '2026-11-23',
          amount: 350000,
          direction: 'in',
          content: 'MBVCB.7812.DS7K3M9QX.CT tu 0123 NGUYEN VAN A',
          reference: '5214 - 78113',
          balance: 1350000,
        },
        { at: '2026-11-24', amount: 11000, direction: 'out', content: 'PHI QUAN LY', reference: '5214 - 90001', balance: 1339000 },
      ],
      agrees: true,
    })
  })

  test('VietinBank: the day of the transaction and not of the booking, and a day that is printed once goes for the lines below', async () => {
    const rows = [
      ['LICH SỬ GIAO DỊCH - TRANSACTION HISTORY'],
      [
        'STT',
        'Ngày hạch toán/Accounting date',
        'Ngày phát sinh/Transaction date',
        'Mô tả giao dịch/Description',
        'Nợ/ Debit',
        'Có / Credit',
        'Số dư TK/Account balance',
        'Số giao dịch/Transaction number',
      ],
      ['1', '24/11/2026', '23/11/2026 10:15:30', 'CT DEN:1 DS7K3M9QX', '', '350,000', '350,000', '912T26'],
      ['2', '', '', 'CT DEN:2', '', '50,000', '400,000', '913T26'],
      ['3', '25/11/2026', '24/11/2026 08:00:00', 'Phi SMS', '9,900', '', '390,100', '914T26'],
    ]
    expect(await valueOf(readRows(rows))).toMatchObject({
      bank: '970415',
      agrees: true,
      lines: [
        {
          at: '2026-11-23T10:15:30+07:00',
          amount: 350000,
          direction: 'in',
          reference: '912T26',
          content: 'CT DEN:1 DS7K3M9QX',
          balance: 350000,
        },
        { at: '2026-11-23T10:15:30+07:00', amount: 50000, direction: 'in', reference: '913T26' },
        { at: '2026-11-24T08:00:00+07:00', amount: 9900, direction: 'out', reference: '914T26' },
      ],
    })
  })

  test('MB: amounts with VND behind them, and sums without a date', async () => {
    const text = [
      'SAO KÊ CHI TIẾT TÀI KHOẢN',
      'Số dư đầu kỳ: 100.000 VND',
      'STT;Ngày hạch toán/Posting date;Phát sinh nợ;Phát sinh có;Số dư;Nội dung',
      '1;23/11/2026;0 VND;350,000 VND;450,000 VND;CUSTOMER DS7K3M9QX   Ma giao dich  Trace1234',
      '2;24/11/2026;50,000 VND;0 VND;400,000 VND;Rut tien',
      ';;50,000 VND;350,000 VND;;',
      'Số dư cuối kỳ: 400.000 VND',
    ].join('\r\n')
    expect(await valueOf(readText(text))).toMatchObject({
      bank: '970422',
      agrees: true,
      lines: [
        {
          at: '2026-11-23',
          amount: 350000,
          direction: 'in',
          content: 'CUSTOMER DS7K3M9QX   Ma giao dich  Trace1234',
          balance: 450000,
          reference: null,
        },
        { at: '2026-11-24', amount: 50000, direction: 'out', balance: 400000 },
      ],
    })
  })

  // "Số", "Diễn", "Nợ" in Windows-1258: a letter and the mark of its tone behind it.
  test('Agribank: a page under the name of a workbook, in the code page of Windows', async () => {
    const html =
      '<html><head><style>td<b{}</style></head><table><tr><td colspan="6">AGRIBANK</td></tr>' +
      '<tr><th>Ngày GD</th><th>S\u00f4\u0301 CT</th><th>Di\u00ea\u0303n giải</th><th>Ghi nơ\u0323</th><th>Ghi co\u0301</th><th>S\u00f4\u0301 dư</th></tr>' +
      '<tr><td>23/11/2026</td><td>77</td><td>CK DS7K3M9QX &amp; ph&#237;<br>dong 2</td><td>&nbsp;</td><td>350.000,00</td><td>350.000,00</td></tr>' +
      '<tr><td>Tổng cộng</td><td></td><td></td><td>0</td><td>350.000</td><td></td></tr></table>'
    const bytes = windows1258(html)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError)
    expect(await valueOf(readStatement({ name: 'SaoKe.xls', bytes }, banks))).toEqual({
      account: null,
      bank: '970405',
      agrees: true,
      lines: [
        { at: '2026-11-23', amount: 350000, direction: 'in', content: 'CK DS7K3M9QX & phí dong 2', reference: '77', balance: 350000 },
      ],
    })
  })

  test('BIDV: known by its headings alone', async () => {
    const rows: Value[][] = [
      ['STT', 'Ngày GD', 'Số tham chiếu', 'Mô tả', 'Phát sinh Nợ', 'Phát sinh Có', 'Số dư'],
      [1, new Date(Date.UTC(2026, 10, 23, 10, 15, 30)), 'FT1', 'REM DS7K3M9QX', null, 350_000, 350_000],
      [2, new Date(Date.UTC(2026, 10, 24)), 'FT2', 'Phi', 1100, null, 348_900],
    ]
    expect(await valueOf(readRows(rows))).toMatchObject({
      bank: '970418',
      agrees: true,
      lines: [
        { at: '2026-11-23T10:15:30+07:00', reference: 'FT1', amount: 350000, direction: 'in' },
        { at: '2026-11-24', reference: 'FT2', amount: 1100, direction: 'out' },
      ],
    })
  })
})

function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258')
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
  const letters = [...text].flatMap((letter) => {
    if (byteOf.has(letter)) return [byteOf.get(letter)!]
    // A letter with a hat or a breve keeps it and gives up its tone.
    const tone = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)![0]
    return [byteOf.get(letter.normalize('NFD').replace(tone, '').normalize('NFC'))!, byteOf.get(tone)!]
  })
  return new Uint8Array(letters)
}

const usual = 'Ngày giao dịch,Số tham chiếu,Nội dung,Ghi nợ,Ghi có,Số dư'

describe('any statement', () => {
  test.each([
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['the code page of Windows', (text: string) => Buffer.from(windows1258(text))],
  ])('is read in %s', async (_name, encode) => {
    const bytes = encode(`ACB\n${usual}\n23/11/2026,1,Phí,"1,000",,0`)
    expect(await valueOf(readStatement({ name: 'a.csv', bytes }, banks))).toMatchObject({
      bank: '970416',
      lines: [{ content: 'Phí', amount: 1000 }],
    })
  })

  test.each([';', '\t', '|', ','])('is read with %j between the cells', async (sign) => {
    const text = [usual, '23/11/2026,1,Phí,1000,,0'].map((line) => line.replaceAll(',', sign)).join('\n')
    expect(await valueOf(readText(text))).toMatchObject({ lines: [{ amount: 1000, direction: 'out', balance: 0 }] })
  })

  test.each([
    ['1.000.000', 1_000_000],
    ['1,000,000', 1_000_000],
    ['1 000 000', 1_000_000],
    ['1,000,000.00', 1_000_000],
    ['1.000.000,00', 1_000_000],
    ['1000000', 1_000_000],
    ['1000000.00', 1_000_000],
    ['+1.000.000 VND', 1_000_000],
    ['1.000.000đ', 1_000_000],
    ['500.000 ₫', 500_000],
    ['1.234', 1234],
  ])('the amount %j is %i', async (written, amount) => {
    expect(await valueOf(readText(`${usual}\n23/11/2026,1,x,,"${written}",`))).toMatchObject({ lines: [{ amount, direction: 'in' }] })
  })

  test.each([
    ['23/11/2026', '2026-11-23'],
    ['3/1/2026', '2026-01-03'],
    ['23-11-2026', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['23/11/26', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['23/11/2026 10:15', '2026-11-23T10:15:00+07:00'],
    ['10:15:30 23/11/2026', '2026-11-23T10:15:30+07:00'],
    ['23/11/2026 02:15:30 PM', '2026-11-23T14:15:30+07:00'],
    ['2026-11-23T10:15:30+07:00', '2026-11-23T10:15:30+07:00'],
    ['2026-11-23T03:15:30Z', '2026-11-23T10:15:30+07:00'],
  ])('the date %j is %s', async (written, at) => {
    expect(await valueOf(readText(`${usual}\n${written},1,x,,5,`))).toMatchObject({ lines: [{ at }] })
  })

  test('may have one column for the amount, with its sign or with a column that says the direction', async () => {
    const signed = 'Ngày giao dịch,Số tiền,Nội dung,Số dư\n23/11/2026,-5.000,a,0\n23/11/2026,+7.000,b,7000'
    expect(await valueOf(readText(signed))).toMatchObject({
      lines: [
        { direction: 'out', amount: 5000 },
        { direction: 'in', amount: 7000 },
      ],
    })
    const sided = 'Date,Amount,Type,Description\n23/11/2026,5000,D,a\n23/11/2026,7000,C,b'
    expect(await valueOf(readText(sided))).toMatchObject({
      lines: [
        { direction: 'out', amount: 5000 },
        { direction: 'in', amount: 7000 },
      ],
      agrees: null,
    })
  })

  test('may have its headings in two rows, a time beside the date, and the headings again on every page', async () => {
    const rows = [
      ['Ngày', 'Giờ', 'Nội dung', 'Số tiền', null, 'Số dư'],
      [null, null, null, 'Nợ', 'Có', null],
      ['23/11/2026', '10:15', 'a', null, '5000', '5000'],
      ['Ngày', 'Giờ', 'Nội dung', 'Số tiền', null, 'Số dư'],
      ['24/11/2026', '11:00:05', 'b', '1000', null, '4000'],
    ]
    expect(await valueOf(readRows(rows))).toMatchObject({
      lines: [{ at: '2026-11-23T10:15:00+07:00' }, { at: '2026-11-24T11:00:05+07:00', direction: 'out' }],
      agrees: true,
    })
  })

  test('is told by the name of the bank in it, then by the name of the file; the payer’s bank tells nothing', async () => {
    const line = '23/11/2026,1,Vietcombank chuyen,,5,'
    expect(await valueOf(readText(`Ngân hàng TMCP Sài Gòn - Hà Nội\n${usual}\n${line}`))).toMatchObject({ bank: '970443' })
    expect(await valueOf(readText(`${usual}\n${line}`, 'TPBank_saoke_11.csv'))).toMatchObject({ bank: '970423' })
    expect(await valueOf(readText(`Date,Description,Debit,Credit\n23/11/2026,Vietcombank,,5`))).toMatchObject({ bank: null })
  })

  test('with nothing on it is a statement all the same', async () => {
    expect(await valueOf(readText(`Số dư đầu kỳ,5000\n${usual}\nSố dư cuối kỳ,5000`))).toMatchObject({ lines: [], agrees: true })
  })
})

describe('the account of a statement', () => {
  const accountIn = async (...rows: string[]) => (await valueOf(readText([...rows, usual, '23/11/2026,1,a,,5,'].join('\n')))).account

  test('is read above the table, beside its label or behind it', async () => {
    expect(await accountIn('Số tài khoản,0011001932418')).toBe('0011001932418')
    expect(await accountIn('Tài khoản số: 0011 0019 32418 - VND')).toBe('0011001932418')
    expect(await accountIn('SAO KÊ', 'Số TK / Account No,,0011001932418,Loại tiền,VND')).toBe('0011001932418')
  })

  test('is null where it is masked or not printed', async () => {
    expect(await accountIn('Số tài khoản,0011xxxx418')).toBeNull()
    expect(await accountIn('Từ ngày 01/11/2026 đến 30/11/2026')).toBeNull()
  })
})

describe('whether a statement agrees', () => {
  const lines = ['23/11/2026,1,a,,500,1500', '24/11/2026,2,b,200,,1300']
  const agrees = async (...rows: string[]) => (await valueOf(readText([...rows].join('\n')))).agrees
  test('opening and what came and went is closing', async () => {
    expect(await agrees('Số dư đầu kỳ,1000', usual, ...lines, 'Số dư cuối kỳ,1300')).toBe(true)
    expect(await agrees('Số dư đầu kỳ,1000', usual, ...lines, 'Số dư cuối kỳ,1301')).toBe(false)
    expect(await agrees('Số dư đầu kỳ: 900', usual, ...lines, 'Số dư cuối kỳ: 1.300')).toBe(false)
  })
  test('without a closing balance the last line’s is it, whichever way the file runs', async () => {
    expect(await agrees('Số dư đầu kỳ,1000', usual, ...lines)).toBe(true)
    expect(await agrees('Số dư đầu kỳ,1000', usual, ...lines.toReversed())).toBe(true)
    expect(await agrees('Số dư đầu kỳ,999', usual, ...lines)).toBe(false)
  })
  test('without an opening balance the running one is followed, also from the newest line down', async () => {
    expect(await agrees(usual, ...lines)).toBe(true)
    expect(await agrees(usual, ...lines.toReversed())).toBe(true)
    expect(await agrees(usual, lines[0]!, '24/11/2026,2,b,200,,1301')).toBe(false)
  })
  test('without either nobody knows', async () => {
    expect(await agrees(usual, '23/11/2026,1,a,,500,', '24/11/2026,2,b,200,,')).toBeNull()
  })
  test('an opening balance may be the first row of the table', async () => {
    expect(await agrees(usual, '01/11/2026,,Số dư đầu kỳ,,,1000', ...lines, ',,Số dư cuối kỳ,,,1300')).toBe(true)
  })
})

describe('a file that is no statement', () => {
  test.each([
    ['goods', 'tên;giá\nDừa sáp;100'],
    ['orders, which have dates and amounts and no balance', 'Mã đơn,Ngày,Số tiền,Nội dung\nDS1,23/11/2026,500,x'],
    ['a letter', 'Kính gửi ông bà'],
    ['noise', '\u0001\u0002"\u0003'],
  ])('is refused: %s', async (_name, text) => {
    expect(await refusalOf(readText(text))).toMatchObject({ code: expect.stringMatching(/not-a-statement|file-unreadable/) as unknown })
  })

  test('so is a file that cannot be read: empty, a PDF, a broken workbook of either kind, too many bytes', async () => {
    const read = (bytes: Uint8Array) => refusalOf(readStatement({ name: 'x', bytes }, banks))
    const why = (reason: string) => ({ code: 'file-unreadable', why: reason })
    expect(await read(new Uint8Array())).toEqual(why('empty'))
    expect(await read(new TextEncoder().encode('%PDF-1.7'))).toEqual(why('pdf'))
    expect(await read(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(why('damaged'))
    expect(await read(new TextEncoder().encode('PK\u0003\u0004 no archive'))).toEqual(why('damaged'))
    expect(await read(new Uint8Array(8_000_001))).toEqual(why('too-large'))
  })

  test('a workbook that is spoilt in any of its bytes is read or refused, and never fails', async () => {
    const rows = [
      ['Ngày GD', 'Nội dung', 'Nợ', 'Có', 'Số dư'],
      ['23/11/2026', 'x', null, 5, 5],
    ]
    const whole = await writeXlsx({ sheets: [{ name: 'A', rows }] })
    const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(places, async (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        expect(await readStatement({ name: 'x.xlsx', bytes }, banks)).toHaveProperty('ok')
      }),
      { numRuns: 500 },
    )
  })

  test('lines that cannot be read refuse the whole, each with its row and column', async () => {
    const faultsOf = async (text: string) => {
      const refusal = (await refusalOf(readText(`${usual}\n${text}`))) as {
        code: string
        faults: { row: number; column: number; why: string }[]
      }
      expect(refusal.code).toBe('lines-unreadable')
      return refusal.faults.map(({ row, column, why }) => [row, column, why])
    }
    expect(await faultsOf('23/11/2026,1,a,,5,\n31/02/2026,1,a,,5,')).toEqual([[3, 1, 'date']])
    expect(await faultsOf('23/11/2026,1,a,,năm nghìn,')).toEqual([[2, 5, 'amount']])
    expect(await faultsOf('23/11/2026,1,a,5,5,\n32/11/2026,1,a,,5,')).toEqual([
      [2, 5, 'both-directions'],
      [3, 1, 'date'],
    ])
  })

  test.each([
    ['one row of a hundred thousand cells', '1,'.repeat(100_000)],
    ['one cell without end', 'x'.repeat(1_000_000)],
    ['quotes', '"'.repeat(200_000)],
    ['a heading, then one row of a hundred thousand cells', `${usual}\n${'1,'.repeat(100_000)}`],
  ])('C44: a file that is made to be slow is judged like any other: %s', async (_name, text) => {
    expect(await readText(text)).toHaveProperty('ok')
  })

  test('a page made of tags that do not end is read as fast as any other', async () => {
    expect(await refusalOf(readText(`<table>${'<td '.repeat(500_000)}`))).toEqual({ code: 'not-a-statement' })
  })
})
