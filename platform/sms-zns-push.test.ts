import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { mobileNumber } from './mobile-number.ts'
import { openSms } from './sms.ts'
import { encrypt, isPushEndpoint, openPush } from './web-push.ts'
import { fixedZnsAccess, openZns } from './zns.ts'

type Asked = { path: string; headers: IncomingMessage['headers']; body: Buffer }
const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

/** A server on this machine that answers as `say` tells, and keeps what it was asked; null: it never answers. */
async function counterpart(say: (asked: Asked) => { status?: number; json?: unknown; headers?: Record<string, string> } | null) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) }
      asked.push(one)
      const answer = say(one)
      if (answer === null) return
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      response.end(JSON.stringify(answer.json ?? null))
    })
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  open.push(() => (server.closeAllConnections(), server.close()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** An address at which nobody listens any more. */
async function deserted(): Promise<string> {
  const { url } = await counterpart(() => null)
  open.splice(0).forEach((close) => close())
  return url
}

test.for([
  ['0912 345 678', '84912345678'],
  ['+84 (91) 234-5678', '84912345678'],
  ['84912345678', '84912345678'],
  ['0294 3855 246', null],
  ['091234567', null],
  ['', null],
] as const)('%s is the mobile number %s', ([typed, number]) => expect(mobileNumber(typed)).toBe(number))

describe('eSMS', () => {
  const sms = { id: 'dlv_1', phone: '0912345678', text: 'Don DH-7K2M9 da giao.' }
  const setting = { key: 'k', secret: 's', brand: 'DACSAN' }

  test('a text is posted as the provider wants it, and 100 means taken', async () => {
    const esms = await counterpart(() => ({ json: { CodeResult: '100', SMSID: 'abc' } }))
    expect(await openSms({ ...setting, url: esms.url }).send(sms)).toEqual({ outcome: 'taken', providerId: 'abc' })
    expect(esms.asked[0]!.path).toBe('/MainService.svc/json/SendMultipleMessage_V4_post_json/')
    expect(JSON.parse(esms.asked[0]!.body.toString())).toEqual({
      ApiKey: 'k',
      SecretKey: 's',
      Phone: '84912345678',
      Content: sms.text,
      Brandname: 'DACSAN',
      SmsType: '2',
      IsUnicode: '0',
      RequestId: 'dlv_1',
    })
  })

  test('an answer that got lost is asked for again under the same id, and the provider sends one message', async () => {
    const taken = new Set<string>()
    let silent = true
    const esms = await counterpart(({ body }) => {
      const { RequestId } = JSON.parse(body.toString()) as { RequestId: string }
      const again = taken.has(RequestId)
      taken.add(RequestId)
      if (silent) return null
      return { json: again ? { CodeResult: '124', ErrorMessage: 'RequestId trùng' } : { CodeResult: '100', SMSID: 'x' } }
    })
    const sender = openSms({ ...setting, url: esms.url }, { patience: 150 })
    expect(await sender.send(sms)).toEqual({ outcome: 'later', why: 'no-answer' })
    silent = false
    expect(await sender.send(sms)).toMatchObject({ outcome: 'taken' })
    expect(taken.size).toBe(1)
  })

  test.for([
    ['108', { outcome: 'refused', badAddress: true }],
    ['99', { outcome: 'refused', badAddress: true }],
    ['146', { outcome: 'refused', badAddress: false }],
    ['101', { outcome: 'later', why: 'esms-101' }],
    ['103', { outcome: 'later', why: 'esms-103' }],
  ] as const)('code %s is judged', async ([code, wanted]) => {
    const esms = await counterpart(() => ({ json: { CodeResult: code } }))
    expect(await openSms({ ...setting, url: esms.url }).send(sms)).toMatchObject(wanted)
  })

  test('a number that is no mobile is not even asked', async () => {
    const esms = await counterpart(() => ({ json: { CodeResult: '100' } }))
    expect(await openSms({ ...setting, url: esms.url }).send({ ...sms, phone: '02943855246' })).toMatchObject({
      outcome: 'refused',
      badAddress: true,
    })
    expect(esms.asked).toEqual([])
  })
})

describe('Zalo', () => {
  const message = { id: 'dlv_2', phone: '0912345678', template: '254123', data: { code: 'DH-7K2M9' } }

  test('a notice is posted with its template and its tracking id', async () => {
    const zalo = await counterpart(() => ({ json: { error: 0, message: 'Success', data: { msg_id: 'm1' } } }))
    expect(await openZns({ url: zalo.url, access: fixedZnsAccess('tok') }).send(message)).toEqual({ outcome: 'taken', providerId: 'm1' })
    expect(zalo.asked[0]).toMatchObject({ path: '/message/template', headers: { access_token: 'tok' } })
    expect(JSON.parse(zalo.asked[0]!.body.toString())).toEqual({
      phone: '84912345678',
      template_id: '254123',
      template_data: { code: 'DH-7K2M9' },
      tracking_id: 'dlv_2',
    })
  })

  test('a time-out leaves it unknown, and a server that was never reached is tried later', async () => {
    const zalo = await counterpart(() => null)
    expect(await openZns({ url: zalo.url, access: fixedZnsAccess('t') }, { patience: 150 }).send(message)).toMatchObject({
      outcome: 'unknown',
    })
    expect(await openZns({ url: await deserted(), access: fixedZnsAccess('t') }).send(message)).toMatchObject({ outcome: 'later' })
  })

  test.for([
    [{ json: { error: -118 } }, { outcome: 'refused', badAddress: true }],
    [{ json: { error: -124 } }, { outcome: 'later', why: 'zns-124' }],
    [
      { status: 429, json: {} },
      { outcome: 'later', why: 'http-429' },
    ],
    [{ status: 500, json: 'oops' }, { outcome: 'unknown' }],
  ] as const)('%j is judged', async ([answer, wanted]) => {
    const zalo = await counterpart(() => answer)
    expect(await openZns({ url: zalo.url, access: fixedZnsAccess('t') }).send(message)).toMatchObject(wanted)
  })
})

/** What a browser does with what it gets (RFC 8291, 4; RFC 8188, 2). */
function decrypt(body: Buffer, { privateKey, auth }: { privateKey: Buffer; auth: Buffer }): string {
  const browser = createECDH('prime256v1')
  browser.setPrivateKey(privateKey)
  const [salt, sender, record] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender])
  const ikm = hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32)
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

