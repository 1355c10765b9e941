import { proveFiles } from '@dacsan/platform/prove-files'
import type { Ctx } from '../context.ts'
import { requireRole, verifyAuditChain } from '../identity/index.ts'
import { keepProof, selectProofs } from './integrity-check.store.ts'
import type { Proof } from './integrity-check.store.ts'
import type { OpenInstallation } from './runtime.ts'
import { proveStock } from '../shop/index.ts'
import type { StockProof } from '../shop/index.ts'
import type { Work } from '../work.ts'

export type { Proof } from './integrity-check.store.ts'

type Books = Pick<OpenInstallation, 'db' | 'pool' | 'files'>
type Finding = Pick<Proof, 'checked' | 'faults'>
export type ProofName = 'audit-chain' | 'files' | keyof StockProof['checked']

/** Each gives what it looked at, by name; one that cannot be carried out does not keep the others from it. */
const proofs: Record<string, (books: Books) => Promise<Partial<Record<ProofName, Finding>>>> = {
  'audit-chain': async ({ db }) => {
    const chain = await verifyAuditChain(db)
    return { 'audit-chain': { checked: chain.entries, faults: chain.ok ? [] : [`entry ${chain.brokenAt} is ${chain.reason}`] } }
  },
  stock: async ({ db }) => {
    const { checked, faults } = await proveStock(db)
    const faultsOf = (name: string) =>
      faults.filter(({ proof }) => proof === name).map(({ subject, found, expected }) => `${subject}: ${found} instead of ${expected}`)
    return Object.fromEntries(Object.entries(checked).map(([name, count]) => [name, { checked: count, faults: faultsOf(name) }]))
  },
  files: async ({ pool, files }) => {
    const { checked, faults } = await proveFiles(pool, files)
    return { files: { checked, faults: faults.map(({ hash, fault }) => `${hash} is ${fault}`) } }
  },
}

/** Proves every book again and keeps what was found, for the administrator to see. */
export async function proveBooks(books: Books, at: Date = new Date()): Promise<Proof[]> {
  const kept: Proof[] = []
  for (const [proof, prove] of Object.entries(proofs)) {
    const findings = await prove(books).catch((error: unknown) => ({
      [proof]: { checked: 0, faults: [`could not be proved: ${String(error)}`] },
    }))
    for (const [name, finding] of Object.entries(findings)) kept.push({ name, at, ...finding })
  }
  for (const proof of kept) await keepProof(books.db, proof)
  return kept
}

/** The last proof of each book; administrators only. */
export async function listProofs(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Proof[]> {
  requireRole(ctx.actor, 'administrator')
  return selectProofs(ctx.db)
}

/** Each night every book is proved; one that does not agree cries in the log and stands on the administrator's page until it does. */
export function proofWork({ db, pool, files, log }: Books & Pick<OpenInstallation, 'log'>): Work {
  return {
    jobs: {
      'prove-books': async () => {
        for (const { name, checked, faults } of await proveBooks({ db, pool, files })) {
          if (faults.length === 0) log.info({ proof: name, checked }, 'the book agrees')
          else log.fatal({ proof: name, checked, faults: faults.slice(0, 20), count: faults.length }, 'the book does not agree')
        }
      },
    },
    schedules: [{ at: '30 18 * * *', name: 'prove-books' }],
  }
}
