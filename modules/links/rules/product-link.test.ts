import { expect, test } from 'vitest'
import { decideAddLink, mostLinks } from './product-link.ts'

const facts = { kept: [], offered: ['recipeInfo', 'pip'], allowed: ['youtube.com', 'gov.vn'] }
const link = { type: 'recipeInfo', href: 'https://youtube.com/watch?v=1', title: 'Nấu chè', language: null }
const codeOf = (given: Partial<typeof link>, more: Partial<Parameters<typeof decideAddLink>[1]> = {}) => {
  const decision = decideAddLink({ ...link, ...given }, { ...facts, ...more })
  return decision.ok ? 'taken' : decision.refusal.code
}

test('a code leads only over https, and only to hosts that the province lets it lead to, with what stands below them', () => {
  expect(codeOf({})).toBe('taken')
  expect(codeOf({ href: 'https://www.youtube.com/a' })).toBe('taken')
  expect(codeOf({ href: 'https://ocop.vinhlong.gov.vn/' })).toBe('taken')
  for (const href of ['http://youtube.com/', 'youtube.com', 'javascript:alert(1)', 'https://youtube.com@evil.example/', '//youtube.com/'])
    expect(codeOf({ href }), href).toBe('link-not-https')
  for (const href of [
    'https://evil.example/',
    'https://notyoutube.com/',
    'https://youtube.com.evil.example/',
    'https://youtube.com:8443/',
    'https://gov.vn./',
  ])
    expect(codeOf({ href }), href).toBe('link-host-not-allowed')
})

test('a type that the platform answers for itself is not offered', () => {
  expect(codeOf({ type: 'recallStatus' })).toBe('link-type-not-offered')
})

test('the same address for the same purpose in the same language is refused, in another language it is not', () => {
  const kept = [{ ...link, href: 'https://youtube.com/watch?v=1' }]
  expect(codeOf({}, { kept })).toBe('link-repeated')
  expect(codeOf({ language: 'en' as never }, { kept })).toBe('taken')
  expect(codeOf({ type: 'pip' }, { kept })).toBe('taken')
})

test('a product has so many links and no more', () => {
  const kept = Array.from({ length: mostLinks }, (_, place) => ({ ...link, href: `https://youtube.com/${place}` }))
  expect(codeOf({}, { kept })).toBe('links-full')
})
