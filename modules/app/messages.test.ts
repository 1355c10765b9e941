import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { messageLanguages } from '../message.ts'
import { faultOf, placeholdersOf, withoutAccents } from '../notifications/rules.ts'
import { messageRules } from './messages.ts'

test('every message has a name of its own, and there are those that the programme needs', () => {
  const names = messageRules.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(35)
})

test.each(messageRules.map((rule) => [rule.name, rule] as const))('%s names nothing that it does not know, in any language', (_, rule) => {
  const known = Object.keys(rule.sample)
  for (const language of messageLanguages) {
    const words = rule.words[language]
    if (!words) continue
    expect([language, faultOf(words, known)]).toEqual([language, null])
    // A carrier takes the short form as it stands, and two segments hold it with values of an ordinary length.
    expect(words.short).toBe(withoutAccents(words.short))
    expect(words.short.length).toBeLessThan(160)
  }
  const used = new Set(Object.values(rule.words).flatMap(({ subject, text, short }) => [subject, text, short].flatMap(placeholdersOf)))
  expect(rule.sample).toEqual(expect.objectContaining(Object.fromEntries([...used].map((name) => [name, expect.any(String)]))))
})

/** Those who work in an office read Vietnamese; by what they are called in the list one sees to whom they go. */
const forOffices = /\((?:gửi (?:xã|tỉnh|xã và tỉnh|thành viên|quản trị|cơ quan|người được phân công))\)$/

test.each(messageRules.filter(({ says }) => !forOffices.test(says)).map((rule) => [rule.name, rule] as const))(
  '%s reaches producers, buyers or the owner of an account in Vietnamese, English and Khmer',
  (_, rule) => expect(Object.keys(rule.words).toSorted()).toEqual(['en', 'km', 'vi']),
)

test('every address that a message leads to is a page of the site', () => {
  const modules = fileURLToPath(new URL('..', import.meta.url))
  const routes = fileURLToPath(new URL('../../apps/web/src/routes/', import.meta.url))
  const pages = globSync('**/+{page.svelte,server.ts}', { cwd: routes }).map((path) =>
    `/${path}`.replace(/\/\+.*$/, '').replace(/\/\([a-z]+\)/g, ''),
  )
  const isPage = (address: string) => pages.some((page) => new RegExp(`^${page.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(address))
  const sources = globSync('**/*.ts', { cwd: modules, exclude: ['**/node_modules/**', '**/*.test.ts'] })
    .map((source) => `${modules}${source}`)
    .filter((source) => /from '(\.\.\/)+message\.ts'/.test(readFileSync(source, 'utf8')))
  const addresses = sources.flatMap(addressesIn)
  expect(addresses.length).toBeGreaterThan(30)
  expect(addresses.filter((address) => !isPage(address))).toEqual([])
})

/** The addresses that stand in a source, with something in the place of what differs. */
function addressesIn(path: string): string[] {
  const literals = readFileSync(path, 'utf8').matchAll(/[`'](\/(?:van-phong|giay-chung-nhan|don-hang|phan-anh)[^`'\s]*)[`']/g)
  return [...literals].map(([, literal]) => literal!.replace(/\$\{[^}]*\}/g, 'x').replace(/\?.*$/, ''))
}
