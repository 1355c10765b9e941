import { createHmac } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { carriesSigned } from '../../modules/identity/cookies.ts'
import { shedLoad } from './shed-load.ts'

const secret = 'a secret of the tests, thirty-two bytes long'
const namesSession = (cookies: string | undefined) => carriesSigned(cookies, 'dacsan.session_token', secret)
const signature = createHmac('sha256', secret).update('a-token').digest('base64')
const ours = `gio=1; dacsan.session_token=${encodeURIComponent(`a-token.${signature}`)}`

function asked(
  shedder: ReturnType<typeof shedLoad>,
  { cookie, url = '/san-pham', method = 'GET' }: { cookie?: string; url?: string; method?: string } = {},
) {
  const answer = { status: null as number | null, headers: {} as Record<string, string>, body: '' }
  const response = Object.assign(new EventEmitter(), {
    writeHead: (status: number, headers: Record<string, string>) => Object.assign(answer, { status, headers }),
    end: (body: string) => (answer.body = body),
  })
  const request = { url, method, headers: { cookie } } as unknown as IncomingMessage
  return { admitted: shedder.admit(request, response as unknown as ServerResponse), answer, done: () => response.emit('close') }
}

test('C47: visitors beyond what can be served are told at once to come back, and people who work here are still served', () => {
  const shedder = shedLoad(namesSession)
  const visitors = Array.from({ length: 1000 }, () => asked(shedder))
  const served = visitors.filter(({ admitted }) => admitted)
  expect(served.length).toBeLessThan(200)
  const refused = visitors.find(({ admitted }) => !admitted)!
  expect(refused.answer.status).toBe(503)
  expect(Number(refused.answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.answer.body).toContain('<html lang="vi">')
  expect(asked(shedder, { cookie: ours }).admitted).toBe(true)
  expect(asked(shedder, { url: '/_app/immutable/entry.js' }).admitted).toBe(true)
  expect(shedder.counts()).toEqual({ inWork: served.length + 1, shed: 1000 - served.length })

  for (const { done } of served) done()
  expect(shedder.counts().inWork).toBe(1)
  expect(asked(shedder).admitted).toBe(true)
})

test('C47: a session cookie that was made up opens none of the places that are kept for people who work here', () => {
  const shedder = shedLoad(namesSession)
  const madeUp = [
    'dacsan.session_token=x',
    'dacsan.session_token=',
    `dacsan.session_token=another.${signature}`,
    `dacsan.session_token=a-token.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
    'dacsan.session_token=%E0%A4%A',
    `x-dacsan.session_token=a-token.${signature}`,
  ]
  for (let n = 0; n < 1000; n++) asked(shedder, { cookie: madeUp[n % madeUp.length]! })
  expect(asked(shedder, { cookie: 'dacsan.session_token=x' }).admitted).toBe(false)
  expect(asked(shedder, { cookie: ours }).admitted).toBe(true)
})

test('no more pages are in work than the limit for everybody, whoever asks', () => {
  const shedder = shedLoad(namesSession)
  const people = Array.from({ length: 1000 }, () => asked(shedder, { cookie: ours }))
  expect(people.some(({ admitted }) => !admitted)).toBe(true)
})

test('C47: where pages take longer than a second, no more visitors are taken in than are served soon, and all again once they are quick', () => {
  let now = 0
  const shedder = shedLoad(namesSession, () => now)
  const read = (count: number) => Array.from({ length: count }, () => asked(shedder)).filter(({ admitted }) => admitted)
  const first = read(100)
  expect(first).toHaveLength(100)
  now += 5_000
  for (const { done } of first) done()
  const crowded = read(100)
  expect(crowded.length).toBeGreaterThan(4)
  expect(crowded.length).toBeLessThan(20)
  // Who works here, and who sends something, waits for nobody.
  expect(asked(shedder, { cookie: ours }).admitted).toBe(true)
  expect(asked(shedder, { method: 'POST' }).admitted).toBe(true)
  now += 50
  for (const { done } of crowded) done()
  for (let pages = 0; pages < 10; pages++) {
    const [one] = read(1)
    now += 50
    one!.done()
  }
  expect(read(100)).toHaveLength(100)
})
