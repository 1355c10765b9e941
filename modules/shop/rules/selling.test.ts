import { describe, expect, test } from 'vitest'
import { decidePause, decidePublish } from './listing.ts'
import { decideSaveSeller } from './seller.ts'

describe('publishing', () => {
  test('publishing needs a verified seller and a certificate in force', () => {
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
      refusal: { code: 'not-certified' },
    })
    expect(decidePublish({ status: 'published' }, { seller: 'verified', verificationRequired: true, certified: true })).toMatchObject({
      refusal: { code: 'listing-status' },
    })
  })

  test('publishing does not wait for a verification that the rule of the day does not ask for', () => {
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
