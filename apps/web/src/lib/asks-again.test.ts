import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actionOf, askingAgain, asksAgain } from './asks-again.ts'
import { paths } from './paths.ts'

test('every action that asks for the password again is an action of its page', () => {
  for (const [route, actions] of Object.entries(askingAgain)) {
    const place = new URL(`../routes${route}/+page.server.ts`, import.meta.url)
    expect([route, existsSync(place)]).toEqual([route, true])
    const source = readFileSync(place, 'utf8')
    for (const action of actions)
      expect([route, action, new RegExp(`^  '?${action}'?: (async )?\\(`, 'm').test(source)]).toEqual([route, action, true])
  }
})

test('an action is named by the address of its form', () => {
  const at = (search: string) => new URL(`https://dacsan.test/x${search}`)
  expect(['', '?/close', '?/close&x=1', '?x=1'].map((search) => actionOf(at(search)))).toEqual(['default', 'close', 'close', 'default'])
  expect(asksAgain(`${paths.council}/[session]`, at('?/close'))).toBe(true)
  expect(asksAgain(`${paths.council}/[session]`, at('?/note'))).toBe(false)
  expect(asksAgain(paths.dossiers, at(''))).toBe(false)
})
