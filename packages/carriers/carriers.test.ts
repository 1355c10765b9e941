import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { counterpartCredentials, startCounterpart } from './counterpart/start-counterpart.ts'
import type { Counterpart } from './counterpart/start-counterpart.ts'
import {
  carrierNames,
  carrierOf,
  isEndOfWay,
  judgeLimits,
  limitOn,
  limits,
  parcelStateOf,
  parcelStates,
  statusTables,
  uncertain,
} from './index.ts'
import type { Answer, Call, CarrierName, Credentials, ParcelToSend } from './index.ts'

const party = {
  name: 'Trần Thị Sáp',
  phone: '0901234567',
  address: 'Số 5, ấp Chợ',
  commune: 'Xã Cầu Kè',
  district: '',
  province: 'Vĩnh Long',
}
const parcel: ParcelToSend = {
  clientCode: 'DS-10234-1',
  from: party,
  to: { ...party, name: 'Nguyễn Văn Mua' },
  grams: 1200,
  lengthMillimetres: 305,
  widthMillimetres: 200,
  heightMillimetres: 101,
  codVnd: 350_000,
  valueVnd: 350_000,
  needsCold: false,
  items: [{ name: 'Mứt dừa sáp', quantity: 2, grams: 500, priceVnd: 175_000 }],
  note: '',
}
const bytes = (text: string) => new TextEncoder().encode(text)
const bodyOf = (call: Call) => JSON.parse(call.body ?? '{}') as Record<string, unknown>

let counterpart: Counterpart
beforeAll(async () => {
  counterpart = await startCounterpart()
})
afterAll(() => counterpart.stop())

async function send(call: Call): Promise<Answer> {
  const answer = await fetch(counterpart.url + call.path, { method: call.method, headers: call.headers, body: call.body })
  return { status: answer.status, mediaType: answer.headers.get('content-type') ?? '', body: new Uint8Array(await answer.arrayBuffer()) }
}
async function signedIn(name: CarrierName): Promise<Credentials> {
  const credentials: Credentials = counterpartCredentials[name]
  const { signIn } = carrierOf(name)
  if (!signIn) return credentials
  const read = signIn.read(await send(signIn.write(credentials, null)))
  if (!read.ok) throw new Error(read.refusal.code)
  return { ...credentials, ...read.value }
}

