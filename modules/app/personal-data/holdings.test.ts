import { expect, test } from 'vitest'
import type { ReadDb } from '../../context.ts'
import { holdings, holdingSaid } from './holdings.ts'

/** Whoever asks it looks for something. */
const asked = new Error('asked')
const anyDb = new Proxy({} as ReadDb, {
  get() {
    throw asked
  },
})

test('what is held of whoever bought without an account is called in Vietnamese, English and Khmer, with the same fields', async () => {
  const ofPurchases: string[] = []
  for (const holding of holdings) {
    const find = async () => holding.find(anyDb, { kind: 'purchase', groupId: 'grp_1' })
    if (
      await find().then(
        () => false,
        (error: unknown) => error === asked,
      )
    )
      ofPurchases.push(holding.name)
  }
  expect(ofPurchases).toContain('orders')
  expect(holdings.filter(({ spoken }) => spoken).map(({ name }) => name)).toEqual(ofPurchases)
  for (const holding of holdings.filter(({ spoken }) => spoken))
    for (const lang of ['en', 'km'] as const) {
      const said = holdingSaid(holding, lang)
      expect([said.says === holding.says, Object.keys(said.fields)]).toEqual([false, Object.keys(holding.fields)])
      for (const [field, words] of Object.entries(holding.codes ?? {}))
        expect(Object.keys(said.codes[field]!).toSorted()).toEqual(Object.keys(words).toSorted())
    }
})
