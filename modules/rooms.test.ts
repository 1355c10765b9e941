import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rooms } from './rooms.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

test('every folder of modules with a room.ts is a room of the list, under its own name', () => {
  const folders = globSync('*/room.ts', { cwd: here }).map((path) => path.split('/')[0]!)
  expect(rooms.map(({ name }) => name).toSorted()).toEqual(folders.toSorted())
})

test.each(rooms.filter(({ acts }) => acts.length > 0))('every table of acts of $name has a trial on the real commands', ({ name, acts }) => {
  const trials = globSync('acts*.db.test.ts', { cwd: `${here}${name}` }).map((file) => readFileSync(`${here}${name}/${file}`, 'utf8'))
  const count = trials.join('\n').match(/\btryActs\(/g)?.length ?? 0
  expect(count).toBeGreaterThanOrEqual(acts.length)
})

test('no two rooms give one path of the office', () => {
  const paths = rooms.flatMap(({ navigation }) => navigation.map(({ path }) => path))
  expect(new Set(paths).size).toBe(paths.length)
})
