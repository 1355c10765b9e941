import { inTransaction } from '@dacsan/platform/context'
import { isLocal } from '@dacsan/platform/config'
import { type Installation, keepIdentity } from '@dacsan/platform/installation'
import { readMigrations, startOver } from '@dacsan/platform/migrations'
import { isSeeded, markSeeded } from '@dacsan/platform/seeded'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { requireDemoFacts } from '../../modules/app/make-demo.ts'
import { openCommuneOffices } from '../../modules/identity/index.ts'
import { loadLaw, refuseUnknownLaw } from '../../modules/law/index.ts'
import { assignAllPlaces } from '../../modules/traceability/index.ts'
import { seed } from './seed/index.ts'

export type SeedKind = 'demo' | 'reference' | 'none'

// Demo data stand on the reference data.
const sets = { none: [], reference: ['reference'], demo: ['reference', 'demo'] } as const
const seedLock = 7223002

/**
 * Brings in the law of this version, and gives a new database the data that SEED asks for; a later start leaves it as it is, whatever SEED says then.
 * A first start that was cut off begins anew: nobody could sign in before it ended, so what it left is nobody's work.
 */
export async function seedFirstStart(installation: Installation<Tables>, kind: SeedKind): Promise<void> {
  const { db, log, config } = installation
  await alone(installation, async () => {
    if (!(await isSeeded(db, 'first-start')) && (await isSeeded(db, 'first-start-begun'))) {
      log.info('the first start was cut off: beginning anew')
      const owner = installation.connect({ connections: 2, asOwner: true })
      try {
        await startOver(owner.pool, await readMigrations(), installation.role)
        await keepIdentity(owner.pool, config)
      } finally {
        await owner.close()
      }
    }
    // What this version knows of the law, at every start: rows that are there stay, whatever SEED says nothing runs without them.
    await inTransaction(installation, loadLaw)
    await refuseUnknownLaw(db, new Date())
    if (!(await isSeeded(db, 'first-start'))) {
      await markSeeded(db, 'first-start-begun')
      await giveMissing(installation, kind)
      await markSeeded(db, 'first-start')
    }
    await openOffices(installation)
    // Places from before events named them, and those of producers that were linked by a version which did not look.
    await assignAllPlaces({ db, now: new Date(), origin: config.origin })
  })
}

/** What a command of the machine stands on, beside a server or before the first start: the law and the communes with their offices. */
export async function seedGroundwork(installation: Installation<Tables>): Promise<void> {
  await alone(installation, async () => {
    await inTransaction(installation, loadLaw)
    await openOffices(installation)
  })
}

/** After the demonstration, whose commune keeps the office that it comes with. */
async function openOffices({ db, log }: Installation<Tables>): Promise<void> {
  const opened = await openCommuneOffices({ db }, new Date())
  if (opened > 0) log.info({ opened }, 'communes got the organisations that serve them')
}

/** Gives the database what it does not have yet. A seeding that was cut off is taken up again. */
export async function seedMissing(installation: Installation<Tables>, kind: SeedKind): Promise<void> {
  await alone(installation, async () => {
    await giveMissing(installation, kind)
    await openOffices(installation)
  })
}

async function giveMissing(installation: Installation<Tables>, kind: SeedKind): Promise<void> {
  // Before anything is given: a province need not have a demonstration.
  if (kind === 'demo') {
    requireDemoFacts()
    refusePublicDemo(installation.config)
  }
  for (const what of sets[kind]) {
    if (await isSeeded(installation.db, what)) continue
    installation.log.info(`seeding the ${what} data`)
    await seed(installation, what)
    await markSeeded(installation.db, what)
  }
}

/** The accounts of a demonstration have a password that everybody knows. */
function refusePublicDemo({ origin }: Installation<Tables>['config']): void {
  if (!isLocal(origin)) throw new Error(`SEED=demo is not for a public address (ORIGIN=${origin}): start with SEED=reference`)
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
