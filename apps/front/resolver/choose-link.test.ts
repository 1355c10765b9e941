import { expect, test } from 'vitest'
import type { Link } from '@dacsan/modules/links'
import { chooseDefault, chooseOfType } from './choose-link.ts'
import type { Wish } from './choose-link.ts'

const plain = { title: 'A', hreflang: [], media: null, context: [], forwardsQuery: true, isPublic: true }
const aLink = (href: string, given: Partial<Link> = {}): Link => ({ ...plain, type: 'pip', href, ...given })
const level = (...links: Link[]) => ({ anchor: '/01/09506000134352', title: 'A', links })
const nothing: Wish = { languages: undefined, accept: undefined, context: undefined }

const pip = (links: Link[], wish: Partial<Wish> = {}) => said(chooseOfType([level(...links)], 'pip', { ...nothing, ...wish }))
const byDefault = (links: Link[], wish: Partial<Wish> = {}) => said(chooseDefault([level(...links)], { ...nothing, ...wish }))
function said(choice: ReturnType<typeof chooseOfType>): string | null {
  if (!choice) return null
  return 'link' in choice ? choice.link.href : choice.alternatives.map(({ href }) => href).join(' | ')
}

test('the language that the caller would rather read decides, also where a country stands behind it', () => {
  const links = [aLink('vi', { hreflang: ['vi'] }), aLink('en', { hreflang: ['en', 'fr'] }), aLink('any')]
  expect(pip(links, { languages: 'en-GB, vi;q=0.5' })).toBe('en')
  expect(pip(links, { languages: 'fr;q=0.4, vi;q=0.9' })).toBe('vi')
  expect(pip(links, { languages: 'ja' })).toBe('any')
  expect(pip([links[0]!, links[1]!], { languages: 'ja' })).toBe('vi')
  expect(pip(links, { languages: 'vi;q=0, en;q=0.1' })).toBe('en')
})

test('the media type decides among links of one language', () => {
  const links = [aLink('page', { media: 'text/html' }), aLink('data', { media: 'application/json' })]
  expect(pip(links, { accept: 'application/json' })).toBe('data')
  expect(pip(links, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })).toBe('page')
  expect(pip(links, { accept: '*/*' })).toBe('page')
})

test('a context that was asked for weighs most, and a link for another context is the last resort', () => {
  const links = [aLink('us', { context: ['US'], hreflang: ['vi'] }), aLink('vn', { context: ['VN'], hreflang: ['en'] }), aLink('any')]
  expect(pip(links, { context: 'VN', languages: 'vi' })).toBe('vn')
  expect(pip(links, { context: 'FR' })).toBe('any')
  expect(pip(links)).toBe('any')
})

test('links that say the same of themselves cannot be told apart and are all named; one address twice is one', () => {
  expect(pip([aLink('a'), aLink('b')])).toBe('a | b')
  expect(pip([aLink('a'), aLink('a')])).toBe('a')
  const vi = { hreflang: ['vi'] }
  expect(pip([aLink('a', vi), aLink('b', vi), aLink('c', { hreflang: ['en'] })], { languages: 'vi' })).toBe('a | b')
  expect(pip([aLink('a', vi), aLink('b', vi), aLink('c', { hreflang: ['en'] })], { languages: 'en' })).toBe('c')
})

test('the default link is where a code leads, unless one of several defaults meets what was asked', () => {
  const links = [
    aLink('default', { type: 'defaultLink' }),
    aLink('vi', { type: 'defaultLinkMulti', hreflang: ['vi'] }),
    aLink('en-json', { type: 'defaultLinkMulti', hreflang: ['en'], media: 'application/json' }),
    aLink('us', { type: 'defaultLinkMulti', context: ['US'] }),
  ]
  expect(byDefault(links)).toBe('default')
  expect(byDefault(links, { languages: '*', accept: '*/*' })).toBe('default')
  expect(byDefault(links, { languages: 'vi-VN,vi;q=0.9' })).toBe('vi')
  expect(byDefault(links, { languages: 'en', accept: 'application/json' })).toBe('en-json')
  expect(byDefault(links, { languages: 'en', accept: 'text/html' })).toBe('default')
  expect(byDefault(links, { context: 'US', languages: 'fr' })).toBe('us')
  expect(byDefault(links, { languages: 'ja' })).toBe('default')
})

test('the narrowest level that has a type, or a default, gives it', () => {
  const lot = level(aLink('recall', { type: 'recallStatus' }))
  const product = level(aLink('default', { type: 'defaultLink' }), aLink('pip'))
  expect(said(chooseOfType([lot, product], 'pip', nothing))).toBe('pip')
  expect(said(chooseOfType([lot, product], 'recallStatus', nothing))).toBe('recall')
  expect(said(chooseOfType([lot, product], 'nutritionalInfo', nothing))).toBeNull()
  expect(said(chooseDefault([lot, product], nothing))).toBe('default')
  expect(said(chooseDefault([lot], nothing))).toBe('recall')
})
