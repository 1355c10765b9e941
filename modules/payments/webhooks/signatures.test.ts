import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { payosText, whyNotFrom } from './signatures.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const now = new Date(1_767_225_600_000)

describe('SePay', () => {
  const secret = 'sepay-secret-0001'
  const bodyD = '{"id":92704,"gateway":"Vietcombank","transferType":"in","transferAmount":350000,"content":"DH10234"}'
  const headers = {
    'x-sepay-timestamp': '1767225600',
    'x-sepay-signature': 'sha256=52b274fe6ec516b608d2cf3ba1851561ca5dad827639a5ca85e2f37a19de6c96',
  }
  const ask = (change: { body?: string; headers?: Record<string, string>; at?: Date; secrets?: string[] } = {}) =>
    whyNotFrom('sepay', change.secrets ?? [secret], {
      body: bytes(change.body ?? bodyD),
      headers: change.headers ?? headers,
      now: change.at ?? now,
    })

  test('C12: the vector of a signed message is taken as it came, and not once a byte of it changed or it was written anew', () => {
    expect(ask()).toBeNull()
    expect(ask({ body: bodyD.replace('DH10234', 'DH10235') })).toBe('signature')
    expect(ask({ body: JSON.stringify(JSON.parse(bodyD), null, 2) })).toBe('signature')
  })

  test('C13: a message that is six minutes old, or of six minutes hence, is turned away', () => {
    expect(ask({ at: new Date(now.getTime() + 6 * 60_000) })).toBe('too-old')
    expect(ask({ at: new Date(now.getTime() - 6 * 60_000) })).toBe('too-early')
    expect(ask({ at: new Date(now.getTime() + 4 * 60_000) })).toBeNull()
  })

  test('without a signature, or with a secret that was never set, nobody is believed', () => {
    expect(ask({ headers: {} })).toBe('not-signed')
    expect(ask({ secrets: [''] })).toBe('not-signed')
    expect(ask({ secrets: [] })).toBe('not-signed')
    const empty = createHmac('sha256', '').update(`1767225600.${bodyD}`).digest('hex')
    expect(ask({ secrets: [''], headers: { ...headers, 'x-sepay-signature': `sha256=${empty}` } })).toBe('not-signed')
  })

  test('C14: either of two secrets will do while both are good', () => {
    expect(ask({ secrets: ['another-secret', secret] })).toBeNull()
    expect(ask({ secrets: ['another-secret'] })).toBe('signature')
  })

  test('the key of an interface is taken in place of a signature', () => {
    expect(ask({ headers: { authorization: `Apikey ${secret}` } })).toBeNull()
    expect(ask({ headers: { authorization: 'Apikey x' } })).toBe('signature')
  })
})

describe('payOS', () => {
  const secret = 'payos-checksum-0001'
  const data = {
    accountNumber: '12345678',
    amount: 350_000,
    code: '00',
    counterAccountBankId: null,
    counterAccountName: null,
    currency: 'VND',
    desc: 'success',
    description: 'DH10234',
    orderCode: 10_234,
    paymentLinkId: 'p1',
    reference: 'FT26001123456789',
    transactionDateTime: '2026-01-01 09:30:00',
  }
  const signature = '4da4078563088c8afff90ad21c948ae11eb24b22f7b9f508ebd849a29e56719d'
  const ask = (message: object) => whyNotFrom('payos', [secret], { body: bytes(JSON.stringify(message)), headers: {}, now })

  test('the vector of the maker is taken, whatever the order of the keys, and nothing else', () => {
    expect(payosText(data)).toBe(
      'accountNumber=12345678&amount=350000&code=00&counterAccountBankId=&counterAccountName=&currency=VND&desc=success&description=DH10234&orderCode=10234&paymentLinkId=p1&reference=FT26001123456789&transactionDateTime=2026-01-01 09:30:00',
    )
    expect(ask({ code: '00', success: true, data, signature })).toBeNull()
    expect(ask({ data: Object.fromEntries(Object.entries(data).toReversed()), signature })).toBeNull()
    expect(ask({ data: { ...data, amount: 350_001 }, signature })).toBe('signature')
    expect(ask({ data })).toBe('not-signed')
    expect(whyNotFrom('payos', [secret], { body: bytes('{'), headers: {}, now })).toBe('not-signed')
  })

  test('the sample of its documentation has the signature that it prints', () => {
    const sample = {
      orderCode: 123,
      amount: 3000,
      description: 'VQRIO123',
      accountNumber: '12345678',
      reference: 'TF230204212323',
      transactionDateTime: '2023-02-04 18:25:00',
      currency: 'VND',
      paymentLinkId: '124c33293c43417ab7879e14c8d9eb18',
      code: '00',
      desc: 'Thành công',
      counterAccountBankId: '',
      counterAccountBankName: '',
      counterAccountName: '',
      counterAccountNumber: '',
      virtualAccountName: '',
      virtualAccountNumber: '',
    }
    const key = '1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675'
    expect(createHmac('sha256', key).update(payosText(sample)).digest('hex')).toBe(
      '412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03',
    )
  })
})

describe('Casso', () => {
  const secret = 'mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs'
  const at = new Date(1_727_948_258_788)
  const sample = {
    error: 0,
    data: {
      id: 0,
      reference: 'MA_GIAO_DICH_THU_NGHIEM',
      description: 'giao dich thu nghiem',
      amount: 599_000,
      runningBalance: 25_000_000,
      transactionDateTime: '2024-10-03 15:06:37',
      accountNumber: '88888888',
      bankName: 'VPBank',
      bankAbbreviation: 'VPB',
      virtualAccountNumber: '',
      virtualAccountName: '',
      counterAccountName: 'NGUYEN VAN A',
      counterAccountNumber: '8888888888',
      counterAccountBankId: '970415',
      counterAccountBankName: 'VietinBank',
    },
  }
  const v1 =
    'ed0a4bd2e826d5cb69988cdb141e6c1a080e21f3b57eb72cd78192220042b9e7dde0868fc667faea8e224900fa7904e7c88dfa098032fb2d6b6996856e8b7ff3'
  const ask = (message: object, headers: Record<string, string>, when = at) =>
    whyNotFrom('casso', [secret], { body: bytes(JSON.stringify(message)), headers, now: when })

  test('the sample of its documentation has the signature that it prints', () => {
    expect(ask(sample, { 'x-casso-signature': `t=1727948258788,v1=${v1}` })).toBeNull()
  })

  test('a change of what is told, a stale moment and a missing signature are turned away', () => {
    const header = { 'x-casso-signature': `t=1727948258788,v1=${v1}` }
    expect(ask({ ...sample, data: { ...sample.data, amount: 600_000 } }, header)).toBe('signature')
    expect(ask(sample, header, new Date(at.getTime() + 6 * 60_000))).toBe('too-old')
    expect(ask(sample, {})).toBe('not-signed')
  })

  test('the token of the first version is taken where no signature is sent', () => {
    expect(ask({ error: 0, data: [] }, { 'secure-token': secret })).toBeNull()
    expect(ask({ error: 0, data: [] }, { 'secure-token': 'x' })).toBe('signature')
  })
})
