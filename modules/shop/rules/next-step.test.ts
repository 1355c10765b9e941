import { expect, test } from 'vitest'
import { buyerWords } from '../words.ts'
import { nextStepOf, nextSteps } from './next-step.ts'
import { isOnHold, paymentsBeside } from './order.ts'
import type { FulfilmentStatus } from '../acts.ts'

const states = (Object.keys(paymentsBeside) as FulfilmentStatus[]).flatMap((fulfilment) =>
  paymentsBeside[fulfilment].map((payment) => ({ fulfilment, payment })),
)

test('of every state of an order the buyer is told what comes next and who does it, in each language', () => {
  const told = new Set<string>()
  for (const state of states)
    for (const packed of [false, true]) {
      const { step, by } = nextStepOf(state, { packed })
      told.add(step)
      for (const { next } of Object.values(buyerWords)) {
        expect([step, next.steps[step]]).not.toEqual([step, ''])
        expect(next.by[by]).toBeTruthy()
      }
    }
  const later = nextStepOf({ fulfilment: 'promised', payment: 'awaiting' }, { packed: false, later: true })
  expect(later).toEqual({ step: 'wait-to-pay', by: 'seller', until: null })
  told.add(later.step)
  expect([...told].toSorted()).toEqual([...nextSteps].toSorted())
})

test('a clock is told exactly where one runs: while goods are held without anybody having seen money', () => {
  for (const state of states) expect([state, nextStepOf(state, { packed: false }).until]).toEqual([state, isOnHold(state) ? 'hold' : null])
})

test('what is paid and lies in its parcel is handed over next, and packed no more', () => {
  expect(nextStepOf({ fulfilment: 'held', payment: 'paid' }, { packed: false }).step).toBe('pack')
  expect(nextStepOf({ fulfilment: 'held', payment: 'paid' }, { packed: true })).toEqual({ step: 'hand-over', by: 'seller', until: null })
})
