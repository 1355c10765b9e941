import { expect, test } from 'vitest'
import type { MessageKind } from '../../message-kinds.ts'
import { plan } from './channels.ts'
import type { Channel, Reachable } from './channels.ts'

const now = new Date('2026-11-30T03:00:00Z') // ten in the morning in Vietnam
const law = { quiet: { from: 22, to: 7 }, digestHour: 7, adsPerDay: 1 }
const ways = (
  on: readonly Channel[],
  has: readonly Channel[],
  more: Partial<Reachable> & { kind?: MessageKind; pace?: 'at-once' | 'digest' } = {},
) => {
  const { kind = 'law', pace = 'at-once', ...rest } = more
  const reachable: Reachable = {
    has: { mail: has.includes('mail'), sms: has.includes('sms'), zns: has.includes('zns'), push: has.includes('push') },
    on: new Set(on),
    chosen: [],
    quiet: null,
    adsToday: 0,
    isPurchase: false,
    ...rest,
  }
  return plan({ kind, pace, now }, reachable, law).map(({ channel }) => channel)
}

test('what the law wants told goes by mail, and by no telephone beside it', () => {
  expect(ways(['mail', 'sms'], ['mail', 'sms'])).toEqual(['mail'])
})

test('where no mail server is set up it goes by text message, and what waits for one is seen as well', () => {
  expect(ways(['sms'], ['mail', 'sms'])).toEqual(['mail', 'sms'])
})

test('somebody without an address is told by telephone, by Zalo before a text message', () => {
  expect(ways(['mail', 'sms'], ['sms', 'push'])).toEqual(['push', 'sms'])
  expect(ways(['mail', 'sms', 'zns'], ['sms', 'zns'])).toEqual(['zns'])
})

test('what somebody may silence, and what may wait for the morning, rings nowhere in its place', () => {
  expect(ways(['sms'], ['sms'], { kind: 'work' })).toEqual([])
  expect(ways(['sms'], ['sms'], { pace: 'digest' })).toEqual([])
})

test('a buyer who wants mail is told by text message where no mail can go, and by one way alone', () => {
  const isPurchase = true
  expect(ways(['mail', 'sms'], ['mail', 'sms'], { isPurchase })).toEqual(['mail'])
  expect(ways(['sms'], ['mail', 'sms'], { isPurchase })).toEqual(['sms'])
  expect(ways([], ['mail', 'sms'], { isPurchase })).toEqual(['mail'])
})
