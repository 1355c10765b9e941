import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rooms } from '@dacsan/modules/rooms'
import { expect, test } from 'vitest'
import { consequencesOf, ownSteps } from './final-acts.ts'

const routes = fileURLToPath(new URL('../../routes/van-phong', import.meta.url))
const final = rooms
  .flatMap(({ acts }) => acts)
  .flatMap(({ acts }) => Object.values(acts))
  .filter((act) => act.final)
  .map(({ event }) => event)

test('every act that cannot be taken back is shown with what follows before it is done', () => {
  expect(final.length).toBeGreaterThan(10)
  expect([...Object.keys(consequencesOf), ...Object.keys(ownSteps)].toSorted()).toEqual(final.toSorted())
})

test('a page sends such a form through the step before it, and no page sends another form through it', () => {
  const sources = globSync('**/+page.server.ts', { cwd: routes }).map((file) => readFileSync(`${routes}/${file}`, 'utf8'))
  const wrapped = new Set(sources.flatMap((source) => [...source.matchAll(/confirmFirst\('([^']+)'/gu)].map(([, name]) => name)))
  // One form confirms both kinds of proposals: the proposal says which it is. One form answers a complaint: its answer says which.
  expect([...wrapped, 'law.taken-back', 'appeal.rejected'].toSorted()).toEqual(Object.keys(consequencesOf).toSorted())
})

test('no page asks by a window of the browser, which nobody has without script', () => {
  const pages = globSync('**/*.svelte', { cwd: routes }).filter((file) =>
    /[^.\w]confirm\(/u.test(readFileSync(`${routes}/${file}`, 'utf8')),
  )
  // What could not be sent yet is not thrown away unasked: there is nothing to ask about without script.
  expect(pages).toEqual(['+layout.svelte', 'chua-gui/+page.svelte'])
})
