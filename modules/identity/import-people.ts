import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { dateInVietnam, spellingOf } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../context.ts'
import { readTableFile } from '../read-table.ts'
import { byRow, headingsOf, readRows } from '../table-rows.ts'
import type { RowOf, TableColumns } from '../table-rows.ts'
import { membershipActs, organisationActs, personActs } from './acts.ts'
import { actorId } from './actor.ts'
import { accountColumns, organisationColumns } from './import-columns.ts'
import type { Invitation } from './invitation.ts'
import { membershipStatusOf } from './membership-status.ts'
import { selectMembershipsOf } from './membership.store.ts'
import { openMembership } from './memberships.ts'
import { RoleRefused, openAccountIn } from './open-account.ts'
import { selectOfficeOfCommune, selectOrganisation } from './organisation.store.ts'
import { insertNewOrganisation } from './organisations.ts'
import { selectPersonByLogin } from './people.store.ts'
import { requireAct } from './ties.ts'
import type { ImportProblem, RowProblem } from './rules.ts'
import { importColumnWords as words, sayRefusal } from './words.ts'

export type ImportRejected = { code: 'import-rejected'; problems: ImportProblem[] }
/** What was made, how many rows were there already, and how many gave a role to somebody who was there. */
export type Imported<Made> = { made: Made[]; known: number; added: number; tried: boolean }

type Asked = { bytes: Uint8Array; tryOnly?: boolean }
export type ImportedAccount = { name: string; email: string; invitation: Invitation }

/** Rolls back what was tried, and what has a fault in any row. */
class Undone extends Error {
  readonly outcome: unknown
  constructor(outcome: unknown) {
    super('undone')
    this.outcome = outcome
  }
}

/**
 * Makes the organisations of a file (CSV or XLSX), all of them or none: every fault is told by row and column. What is there already as the file
 * says it is left alone, so that a second run adds nothing. `tryOnly`: judges and writes nothing.
 */
export async function importOrganisations(
  ctx: Ctx,
  { bytes, tryOnly = false }: Asked,
): Promise<Outcome<Imported<{ code: string; name: string }>, ImportRejected>> {
  requireAct(ctx.actor, organisationActs.create)
  const read = { bytes, tryOnly, columns: organisationColumns }
  return importRows(
    ctx,
    read,
    ({ code }) => code,
    async (tx, row, firstRow): Promise<Taken<{ code: string; name: string }>> => {
      const { code, kind, name, communeCode } = row
      if (firstRow !== undefined) return { problem: { code: 'row-repeated', row: row.row, column: words.code.heading, firstRow } }
      const there = await selectOrganisation(tx, { code })
      if (there) {
        // The commune's own organisation is there from the start, under the name that the platform gave it.
        const isOffice = kind === 'commune' && there.kind === kind && there.communeCode === (communeCode ?? code)
        if (isOffice || (there.kind === kind && spellingOf(there.name) === spellingOf(name))) return 'known'
        return { problem: { code: 'organisation-differs', row: row.row, column: words.code.heading, name: there.name } }
      }
      const office = kind === 'commune' && communeCode !== null ? await selectOfficeOfCommune(tx, communeCode) : undefined
      if (office)
        return {
          problem: {
            code: 'commune-served',
            row: row.row,
            column: words.communeCode.heading,
            name: office.name,
            organisationCode: office.code,
          },
        }
      const made = await insertNewOrganisation(tx, ctx, { kind, code, name, communeCode, parentCode: null })
      if (made.ok) return { made: { code, name } }
      const column = made.refusal.code === 'code-taken' ? words.code.heading : words.communeCode.heading
      return { problem: { code: 'row-refused', row: row.row, column, says: sayRefusal(made.refusal) } }
    },
  )
}

/**
 * Opens the accounts of a file and gives their roles, all of them or none; who has an account gets the role, without a new invitation. A role that
 * is held is left alone. One that ended is given again on the page of the account alone: an old file brings nobody back.
 */
