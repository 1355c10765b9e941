import { describe, expect, test } from 'vitest'
import { decideStart, openKinds } from './start.ts'
import type { ProductToStart } from './start.ts'

const today = '2026-11-28'
const uncertified: ProductToStart = { standing: 'none', certifiedUntil: null }
const certified: ProductToStart = { standing: 'certified', certifiedUntil: today }

describe('which kinds of dossier are open to a product', () => {
  test.each([
    ['a product that was never recognised registers for the first time', uncertified, ['first']],
    ['a product with a certificate that is valid through today is upgraded or evaluated again', certified, ['upgrade', 'renewal']],
    ['a product whose certificate expired may choose', { ...certified, certifiedUntil: '2026-11-27' }, ['first', 'upgrade', 'renewal']],
    ['a product whose last day is unknown may choose', { ...certified, certifiedUntil: null }, ['first', 'upgrade', 'renewal']],
    [
      'a product whose certificate was withdrawn may choose',
      { ...certified, standing: 'withdrawn' as const },
      ['first', 'upgrade', 'renewal'],
    ],
  ])('%s', (_, product, kinds) => expect(openKinds(product, today)).toEqual(kinds))
})

describe('a start is refused', () => {
  const state = { product: uncertified, communeCode: '29308', openDossierId: undefined }
  test.each([
    ['without a commune', { ...state, communeCode: null }, 'first', { code: 'producer-without-commune' }],
    [
      'while another dossier of the product is open',
      { ...state, openDossierId: 'dos_1' },
      'first',
      { code: 'dossier-already-open', dossierId: 'dos_1' },
    ],
    ['as an upgrade of what has no stars', state, 'upgrade', { code: 'not-certified-yet', kind: 'upgrade' }],
    ['as a first one under a valid certificate', { ...state, product: certified }, 'first', { code: 'certificate-valid', until: today }],
  ] as const)('a start is refused %s', (_, given, kind, refusal) =>
    expect(decideStart(given, { kind, today })).toEqual({ ok: false, refusal }),
  )

  test('a start that nothing stands against is accepted, with the commune of the producer', () => {
    expect(decideStart(state, { kind: 'first', today })).toEqual({ ok: true, event: { communeCode: '29308' } })
  })
})
