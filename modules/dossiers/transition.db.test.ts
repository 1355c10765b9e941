import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aDossier } from './fixtures.ts'
import { findTransitionTerm } from './index.ts'
import { dossierReminders } from './messages.ts'
import { dossierWorld } from './test-world.ts'

const { as, db } = await testDatabase<Tables>()
const world = await dossierWorld(as)

// The criteria of the former decision are known by their frame alone, so nothing is filed by them here: a dossier is made one of its time.
const { id } = await aDossier(world.people(), { productId: world.product.id, status: 'submitted' })
const former = () => db.updateTable('dossier').set({ criteria_decision: '148/QĐ-TTg' }).where('id', '=', id).execute()

const due = async (day: string) => {
  const reminder = dossierReminders.find(({ name }) => name === 'dossier.transition-ending')!
  return (await reminder.due({ db, now: new Date(`${day}T08:00:00+07:00`) })).map(({ path, values }) => [
    path,
    values['due'],
    values['days'],
  ])
}

test('commune and province are reminded before the 60 days of a dossier of the former decision end, and of no other dossier', async () => {
  expect(await due('2026-07-06')).toEqual([])
  await former()
  expect(await due('2026-07-05')).toEqual([])
  expect(await due('2026-07-06')).toEqual([
    [`/van-phong/xa/${id}`, '21/07/2026', '15'],
    [`/van-phong/tham-dinh/${id}`, '21/07/2026', '15'],
  ])
  expect(await due('2026-07-22')).toEqual([])
})

test('a dossier of the former decision says until when it goes on, by which article', async () => {
  const now = new Date('2026-07-22T08:00:00+07:00')
  const dossier = { status: 'appraising', kind: 'first', criteriaDecision: '148/QĐ-TTg' } as const
  expect(await findTransitionTerm({ db, now }, dossier)).toMatchObject({
    on: '2026-07-21',
    state: 'late',
    law: { instrument: 'Quyết định 26/2026/QĐ-TTg', article: 'Điều 12' },
  })
  expect(await findTransitionTerm({ db, now }, { ...dossier, criteriaDecision: '26/2026/QĐ-TTg' })).toBeNull()
})
