import { expect, test } from 'vitest'
import { refusalQuery, sayRefusalIn } from './provider-refusal.ts'

const say = (query: string, provider: string | undefined = 'VNeID') => sayRefusalIn(new URLSearchParams(query), provider)

test('a refusal goes through an address and is said as it was meant', () => {
  const through = (refusal: Parameters<typeof refusalQuery>[0]) =>
    say(String(new URLSearchParams(Object.entries(refusalQuery(refusal)).filter((one): one is [string, string] => one[1] !== undefined))))
  expect(through({ code: 'provider-silent', provider: 'VNeID' })).toMatch(/^VNeID lúc này không trả lời/)
  expect(through({ code: 'link-unknown', provider: 'VNeID' })).toContain('Chưa có tài khoản nào ở đây gắn với VNeID')
  expect(through({ code: 'too-many-attempts', minutes: 7 })).toContain('7 phút')
})

test('an address that somebody else wrote says a sentence of ours or nothing', () => {
  for (const query of ['', 'loi=', 'loi=<b>x</b>', 'loi=password-common', 'loi=constructor'])
    expect([query, say(query)]).toEqual([query, null])
  expect(say('loi=too-many-attempts&phut=1e99')).toContain('60 phút')
  expect(say('loi=too-many-attempts&phut=x')).toContain('1 phút')
  expect(sayRefusalIn(new URLSearchParams('loi=provider-silent'), undefined)).toBeNull()
})
