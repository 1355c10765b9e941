import { proveFiles } from '@dacsan/platform/prove-files'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { IntegrityCheck } from '../room.ts'
import { rooms } from '../rooms.ts'
import type { Work } from '../work.ts'
import { keepIntegrityResult, selectIntegrityResults } from './integrity-check.store.ts'
import type { IntegrityResult } from './integrity-check.store.ts'
import { proveLockedColumns } from './locked-columns.ts'
import { askWitnesses } from './sealed-facts/ask-witnesses.ts'
import { proveSeals } from './sealed-facts/prove-seals.ts'
import { sealFacts } from './sealed-facts/seal-facts.ts'
import type { HouseBooks } from './sealed-facts/seal-log.ts'
import type { OpenInstallation } from './runtime.ts'
import { houseCheckNames } from './words.ts'

export type { IntegrityResult } from './integrity-check.store.ts'

type HouseCheck = Omit<IntegrityCheck, 'check'> & { check: (books: HouseBooks) => ReturnType<IntegrityCheck['check']> }

/** What belongs to no room. */
const houseChecks: Record<string, HouseCheck> = {
  'transparency-log': { says: houseCheckNames['transparency-log'], check: proveSeals },
  'locked-numbers': { says: houseCheckNames['locked-numbers'], check: proveLockedColumns },
  files: {
    says: houseCheckNames.files,
    check: async ({ pool, files }) => {
      const { checked, faults } = await proveFiles(pool, files)
      return { checked, faults: faults.map(({ hash, fault }) => `${hash} is ${fault}`) }
    },
  },
}

/** Every check of every room, by its name. */
const checks: ReadonlyMap<string, HouseCheck> = new Map(
  [...rooms.map((room) => room.integrityChecks ?? {}), houseChecks].flatMap((own) => Object.entries(own)),
)

/** Carries out every integrity check and keeps what was found, for the administrator to see. One that cannot be carried out is a fault. */
export async function runIntegrityChecks(books: HouseBooks, at: Date = new Date()): Promise<IntegrityResult[]> {
  const results: IntegrityResult[] = []
  for (const [name, { check }] of checks) {
    const found = await check(books).catch((error: unknown) => ({
      checked: 0,
      faults: [`could not be carried out: ${String(error)}`],
    }))
    results.push({ name, at, ...found })
  }
  for (const result of results) await keepIntegrityResult(books.db, result)
  return results
}

/** A night without checks is as loud as a check that fails: with two hours for a night of much work. */
const overdueAfterMs = 26 * 3_600_000

/** The last result of each integrity check, and whether the last night went by without them; administrators only. */
export async function listIntegrityChecks(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
): Promise<{ results: (IntegrityResult & { says: string })[]; isOverdue: boolean }> {
  requireRole(ctx.actor, 'administrator')
  // A check that a newer version no longer makes has nothing to say.
  const results = (await selectIntegrityResults(ctx.db)).flatMap((result) => {
    const says = checks.get(result.name)?.says
    return says === undefined ? [] : [{ ...result, says }]
  })
  const isOverdue = results.length === 0 || results.some(({ at }) => ctx.now.getTime() - at.getTime() > overdueAfterMs)
  return { results, isOverdue }
}

/**
 * Binds what has become final into the transparency log each hour, and runs every integrity check each night; one that fails is logged as fatal and
 * stays on the administrator's page until it passes.
 */
export function integrityWork({ db, pool, files, config, log }: Pick<OpenInstallation, 'db' | 'pool' | 'files' | 'config' | 'log'>): Work {
  return {
    jobs: {
      'seal-facts': async () => {
        const { sealed, size } = await sealFacts({ db, config })
        if (sealed > 0) log.info({ sealed, size }, 'facts were bound into the transparency log')
        const witnessed = await askWitnesses(config)
        for (const one of witnessed?.silent ?? []) log.warn(one, 'a witness did not cosign the transparency log')
      },
      'run-integrity-checks': async () => {
        for (const { name, checked, faults } of await runIntegrityChecks({ db, pool, files, config })) {
          if (faults.length === 0) log.info({ check: name, checked }, 'integrity check passed')
          else log.fatal({ check: name, checked, faults: faults.slice(0, 20), count: faults.length }, 'integrity check failed')
        }
      },
    },
    schedules: [
      { at: '10 * * * *', name: 'seal-facts' },
      { at: '30 18 * * *', name: 'run-integrity-checks' },
    ],
  }
}
