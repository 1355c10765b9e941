import { describe, expect, test } from 'vitest'
import { decidePause, decideReading, decideResume, decideSubmit, statusOfSaved } from './listing.ts'
import { decideSaveSeller } from './seller.ts'

describe('what a seller posts', () => {
  const facts = { seller: 'verified', verificationRequired: true, recognition: 'in-force', missing: [], policiesAccepted: true } as const

  test('it is handed in to be read by a verified seller with a certificate in force', () => {
    expect(decideSubmit({ status: 'draft' }, facts)).toMatchObject({ event: { status: 'waiting' } })
    expect(decideSubmit({ status: 'returned' }, facts)).toMatchObject({ event: { status: 'waiting' } })
    expect(decideSubmit({ status: 'draft' }, { ...facts, seller: 'none' })).toMatchObject({ refusal: { code: 'seller-missing' } })
    expect(decideResume({ status: 'paused' }, { ...facts, seller: 'unverified' })).toMatchObject({ refusal: { code: 'seller-unverified' } })
    expect(decideSubmit({ status: 'draft' }, { ...facts, recognition: 'none' })).toMatchObject({ refusal: { code: 'not-certified' } })
    expect(decideSubmit({ status: 'published' }, facts)).toMatchObject({ refusal: { code: 'listing-status' } })
  })

  test('it does not wait for a verification that the rule of the day does not ask for', () => {
    const unasked = { ...facts, seller: 'unverified', verificationRequired: false } as const
    expect(decideSubmit({ status: 'draft' }, unasked).ok).toBe(true)
    expect(decideSubmit({ status: 'draft' }, { ...unasked, seller: 'none' })).toMatchObject({ refusal: { code: 'seller-missing' } })
  })

  test('it is published or sent back as it stood on the page, never as the seller changed it since', () => {
    const waiting = { status: 'waiting', version: 3 } as const
    expect(decideReading('publish', waiting, { version: 3 })).toMatchObject({ event: { status: 'published' } })
    expect(decideReading('return', waiting, { version: 3 })).toMatchObject({ event: { status: 'returned' } })
    expect(decideReading('publish', waiting, { version: 2 })).toMatchObject({ refusal: { code: 'changed-since-read' } })
    expect(decideReading('publish', { status: 'paused', version: 3 }, { version: 3 })).toMatchObject({
      refusal: { code: 'listing-status' },
    })
  })

  test.each([
    ['published', 'waiting'],
    ['paused', 'draft'],
    ['waiting', 'waiting'],
    ['returned', 'returned'],
    ['draft', 'draft'],
  ] as const)('other words of what is %s make it %s; the same words leave it where it is', (status, after) => {
    const before = { status, producerId: 'pro_1', unit: 'hũ', description: 'Ngon', parts: [] } as const
    const said = { producerId: 'pro_1', unit: 'hũ', description: 'Ngon', parts: [] } as const
    expect(statusOfSaved(before, said)).toBe(status)
    expect(statusOfSaved(before, { ...said, description: 'Chữa bách bệnh' })).toBe(after)
    expect(statusOfSaved(before, { ...said, unit: 'thùng' })).toBe(after)
    expect(statusOfSaved(before, { ...said, producerId: 'pro_2' })).toBe('draft')
  })

  test('what was never saved, and what somebody else offered before, begins as a draft', () => {
    expect(statusOfSaved(undefined, { producerId: 'pro_1', unit: 'hũ', description: '', parts: [] })).toBe('draft')
  })

  test('only what is published can be paused', () => {
    expect(decidePause({ status: 'published' })).toMatchObject({ event: { status: 'paused' } })
    expect(decidePause({ status: 'draft' })).toMatchObject({ refusal: { code: 'listing-status' } })
  })
})

describe('the account that buyers pay to', () => {
  const account = { bankBin: '970415', bankAccount: '0011001932418', accountName: 'HTX DUA SAP' }
  const facts = { bankKnown: true, passwordConfirmed: true }

  test('the account of a seller is set and changed only with the password', () => {
    expect(decideSaveSeller(null, account, { ...facts, passwordConfirmed: false })).toMatchObject({ refusal: { code: 'password-wrong' } })
    expect(
      decideSaveSeller({ ...account, verified: true }, { ...account, bankAccount: '1' }, { ...facts, passwordConfirmed: false }),
    ).toMatchObject({ refusal: { code: 'password-wrong' } })
  })

  test('a changed account needs a new verification, and only a changed one', () => {
    const current = { ...account, verified: true }
    expect(decideSaveSeller(current, account, { ...facts, passwordConfirmed: false })).toMatchObject({
      event: { accountChanged: false, stillVerified: true },
    })
    expect(decideSaveSeller(current, { ...account, accountName: 'KHAC' }, facts)).toMatchObject({
      event: { accountChanged: true, stillVerified: false },
    })
  })

  test('the account of a seller is at a bank of the dated list', () => {
    expect(decideSaveSeller(null, account, { ...facts, bankKnown: false })).toEqual({
      ok: false,
      refusal: { code: 'bank-unknown', bankBin: '970415' },
    })
  })
})
