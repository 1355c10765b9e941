import { proveFiles } from '@dacsan/platform/prove-files'
import type { Ctx } from '../context.ts'
import { requireRole, verifyAuditChain } from '../identity/index.ts'
import { keepIntegrityCheck, selectIntegrityChecks } from './integrity-check.store.ts'
import type { IntegrityCheck } from './integrity-check.store.ts'
import type { OpenInstallation } from './runtime.ts'
import { checkStock } from '../shop/index.ts'
import type { StockCheck } from '../shop/index.ts'
import type { Work } from '../work.ts'

export type { IntegrityCheck } from './integrity-check.store.ts'

type Books = Pick<OpenInstallation, 'db' | 'pool' | 'files'>
type Finding = Pick<IntegrityCheck, 'checked' | 'faults'>
export type IntegrityCheckName = 'audit-chain' | 'files' | keyof StockCheck['checked']

/** Each gives what it looked at, by name; one that cannot be carried out does not keep the others from it. */
const checks: Record<string, (books: Books) => Promise<Partial<Record<IntegrityCheckName, Finding>>>> = {
  'audit-chain': async ({ db }) => {
    const chain = await verifyAuditChain(db)
    return { 'audit-chain': { checked: chain.entries, faults: chain.ok ? [] : [`entry ${chain.brokenAt} is ${chain.reason}`] } }
  },
  stock: async ({ db }) => {
    const { checked, faults } = await checkStock(db)
    const faultsOf = (name: string) =>
      faults.filter(({ check }) => check === name).map(({ subject, found, expected }) => `${subject}: ${found} instead of ${expected}`)
    return Object.fromEntries(Object.entries(checked).map(([name, count]) => [name, { checked: count, faults: faultsOf(name) }]))
  },
  files: async ({ pool, files }) => {
    const { checked, faults } = await proveFiles(pool, files)
    return { files: { checked, faults: faults.map(({ hash, fault }) => `${hash} is ${fault}`) } }
  },
}

/** Carries out every integrity check and keeps what was found, for the administrator to see. */
export async function runIntegrityChecks(books: Books, at: Date = new Date()): Promise<IntegrityCheck[]> {
  const kept: IntegrityCheck[] = []
  for (const [check, run] of Object.entries(checks)) {
    const findings = await run(books).catch((error: unknown) => ({
      [check]: { checked: 0, faults: [`could not be carried out: ${String(error)}`] },
    }))
    for (const [name, finding] of Object.entries(findings)) kept.push({ name, at, ...finding })
  }
  for (const found of kept) await keepIntegrityCheck(books.db, found)
  return kept
}

/** The last result of each integrity check; administrators only. */
export async function listIntegrityChecks(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<IntegrityCheck[]> {
  requireRole(ctx.actor, 'administrator')
  return selectIntegrityChecks(ctx.db)
}

/** Runs every integrity check each night; one that fails is logged as fatal and stays on the administrator's page until it passes. */
export function integrityWork({ db, pool, files, log }: Books & Pick<OpenInstallation, 'log'>): Work {
  return {
    jobs: {
      'run-integrity-checks': async () => {
        for (const { name, checked, faults } of await runIntegrityChecks({ db, pool, files })) {
          if (faults.length === 0) log.info({ check: name, checked }, 'integrity check passed')
          else log.fatal({ check: name, checked, faults: faults.slice(0, 20), count: faults.length }, 'integrity check failed')
        }
      },
    },
    schedules: [{ at: '30 18 * * *', name: 'run-integrity-checks' }],
  }
}
