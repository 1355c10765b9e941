import { describe, expect, test } from 'vitest'
import { decideStory } from './story.ts'

const story = { description: null, story: null, netContent: null, ingredients: null, storage: null, usageNote: null, brand: null }

describe('a product’s GTIN', () => {
  test('the GTIN of a product may be given once', () => {
    const wanted = { ...story, gtin: '08938501234568' }
    expect(decideStory({ gtin: null, netContent: null }, wanted, { gtinOwner: 'nobody' })).toMatchObject({ ok: true, event: wanted })
    expect(decideStory({ gtin: '08938501234568', netContent: null }, wanted, { gtinOwner: 'this' })).toMatchObject({ ok: true })
  })

  test('a GTIN never belongs to two products', () => {
    const decision = decideStory({ gtin: null, netContent: null }, { ...story, gtin: '08938501234568' }, { gtinOwner: 'another' })
    expect(decision).toEqual({ ok: false, refusal: { code: 'gtin-taken', gtin: '08938501234568' } })
  })

  test('the GTIN of a product is neither changed nor dropped once labels may carry it', () => {
    for (const gtin of [null, '08938501234575']) {
      const decision = decideStory({ gtin: '08938501234568', netContent: null }, { ...story, gtin }, { gtinOwner: 'nobody' })
      expect(decision).toEqual({ ok: false, refusal: { code: 'gtin-on-labels', gtin: '08938501234568' } })
    }
  })
})
