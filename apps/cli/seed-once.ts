import { inTransaction } from '@dacsan/platform/context'
import type { Installation } from '@dacsan/platform/installation'
import { isSeeded, markSeeded } from '@dacsan/platform/seeded'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { requireDemoFacts } from '../../modules/app/make-demo.ts'
import { loadLaw } from '../../modules/law/index.ts'
import { seed } from './seed/index.ts'

export type SeedKind = 'demo' | 'reference' | 'none'

// Demo data stand on the reference data.
const sets = { none: [], reference: ['reference'], demo: ['reference', 'demo'] } as const
const seedLock = 7223002

/** Brings in the law of this version, and gives a new database the data that SEED asks for; a later start leaves it as it is, whatever SEED says then. */
export async function seedFirstStart(installation: Installation<Tables>, kind: SeedKind): Promise<void> {
  await alone(installation, async () => {
    // What this version knows of the law, at every start: rows that are there stay, whatever SEED says nothing runs without them.
    await inTransaction(installation, loadLaw)
    if (await isSeeded(installation.db, 'first-start')) return
    await giveMissing(installation, kind)
    await markSeeded(installation.db, 'first-start')
  })
}

/** Gives the database what it does not have yet. A seeding that was cut off is taken up again. */
export async function seedMissing(installation: Installation<Tables>, kind: SeedKind): Promise<void> {
  await alone(installation, () => giveMissing(installation, kind))
}

async function giveMissing(installation: Installation<Tables>, kind: SeedKind): Promise<void> {
  // Before anything is given: a province need not have a demonstration.
  if (kind === 'demo') requireDemoFacts()
  for (const what of sets[kind]) {
    if (await isSeeded(installation.db, what)) continue
    installation.log.info(`seeding the ${what} data`)
    await seed(installation, what)
    await markSeeded(installation.db, what)
  }
}

/** Several processes may start at once on one database; one seeds, the others wait for it. */
async function alone({ pool }: Installation<Tables>, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [seedLock])
    await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [seedLock]).catch(() => {})
    client.release()
  }
}
