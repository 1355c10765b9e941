import { describe, expect, test } from 'vitest'
import { decidePause, decidePublish } from './listing.ts'
import { decideSaveSeller } from './seller.ts'
import { decideCount, decideReceive } from './stock.ts'

const lot = {
  lotId: 'lot_1',
  productId: 'prd_1',
  number: 'L1',
  madeOn: '2026-11-01',
  expiresOn: '2026-12-31',
  status: 'open',
  onHand: 10,
  reserved: 4,
  made: 20,
}

describe('stock of a lot', () => {
  test('nobody can put more of a lot on the shelf than was made', () => {
    const facts = { alreadyReceived: 10, today: '2026-11-23' }
    expect(decideReceive(lot, { ...facts, quantity: 10 })).toEqual({ ok: true, event: { delta: 10 } })
    expect(decideReceive(lot, { ...facts, quantity: 11 })).toEqual({
      ok: false,
      refusal: { code: 'more-than-made', made: 20, alreadyReceived: 10 },
    })
  })

  test.each([{ status: 'recalled' }, { status: 'closed' }, { expiresOn: '2026-11-22' }])(
    'a lot that is not for sale receives nothing: %o',
    (more) => {
      expect(decideReceive({ ...lot, ...more }, { quantity: 1, alreadyReceived: 0, today: '2026-11-23' })).toMatchObject({
        refusal: { code: 'lot-not-sellable' },
      })
    },
  )

  test('a count writes the difference, down to what buyers hold and no further', () => {
    const facts = { scrapped: false, alreadyReceived: 10 }
    expect(decideCount(lot, { ...facts, counted: 7 })).toEqual({ ok: true, event: { delta: -3, reason: 'count' } })
    expect(decideCount(lot, { ...facts, counted: 7, scrapped: true })).toMatchObject({ event: { reason: 'scrapped' } })
    expect(decideCount(lot, { ...facts, counted: 4 }).ok).toBe(true)
    expect(decideCount(lot, { ...facts, counted: 3 })).toEqual({ ok: false, refusal: { code: 'count-below-reserved', reserved: 4 } })
    expect(decideCount(lot, { ...facts, counted: 10 })).toMatchObject({ refusal: { code: 'count-unchanged' } })
    expect(decideCount(lot, { ...facts, counted: 21 })).toMatchObject({ refusal: { code: 'more-than-made' } })
  })
})

describe('publishing', () => {
  test('needs a verified seller and a certificate in force', () => {
    expect(decidePublish({ status: 'draft' }, { seller: 'verified', verificationRequired: true, certified: true })).toMatchObject({
      event: { status: 'published' },
    })
    expect(decidePublish({ status: 'draft' }, { seller: 'none', verificationRequired: true, certified: true })).toMatchObject({
      refusal: { code: 'seller-missing' },
    })
    expect(decidePublish({ status: 'paused' }, { seller: 'unverified', verificationRequired: true, certified: true })).toMatchObject({
      refusal: { code: 'seller-unverified' },
    })
    expect(decidePublish({ status: 'draft' }, { seller: 'verified', verificationRequired: true, certified: false })).toMatchObject({
      refusal: { code: 'certificate-lapsed' },
    })
    expect(decidePublish({ status: 'published' }, { seller: 'verified', verificationRequired: true, certified: true })).toMatchObject({
      refusal: { code: 'listing-status' },
    })
  })

  test('waits for no verification where the rule of the day asks for none', () => {
    const facts = { seller: 'unverified', verificationRequired: false, certified: true } as const
    expect(decidePublish({ status: 'draft' }, facts).ok).toBe(true)
    expect(decidePublish({ status: 'draft' }, { ...facts, seller: 'none' })).toMatchObject({ refusal: { code: 'seller-missing' } })
  })

  test('only what is published can be paused', () => {
    expect(decidePause({ status: 'published' })).toMatchObject({ event: { status: 'paused' } })
    expect(decidePause({ status: 'draft' })).toMatchObject({ refusal: { code: 'listing-status' } })
  })
})

describe('the account that buyers pay to', () => {
  const account = { bankBin: '970415', bankAccount: '0011001932418', accountName: 'HTX DUA SAP' }
  const facts = { bankKnown: true, passwordConfirmed: true }

  test('is set and changed only with the password', () => {
    expect(decideSaveSeller(null, account, { ...facts, passwordConfirmed: false })).toMatchObject({ refusal: { code: 'password-wrong' } })
    expect(
      decideSaveSeller({ ...account, verified: true }, { ...account, bankAccount: '1' }, { ...facts, passwordConfirmed: false }),
    ).toMatchObject({ refusal: { code: 'password-wrong' } })
  })

  test('sends the seller back to the provincial office when it changes, and only then', () => {
    const current = { ...account, verified: true }
    expect(decideSaveSeller(current, account, { ...facts, passwordConfirmed: false })).toMatchObject({
      event: { accountChanged: false, stillVerified: true },
    })
    expect(decideSaveSeller(current, { ...account, accountName: 'KHAC' }, facts)).toMatchObject({
      event: { accountChanged: true, stillVerified: false },
    })
  })

  test('is at a bank of the dated list', () => {
    expect(decideSaveSeller(null, account, { ...facts, bankKnown: false })).toEqual({
      ok: false,
      refusal: { code: 'bank-unknown', bankBin: '970415' },
    })
  })
})
