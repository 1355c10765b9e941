import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildVietQr, crc16, parseEmv, parseVietQr } from './index.ts'
import type { Transfer } from './index.ts'

type Vectors = {
  valid: { source: string; payload: string; transfer: Transfer }[]
  faulty: { source: string; payload: string; refusal: string }[]
  emv: { payload: string }
}
const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T
const vectors = read<Vectors>('vectors/payloads.json')
const { banks } = read<{ banks: { bin: string }[] }>('../../data/banks/banks.json')
const bins = new Set(banks.map((bank) => bank.bin))
const plain: Transfer = { bin: '970416', account: '257678859', service: 'QRIBFTTA' }
const withChecksum = (payload: string) => `${payload}6304${crc16(`${payload}6304`)}`

const printable = (pattern: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...pattern), minLength: min, maxLength: max })
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const anyTransfer: fc.Arbitrary<Transfer> = fc.record(
  {
    bin: fc.constantFrom(...bins),
    account: printable(ascii.slice(1), 1, 19),
    service: fc.constantFrom('QRIBFTTA' as const, 'QRIBFTTC' as const),
    amount: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    purpose: printable(ascii, 1, 25),
    initiation: fc.constantFrom('11' as const, '12' as const),
  },
  { requiredKeys: ['bin', 'account', 'service', 'initiation'] },
)
function built(transfer: Transfer): string {
  const outcome = buildVietQr(transfer, bins)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('the checksum of a VietQR is CRC-16/CCITT-FALSE', () => {
  expect(crc16('123456789')).toBe('29B1')
})

describe('reading', () => {
  test.each(vectors.valid)('C45: the published code $source is read as its transfer', ({ payload, transfer }) => {
    expect(parseVietQr(payload)).toEqual({ ok: true, value: transfer })
  })

  test.each(vectors.faulty)('C45: the faulty code $source is refused', ({ payload, refusal }) => {
    expect(parseVietQr(payload)).toMatchObject({ ok: false, refusal: { code: refusal } })
  })

  test('C45: the misprinted account is refused for its stray character, not for its checksum', () => {
    const { payload } = vectors.faulty[0]!
    expect(crc16(payload.slice(0, -4))).toBe('F4E5')
    // Only the sub-length is wrong: with it mended the same payload names the account.
    const mended = payload.slice(0, -8).replace('011200110', '011300110')
    expect(parseVietQr(withChecksum(mended))).toMatchObject({ value: { account: '0011012345678' } })
  })

  test('a checksum in small letters is accepted and written back in capitals', () => {
    const { payload, transfer } = vectors.valid.find((vector) => vector.payload.endsWith('79db'))!
    expect(built(transfer)).toBe(payload.slice(0, -4) + '79DB')
  })

  test('a foreign EMVCo code with Chinese fields is well-formed, but is not a VietQR', () => {
    const emv = parseEmv(vectors.emv.payload)
    expect(emv.ok && emv.value.find((field) => field.id === '64')?.value).toBe('0002ZH0104最佳运输0202北京')
    expect(parseVietQr(vectors.emv.payload)).toEqual({ ok: false, refusal: { code: 'not-vietqr', field: '38' } })
    expect(parseEmv('0002016304AAE6')).toEqual({
      ok: true,
      value: [
        { id: '00', value: '01' },
        { id: '63', value: 'AAE6' },
      ],
    })
  })

  test.each([
    [
      'the account in the place of the service',
      withChecksum('00020101021138410010A00000072701100006970416020925767885953037045802VN'),
      'bad-account',
    ],
    ['another currency', withChecksum('00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53038405802VN'), 'not-vietqr'],
    ['another country', withChecksum('00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802KH'), 'not-vietqr'],
    [
      'an amount with decimals',
      withChecksum('00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370454041.505802VN'),
      'bad-amount',
    ],
    [
      'two amounts',
      withChecksum('00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045403100540320058 02VN'.replace(' ', '')),
      'repeated-field',
    ],
    [
      'a field cut short',
      withChecksum('00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045820VN'),
      'broken-field',
    ],
    ['nothing in it', '', 'not-emv'],
    ['an address in place of its fields', 'https://example.vn/01/08934567890120', 'not-emv'],
  ])('a VietQR with %s is refused', (_, payload, code) => {
    expect(parseVietQr(payload)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('writing', () => {
  test('a transfer of the published codes is written as the same code', () => {
    // The two examples of NAPAS with a bill number carry a field that a transfer has no place for.
    const ours = vectors.valid.filter(({ payload }) => !payload.includes('0107NPS6869'))
    expect(ours).toHaveLength(vectors.valid.length - 2)
    for (const { payload, transfer } of ours) expect(built(transfer)).toBe(payload.slice(0, -4) + payload.slice(-4).toUpperCase())
    expect(built({ ...plain, amount: 10_000, purpose: 'Chuyển tiền' })).toBe(
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
    )
  })

  test('a VietQR without an amount is payable many times, with one once, unless said otherwise', () => {
    expect(parseVietQr(built(plain))).toMatchObject({ value: { initiation: '11' } })
    expect(parseVietQr(built({ ...plain, amount: 1 }))).toMatchObject({ value: { initiation: '12' } })
    expect(parseVietQr(built({ ...plain, amount: 1, initiation: '11' }))).toMatchObject({ value: { initiation: '11' } })
  })

  test('the purpose is written without accents, and a purpose that does not fit is refused', () => {
    expect(parseVietQr(built({ ...plain, purpose: 'Đặc sản ủng hộ lũ lụt' }))).toMatchObject({
      value: { purpose: 'Dac san ung ho lu lut' },
    })
    expect(parseVietQr(built({ ...plain, purpose: 'ế'.normalize('NFD').repeat(25) }))).toMatchObject({ value: { purpose: 'e'.repeat(25) } })
    for (const purpose of ['x'.repeat(26), '', 'ស្ករ', 'a\nb', 'trà 🍵']) {
      expect(buildVietQr({ ...plain, purpose }, bins)).toEqual({ ok: false, refusal: { code: 'bad-purpose' } })
    }
  })

  test('the amount is whole đồng of one to thirteen digits', () => {
    expect(parseVietQr(built({ ...plain, amount: 9_999_999_999_999 }))).toMatchObject({ value: { amount: 9_999_999_999_999 } })
    for (const amount of [0, -1, 1.5, 10_000_000_000_000, Number.NaN]) {
      expect(buildVietQr({ ...plain, amount }, bins)).toEqual({ ok: false, refusal: { code: 'bad-amount' } })
    }
  })

  test('a VietQR is written for listed banks only, with an account of 1 to 19 characters', () => {
    expect(buildVietQr({ ...plain, bin: '999999' }, bins)).toEqual({ ok: false, refusal: { code: 'unknown-bank' } })
    expect(buildVietQr({ ...plain, bin: '97041' }, new Set(['97041']))).toEqual({ ok: false, refusal: { code: 'unknown-bank' } })
    for (const account of ['', '1'.repeat(20), '1 2', 'tài']) {
      expect(buildVietQr({ ...plain, account }, bins)).toEqual({ ok: false, refusal: { code: 'bad-account' } })
    }
    expect(buildVietQr({ ...plain, service: 'QRPUSH' as never }, bins)).toEqual({ ok: false, refusal: { code: 'bad-service' } })
    expect(buildVietQr({ ...plain, initiation: '13' as never }, bins)).toEqual({ ok: false, refusal: { code: 'bad-initiation' } })
  })
})

describe('always', () => {
  test('a written VietQR reads back, and is written the same again', () => {
    fc.assert(
      fc.property(anyTransfer, (transfer) => {
        const payload = built(transfer)
        const parsed = parseVietQr(payload)
        expect(parsed).toEqual({ ok: true, value: transfer })
        expect(parsed.ok && built(parsed.value)).toBe(payload)
      }),
    )
  })

  test('C44: a VietQR with any single changed character is refused', () => {
    fc.assert(
      fc.property(anyTransfer, fc.nat(), fc.constantFrom(...ascii), (transfer, position, character) => {
        const payload = built(transfer)
        const at = position % payload.length
        const changed = payload.slice(0, at) + character + payload.slice(at + 1)
        // The checksum may be in small letters, so its case says nothing.
        fc.pre(changed.toUpperCase() !== payload.toUpperCase() || (changed !== payload && at < payload.length - 4))
        expect(parseVietQr(changed).ok).toBe(false)
      }),
    )
  })

  test('C44: the parser of VietQR never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => parseVietQr(text).ok === false))
  })
})

test('the bank list has every bank once, with a BIN of six digits', () => {
  expect(banks.every((bank) => /^\d{6}$/.test(bank.bin))).toBe(true)
  expect(bins.size).toBe(banks.length)
  // Banks of the published codes.
  for (const bin of ['970403', '970415', '970416', '970407', '970422', '970454']) expect(bins).toContain(bin)
})
