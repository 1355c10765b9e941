import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import { aProduct } from '../catalogue/fixtures.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { aDossier } from './fixtures.ts'
import { findDossier } from './index.ts'
import { dossierWorld } from './test-world.ts'

/** A database with the world of dossiers, and what most tests begin with: a new product, and a dossier for it in some state. */
export async function dossiersToTest() {
  const { as, db } = await testDatabase<Tables>()
  const world = await dossierWorld(as)
  const { producer, communeOfficer: officer } = world.people()
  let count = 0
  const newProduct = () =>
    inTransaction(as(system('test')), (tx) =>
      aProduct(tx, { name: `Mứt dừa sáp ${++count}`, setCode: 'QD26-07', producerId: world.producer.id }),
    )
  const aNew = async (given: Omit<Parameters<typeof aDossier>[1], 'productId'> = {}) =>
    aDossier(world.people(), { ...given, productId: (await newProduct()).id })
  const versionOf = async (id: string) => (await findDossier(producer, id)).version
  const auditOf = (subjectId: string) =>
    db.selectFrom('audit_entry').select('action').where('subject_id', '=', subjectId).orderBy('seq').execute()
  return { as, db, world, producer, officer, newProduct, aNew, versionOf, auditOf }
}