describe.each(carrierNames)('%s, against its counterpart', (name) => {
  const carrier = carrierOf(name)
  test('tells a fee, makes a parcel, finds it, gives its label, and cancels it until somebody came for it', async () => {
    const credentials = await signedIn(name)
    const ask = async <A, R>(step: { write: (c: Credentials, a: A) => Call; read: (answer: Answer) => R }, asked: A): Promise<R> =>
      step.read(await send(step.write(credentials, asked)))
    expect(await ask(carrier.fee, parcel)).toEqual({ ok: true, value: { feeVnd: 25_000 } })
    const created = await ask(carrier.create, parcel)
    expect(created).toMatchObject({ ok: true, value: { feeVnd: 25_000 } })
    const { carrierCode } = (created as { value: { carrierCode: string } }).value

    if (carrier.find && carrier.detail) {
      const again = await ask(carrier.create, parcel)
      expect(again.ok ? again.value.carrierCode : 'carrierCode' in again.refusal && again.refusal.carrierCode).toBe(carrierCode)
      const known = { carrierCode, clientCode: parcel.clientCode, state: 'created', codVnd: 350_000, feeVnd: 25_000, grams: 1200 }
      expect(await ask(carrier.detail, { carrierCode })).toMatchObject({ ok: true, value: known })
      expect(await ask(carrier.find, { clientCode: parcel.clientCode })).toMatchObject({ ok: true, value: known })
      expect(await ask(carrier.find, { clientCode: 'DS-none' })).toEqual({ ok: false, refusal: { code: 'not-found' } })
    }
    let label = await ask(carrier.label, { carrierCode })
    while (label.ok && 'next' in label.value) label = carrier.label.read(await send(label.value.next))
    expect(label.ok && 'file' in label.value && label.value.file.mediaType).toMatch(/^(?:application\/pdf|text\/html)$/)

    expect(await ask(carrier.cancel, { carrierCode })).toEqual({ ok: true, value: null })
    const other = await ask(carrier.create, { ...parcel, clientCode: 'DS-2' })
    const otherCode = (other as { value: { carrierCode: string } }).value.carrierCode
    const picked = Object.entries(statusTables[name].states).find(([, state]) => state === 'picked')![0]
    await counterpart.move(otherCode, picked)
    expect(await ask(carrier.cancel, { carrierCode: otherCode })).toMatchObject({ ok: false, refusal: { code: 'refused' } })
    expect(await ask(carrier.cancel, { carrierCode: 'XX-none' })).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  test('refuses whoever has not the right token, and says so', async () => {
    const wrong = Object.fromEntries([...carrier.credentialFields, 'token'].map((field) => [field, 'sai']))
    if (carrier.signIn)
      expect(carrier.signIn.read(await send(carrier.signIn.write(wrong, null)))).toEqual({ ok: false, refusal: { code: 'token-refused' } })
    expect(carrier.create.read(await send(carrier.create.write(wrong, parcel)))).toEqual({ ok: false, refusal: { code: 'token-refused' } })
  })

  test('is never guessed: no answer, whatever it is, makes reading throw or say what does not stand there', () => {
    const reads = [carrier.fee, carrier.create, carrier.cancel, carrier.label, carrier.detail, carrier.find, carrier.signIn].filter(
      (step) => step !== null,
    )
    const codes = new Set(['unreadable', 'token-refused', 'busy', 'not-found', 'refused', 'exists'])
    const names = [
      'data',
      'order',
      'order_code',
      'success',
      'error',
      'code',
      'status',
      'token',
      'message',
      'fee',
      'label',
      'itemCode',
      'DATA',
      'ORDER_NUMBER',
    ]
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(200, '200', true, false, null, -1, 1.5, 1e300, '__proto__', 'GHN1', ''),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), tie('any'), { maxKeys: 6 }),
        fc.jsonValue(),
      ),
    })).any
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      value.map((one) => bytes(JSON.stringify(one) ?? '')),
    )
    const status = fc.constantFrom(0, 200, 204, 302, 400, 401, 403, 404, 429, 500, 503)
    const mediaType = fc.constantFrom('application/json', 'text/html', 'application/pdf', '', ';')
    fc.assert(
      fc.property(body, status, mediaType, (body, status, mediaType) => {
        for (const { read } of reads) {
          const answer = read({ status, mediaType, body })
          if (!answer.ok) expect(codes).toContain(answer.refusal.code)
          if (status >= 500 && status !== 200) expect(answer.ok).toBe(false)
        }
        const pushes = carrier.readPush(body)
        if (pushes.ok) for (const push of pushes.value) expect(push.carrierCode).toMatch(/^[\w.-]{3,60}$/)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the table of statuses', () => {
  test('leads to each of our states, and an unknown status to none', () => {
    for (const name of carrierNames) {
      const reached = new Set(Object.values(statusTables[name].states))
      for (const state of reached) expect(parcelStates).toContain(state)
      for (const must of ['created', 'picked', 'out-for-delivery', 'delivered', 'failed', 'returning', 'returned', 'cancelled'])
        expect([name, reached.has(must as never)]).toEqual([name, true])
      for (const unknown of ['', '999', 'toString', '__proto__', 'DELIVERED?']) expect(parcelStateOf(name, unknown)).toBeNull()
    }
  })
  test('knows 400 of Viettel Post as under way and 501 as delivered, and a status without a code by its text', () => {
    expect(['400', '501', '504', '107'].map((status) => parcelStateOf('viettelpost', status))).toEqual([
      'in-transit',
      'delivered',
      'returned',
      'cancelled',
    ])
    expect(parcelStateOf('viettelpost', '', 'Phát thành công')).toBe('delivered')
    expect(parcelStateOf('viettelpost', '', 'Gì đó')).toBeNull()
    expect(parcelStateOf('ghn', '', 'Phát thành công')).toBeNull()
  })
  test('what VNPost paid out was delivered, and delivered is the end of a way', () => {
    expect(parcelStateOf('vnpost', '21')).toBe('delivered')
    expect(parcelStates.filter(isEndOfWay)).toEqual(['delivered', 'returned', 'lost', 'cancelled'])
  })
})

describe('a request', () => {
  test('has the units of its carrier', () => {
    const ghn = bodyOf(carrierOf('ghn').create.write({ token: 't', shopId: '1' }, parcel))
    expect(ghn).toMatchObject({ weight: 1200, length: 31, width: 20, height: 11, cod_amount: 350_000, client_order_code: 'DS-10234-1' })
    const ghtk = bodyOf(carrierOf('ghtk').create.write({ token: 't', clientSource: 's' }, parcel))
    expect(ghtk).toMatchObject({ products: [{ weight: 0.5 }], order: { total_weight: 1.2, pick_money: 350_000, hamlet: 'Khác' } })
    const viettel = bodyOf(carrierOf('viettelpost').create.write({ token: 't' }, parcel))
    expect(viettel).toMatchObject({ PRODUCT_WEIGHT: 1200, ORDER_PAYMENT: 3, MONEY_COLLECTION: 350_000 })
    const vnpost = bodyOf(carrierOf('vnpost').create.write({ token: 't', customerCode: 'c' }, parcel))
    expect(vnpost).toMatchObject({
      orderCreationStatus: 1,
      informationOrder: { addonService: [{ code: 'GTG021', propValue: 'PROP0018:350000' }], receiverDistrictCode: 'VNPOST' },
    })
  })
  test('never asks Viettel Post to collect the carriage as well', () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), (codVnd) => {
        const { ORDER_PAYMENT } = bodyOf(carrierOf('viettelpost').create.write({ token: 't' }, { ...parcel, codVnd }))
        expect(ORDER_PAYMENT).toBe(codVnd > 0 ? 3 : 1)
      }),
    )
  })
  test('insures GHN parcels for no more than GHN insures', () => {
    expect(bodyOf(carrierOf('ghn').create.write({}, { ...parcel, valueVnd: 9_000_000 }))).toMatchObject({ insurance_value: 5_000_000 })
  })
})

