import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { rooms } from '../rooms.ts'
import type { ReadDb } from '../context.ts'
import { declaredTopics, ruleOn, verifyLegalRules } from './index.ts'
import { readLegalRules } from './legal-rules.ts'
import type { LegalRules } from './legal-rules.ts'
import { declarationOf, declareTopics, sayValue, topic, unimplementedTopic } from './topics.ts'
import type { ReadTopics } from './topics.ts'

/** The rules file with a change, as an installation would find it. */
function verifyChanged(change: (file: LegalRules) => void): void {
  const file = JSON.parse(readFileSync(new URL('../../data/law/legal-rules.json', import.meta.url), 'utf8')) as LegalRules
  change(file)
  verifyLegalRules(file)
}

test('every row of the rules file has a room that declares its topic, and every topic a row, in its shape', () => {
  expect(rooms.length).toBeGreaterThan(0)
  expect(verifyLegalRules).not.toThrow()
  expect(new Set(readLegalRules().map(({ topic }) => topic))).toEqual(new Set(declaredTopics()))
})

test('an installation whose rules file names a topic that no room declares does not start', () => {
  expect(() => verifyChanged(({ rules }) => rules.push({ ...rules[0]!, topic: 'tax.rate' }))).toThrow('no room declares the topic tax.rate')
})

test('an installation whose rules file lacks a topic, or holds a value of another shape, does not start', () => {
  expect(() => verifyChanged((file) => (file.rules = file.rules.filter(({ topic }) => topic !== 'council.quorum-percent')))).toThrow(
    'the topic council.quorum-percent has no row',
  )
  expect(() => verifyChanged(({ rules }) => (rules.find(({ topic }) => topic === 'council.quorum-percent')!.value = '75'))).toThrow(
    'council.quorum-percent',
  )
})

test('a topic is declared by one room only', () => {
  expect(() => declareTopics({ 'council.quorum-percent': topic(z.number(), { title: '' }) })).toThrow('declared twice')
})

test('every topic of the rules file is read by its room', () => {
  expect(declaredTopics().filter((name) => !declarationOf(name).implemented)).toEqual([])
})

test('a topic that nothing reads says so, and code that asks for it does not compile', () => {
  const table = { 'tax.read': topic(z.number(), { title: '' }), 'tax.unread': unimplementedTopic(z.number(), { title: '' }) }
  expect(table['tax.unread'].implemented).toBe(false)
  const names: (keyof ReadTopics<typeof table>)[] = [
    'tax.read',
    // @ts-expect-error: declared, and not implemented
    'tax.unread',
  ]
  expect(names).toHaveLength(2)
  const ask = (db: ReadDb) => [
    ruleOn(db, 'order.hold-minutes', '2026-11-28'),
    // @ts-expect-error: no room declares it
    ruleOn(db, 'tax.rate', '2026-11-28'),
  ]
  expect(ask).toBeTypeOf('function')
})

test('every value of the rules file is said in words that a person reads', () => {
  for (const { topic, value } of readLegalRules()) expect(sayValue(topic, value)).not.toMatch(/\[object|undefined|^$/)
})