export async function importAccounts(
  ctx: Ctx,
  { bytes, tryOnly = false }: Asked,
): Promise<Outcome<Imported<ImportedAccount>, ImportRejected>> {
  // On the machine, or an administrator: a head invites one by one, into its own organisation.
  requireAct(ctx.actor, personActs.create)
  requireAct(ctx.actor, membershipActs.add)
  const today = dateInVietnam(ctx.now)
  const read = { bytes, tryOnly, columns: accountColumns }
  const keyOf = ({ email, role, organisationCode }: RowOf<typeof accountColumns>) => `${email} ${role} ${organisationCode}`
  return importRows(ctx, read, keyOf, async (tx, row, firstRow): Promise<Taken<ImportedAccount>> => {
    const { email, name, role, organisationCode } = row
    const at = (column: keyof typeof words) => ({ row: row.row, column: words[column].heading })
    if (firstRow !== undefined) return { problem: { code: 'row-repeated', ...at('email'), firstRow } }
    const organisation = await selectOrganisation(tx, { code: organisationCode })
    if (!organisation)
      return { problem: { code: 'row-refused', ...at('organisationCode'), says: sayRefusal({ code: 'unknown-organisation' }) } }
    const there = await selectPersonByLogin(tx, { email })
    const given = { organisationId: organisation.id, role }
    if (!there) {
      const opened = await openAccountIn(tx, ctx, { name, email, ...given }).catch((error: unknown) => {
        if (error instanceof RoleRefused) return error.refused
        throw error
      })
      if (opened.ok) return { made: { name, email, invitation: opened.value.invitation } }
      return { problem: { code: 'row-refused', ...at('role'), says: sayRefusal(opened.refusal) } }
    }
    if (spellingOf(there.name) !== spellingOf(name)) return { problem: { code: 'person-differs', ...at('person'), name: there.name } }
    const before = (await selectMembershipsOf(tx, [there.id])).find((one) => one.organisationId === organisation.id && one.role === role)
    if (before && membershipStatusOf(before, today) === membershipActs.add.to) return 'known'
    if (before) return { problem: { code: 'role-ended', ...at('role'), until: before.until! } }
    if (actorId(ctx.actor) === there.id)
      return { problem: { code: 'row-refused', ...at('email'), says: sayRefusal({ code: 'own-account' }) } }
    const added = await openMembership(tx, ctx, { userId: there.id, ...given })
    return added.ok ? 'added' : { problem: { code: 'row-refused', ...at('role'), says: sayRefusal(added.refusal) } }
  })
}

type Taken<Made> = 'known' | 'added' | { made: Made } | { problem: RowProblem }

async function importRows<const Columns extends TableColumns, Made>(
  ctx: Ctx,
  { bytes, tryOnly, columns }: { bytes: Uint8Array; tryOnly: boolean; columns: Columns },
  keyOf: (row: RowOf<Columns>) => string,
  take: (tx: Tx, row: RowOf<Columns>, firstRow: number | undefined) => Promise<Taken<Made>>,
): Promise<Outcome<Imported<Made>, ImportRejected>> {
  const table = await readTableFile(bytes, headingsOf(columns))
  if (!table.ok) return refuse('import-rejected', { problems: table.refusal.problems })
  const reading = readRows(table.value, columns)
  let step = reading.next()
  for (; !step.done; step = reading.next()) await othersFirst()
  if (!step.value.ok) return refuse('import-rejected', { problems: step.value.refusal.problems })
  const { rows, problems: unread } = step.value.value
  if (rows.length === 0 && unread.length === 0)
    return refuse('import-rejected', { problems: [{ code: 'file-unreadable' as const, reason: 'no-rows' as const }] })
  type Result = Outcome<Imported<Made>, ImportRejected>
  return inTransaction(ctx, async (tx): Promise<Result> => {
    const problems: ImportProblem[] = [...unread]
    const made: Made[] = []
    const count = { known: 0, added: 0 }
    const firstRows = new Map<string, number>()
    for (const row of rows) {
      const key = keyOf(row)
      const taken = await take(tx, row, firstRows.get(key))
      if (!firstRows.has(key)) firstRows.set(key, row.row)
      if (typeof taken === 'string') count[taken] += 1
      else if ('problem' in taken) problems.push(taken.problem)
      else made.push(taken.made)
    }
    const outcome: Result =
      problems.length > 0 ? refuse('import-rejected', { problems: byRow(problems) }) : done({ made, ...count, tried: tryOnly })
    if (tryOnly || !outcome.ok) throw new Undone(outcome)
    return outcome
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.outcome as Result
    throw error
  })
}
