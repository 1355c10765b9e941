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
      expect([route, action, new RegExp(`^  '?${action}'?: (confirmFirst\\('[^']+', )?((async )?\\(|act\\()`, 'm').test(source)]).toEqual([
        route,
        action,
        true,
      ])
  }
})

test('C37: whoever takes in a register, erases personal data, judges a seller or recalls a lot is asked for the password again', () => {
  const asked: [room: string, ...actions: string[]][] = [
    [`${paths.registerDesk}/[id]`, 'confirm'],
    [`${paths.privacyDesk}/[id]`, 'fulfil', 'fulfil-in-part'],
    [`${paths.sellers}/[id]`, 'verify', 'carry-out'],
    [paths.newRecall(), 'start'],
  ]
  for (const [room, ...actions] of asked)
    for (const action of actions)
      expect([room, action, asksAgain(room, new URL(`https://dacsan.test/x?/${action}`))]).toEqual([room, action, true])
  // A drill binds nobody.
  expect(asksAgain(paths.newRecall(), new URL('https://dacsan.test/x?/rehearse&q=L1'))).toBe(false)
})

test('an action is named by the address of its form', () => {
  const at = (search: string) => new URL(`https://dacsan.test/x${search}`)
  expect(['', '?/close', '?/close&x=1', '?x=1'].map((search) => actionOf(at(search)))).toEqual(['default', 'close', 'close', 'default'])
  expect(asksAgain(`${paths.council}/[session]`, at('?/close'))).toBe(true)
  expect(asksAgain(`${paths.council}/[session]`, at('?/note'))).toBe(false)
  expect(asksAgain(paths.dossiers, at(''))).toBe(false)
})
