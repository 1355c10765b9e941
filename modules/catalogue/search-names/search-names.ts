import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { keptOf } from '@dacsan/platform/changes'
import { inTransaction } from '@dacsan/platform/context'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, record, requireAct } from '../../identity/index.ts'
import { searchNameActs } from '../acts.ts'
import { decideNames } from '../rules/search-names.ts'
import type { NameGroup, NamesRefusal } from '../rules/search-names.ts'
import { slugOf } from '../slug.ts'
import { searchNameInputWords as words } from '../words/search-names.ts'
import { insertNames, selectChangedGroups, selectVersionsOf } from './names.store.ts'

const names = z.array(z.string().min(1).max(60)).max(20)
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** What goods are called from the start; what an officer publishes of a group stands before it. */
export const namesFile = countryFacts(
  'search/names.json',
  z.object({
    about: z.string(),
    checkedOn: z.iso.date(),
    source: z.string(),
    certainty: z.enum(['confirmed', 'inferred', 'conflict', 'unknown']),
    groups: z.array(z.object({ key, vi: names.min(1), en: names, km: names })),
  }),
)

const keptGroups = keptOf('catalogue', selectChangedGroups)

/** Every group as it stands now, those out of use among them. */
export async function nameGroups(db: ReadDb): Promise<NameGroup[]> {
  const changed = new Map((await (keptGroups(db) ?? selectChangedGroups(db))).map((group) => [group.key, group]))
  const ofFile = readFacts(namesFile).groups.map(({ key: of, ...own }): NameGroup => ({ key: of, version: 0, names: own, inUse: true }))
  const known = new Set(ofFile.map((group) => group.key))
  return [...ofFile.map((group) => changed.get(group.key) ?? group), ...[...changed.values()].filter((group) => !known.has(group.key))]
}

/** One name a line; lines that are empty or repeated fall away. */
const lines = z
  .string()
  .max(2000)
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .normalize('NFC')
        .split(/[\r\n]+/)
        .map((line) => line.trim().replaceAll(/\s+/gu, ' '))
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(60, words.tooLong)).max(20, words.tooMany))

export const publishNamesInput = z.object({
  /** Empty for a group that is new. */
  key: z.union([z.literal(''), key]),
  vi: lines,
  en: lines,
  km: lines,
  inUse: z.stringbool().default(true),
  /** The version that the writer saw. */
  after: z.coerce.number().int().min(0),
})

/** Another version of what goods are called; what was published stays on file. */
export async function publishNames(
  ctx: Ctx,
  { key: given, after, inUse, ...typed }: z.infer<typeof publishNamesInput>,
): Promise<Outcome<{ key: string; version: number }, NamesRefusal>> {
  requireAct(ctx.actor, searchNameActs.publish)
  return inTransaction(ctx, async (tx) => {
    const groups = await nameGroups(tx)
    const of = given === '' ? slugOf(typed.vi[0] ?? '') : given
    const decided = decideNames({ key: of, names: typed, inUse, after }, groups)
    if (!decided.ok) return decided
    const { version } = decided.value
    if (!(await insertNames(tx, { key: of, version, names: typed, inUse }, { by: actorId(ctx.actor), at: ctx.now })))
      return refuse('published-meanwhile')
    await record(tx, ctx, searchNameActs.publish, { subjectId: of, detail: { version, inUse } })
    return done({ key: of, version })
  })
}

/** What the page of an officer lists. */
export async function listNames(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<NameGroup[]> {
  requireAct(ctx.actor, searchNameActs.publish)
  return (await nameGroups(ctx.db)).toSorted((a, b) => a.names.vi[0]!.localeCompare(b.names.vi[0]!, 'vi'))
}

/** One group with what it was before; null for one that is to be made. */
export async function namesForm(ctx: Pick<Ctx, 'db' | 'actor'>, of: string | null) {
  const groups = await listNames(ctx)
  if (of === null) return { group: null, past: [] }
  const group = groups.find((one) => one.key === of)
  if (!group) throw new NotFound('No such group of names', { key: of })
  return { group, past: (await selectVersionsOf(ctx.db, of)).slice(1) }
}