describe('a push', () => {
  test('of each carrier is read as the samples have it', () => {
    const form =
      'label_id=S1.A1.17373471&partner_id=DS-10234&status_id=5&action_time=2026-07-01T16%3A00%3A00%2B07%3A00&reason=&weight=1.2&fee=32000&pick_money=350000&return_part_package=0'
    expect(carrierOf('ghtk').readPush(bytes(form))).toMatchObject({
      value: [{ carrierCode: 'S1.A1.17373471', clientCode: 'DS-10234', state: 'delivered' }],
    })
    const viettel = {
      DATA: { ORDER_NUMBER: 'PKE1000000001', ORDER_REFERENCE: 'DS-10234', ORDER_STATUS: 501, STATUS_NAME: 'Phát thành công' },
      TOKEN: 'x',
    }
    expect(carrierOf('viettelpost').readPush(bytes(JSON.stringify(viettel)))).toMatchObject({
      value: [{ carrierCode: 'PKE1000000001', state: 'delivered', token: 'x' }],
    })
    const vnpost = {
      data: [{ itemCode: 'EB123456789VN', senderCode: 'T000000001', status: 14, totalFee: 32_000, updatedDate: '01/07/2026 16:00:00' }],
      sendDate: '',
      signature: '',
    }
    expect(carrierOf('vnpost').readPush(bytes(JSON.stringify(vnpost)))).toMatchObject({
      value: [{ carrierCode: 'EB123456789VN', state: 'delivered' }],
    })
    const ghn = { OrderCode: 'GHN1', ClientOrderCode: 'DS-1', Status: 'something_new' }
    expect(carrierOf('ghn').readPush(bytes(JSON.stringify(ghn)))).toMatchObject({ value: [{ status: 'something_new', state: null }] })
  })
})

describe('limits', () => {
  test('are dated, and each carrier has one of each kind', () => {
    for (const rows of Object.values(limits)) expect(rows.map(({ carrier }) => carrier)).toEqual(expect.arrayContaining([...carrierNames]))
    expect(limitOn('codVnd', 'ghn', '2020-01-01')).toBe(0)
  })
  test('refuse what is too heavy, too long, too dear to collect, or must be kept cold', () => {
    const judge = (more: Partial<ParcelToSend>) => judgeLimits('ghn', { ...parcel, ...more }, '2026-11-30')
    expect(judge({})).toEqual({ ok: true, value: null })
    expect(judge({ grams: 50_001 })).toMatchObject({ refusal: { code: 'too-heavy' } })
    expect(judge({ heightMillimetres: 2001 })).toMatchObject({ refusal: { code: 'too-large' } })
    expect(judge({ codVnd: 50_000_001 })).toMatchObject({ refusal: { code: 'cod-too-high' } })
    expect(judge({ needsCold: true })).toMatchObject({ refusal: { code: 'no-cold-chain' } })
  })
  test('what nobody could compare stands in one dated table', () => {
    expect(new Set(uncertain.map(({ carrier }) => carrier))).toEqual(new Set(carrierNames))
    expect(uncertain.filter(({ readOn }) => !/^\d{4}-\d\d-\d\d$/.test(readOn))).toEqual([])
  })
})