describe('Web Push', () => {
  test('the example of RFC 8291 comes out byte by byte', () => {
    const to = {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    }
    const given = {
      salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
      senderKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
    }
    expect(encrypt(Buffer.from('When I grow up, I want to be a watermelon'), to, given).toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    )
  })

  test('the browser alone reads what it is sent, and the service sees who sends', async () => {
    const browser = createECDH('prime256v1')
    const p256dh = browser.generateKeys().toString('base64url')
    const auth = randomBytes(16)
    const service = await counterpart(() => ({ status: 201, headers: { location: '/m/1' } }))
    const push = openPush({ secret: randomBytes(32).toString('base64url'), contact: 'https://dacsan.test' }, { withLocal: true })
    const to = { endpoint: `${service.url}/p/1`, p256dh, auth: auth.toString('base64url') }
    expect(await push.send({ id: 'dlv_3', to, content: '{"title":"Hồ sơ"}' })).toEqual({ outcome: 'taken', providerId: '/m/1' })
    const [{ headers, body }] = service.asked as [Asked]
    expect(decrypt(body, { privateKey: browser.getPrivateKey(), auth })).toBe('{"title":"Hồ sơ"}')
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', topic: 'dlv_3' })
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(headers.authorization ?? '') ?? []
    const [head = '', claims = '', signature = ''] = token.split('.')
    const point = Buffer.from(key, 'base64url')
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
    const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: service.url, sub: 'https://dacsan.test' })
  })

  test.for([
    [410, { outcome: 'refused', badAddress: true }],
    [404, { outcome: 'refused', badAddress: true }],
    [429, { outcome: 'later' }],
    [500, { outcome: 'later' }],
  ] as const)('status %i is judged', async ([status, wanted]) => {
    const service = await counterpart(() => ({ status }))
    const push = openPush({ secret: randomBytes(32).toString('base64url'), contact: 'https://dacsan.test' }, { withLocal: true })
    const browser = createECDH('prime256v1')
    const to = { endpoint: service.url, p256dh: browser.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') }
    expect(await push.send({ id: 'd', to, content: 'x' })).toMatchObject(wanted)
  })

  test('no subscription makes this server ask a neighbour of its own network', () => {
    expect(isPushEndpoint('https://fcm.googleapis.com/fcm/send/abc')).toBe(true)
    for (const bad of [
      'http://fcm.googleapis.com/x',
      'https://10.0.0.3/x',
      'https://localhost/x',
      'https://[fd00::1]/x',
      'https://169.254.169.254/latest/meta-data',
      'https://[::ffff:10.0.0.3]/x',
      'file:///etc/passwd',
      '',
    ])
      expect(isPushEndpoint(bad)).toBe(false)
  })
})
