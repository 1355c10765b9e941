import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import { aProduct } from '../../catalogue/fixtures.ts'
import { recordStanding } from '../../catalogue/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { aDossier } from '../../dossiers/fixtures.ts'
import { worldDay } from '../../dossiers/test-world.ts'
import { system } from '../../identity/index.ts'
import { anAppraisedDossier } from '../fixtures.ts'
import { appraisalWorld } from '../test-world.ts'
import { findAppraisal } from './find-appraisal.ts'

const { as } = await testDatabase<Tables>()

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: a re-evaluation is visited where much changed or the evidence is unclear.
test('an adviser of a re-evaluation reads what is another one than in the last cycle, where a visit may be due, and of one without a last cycle nothing', async () => {
  const world = await appraisalWorld(as)
  const maker = as(system('test'), worldDay)
  const { id: productId } = await inTransaction(maker, (tx) =>
    aProduct(tx, { name: 'Mứt dừa', setCode: 'QD26-07', producerId: world.producer.id }),
  )
  const first = await aDossier(world.people('2026-06-10T08:30:00+07:00'), { productId, status: 'submitted' })
  await inTransaction(maker, async (tx) => {
    await tx.updateTable('dossier').set({ status: 'recognised' }).where('id', '=', first.id).execute()
    const until = { certifiedFrom: '2024-04-10', certifiedUntil: '2027-04-10' }
    await recordStanding(tx, { productId, standing: 'certified', stars: 4, potentialFive: false, certificateCode: null, ...until })
  })
  const typed = { business: { materials: 'Mua của 40 hộ ở xã khác.' } }
  const { id } = await aDossier(world.people(), { productId, kind: 'renewal', status: 'proposed', typed })
  await anAppraisedDossier(world.hands(), id, world.roundId)

  expect((await findAppraisal(world.hands().provincialOfficer, id)).visitReasons).toEqual(['materials'])
  expect((await findAppraisal(world.hands().provincialOfficer, await world.renewal())).visitReasons).toEqual([])
})
