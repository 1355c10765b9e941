import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { keptOf } from '@dacsan/platform/changes'
import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, record, requireAct, requireRole } from '../identity/index.ts'
import { ruleOn } from '../law/index.ts'
import { policyActs } from './acts.ts'
import { siteOwner } from './owner.ts'
import { insertVersion, selectHeads, selectVersions } from './policy.store.ts'
import { decidePublication, policyKinds, standingOf } from './rules/policy.ts'
import type { PolicyInForce, PolicyKind, PolicyRefusal } from './rules/policy.ts'
import './topics.ts'
import { inputWords as words } from './words/inputs.ts'

/** Texts to begin from, for an office that has none. */
export const draftsFile = countryFacts('disclosure/drafts.json', z.object({ drafts: z.record(z.enum(policyKinds), z.string().min(20)) }))

const places = [...policyKinds, 'owner', 'privacy', 'ranking'] as const
/** The thirteen parts of Nghị định 248/2026/NĐ-CP, Điều 4–16, and where each is published. */
export const partsFile = countryFacts(
  'disclosure/parts.json',
  z.object({
    instrument: z.string(),
    parts: z
      .array(
        z.object({
          article: z.string(),
          title: z.string().min(5),
          at: z.enum(places).nullable(),
          certainty: z.enum(['confirmed', 'inferred', 'unknown']),
        }),
      )
      .length(13),
  }),
)

export const publishPolicyInput = z.object({
  kind: z.enum(policyKinds),
  text: z
    .string()
    .trim()
    .normalize('NFC')
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().min(20, words.text).max(30_000, words.tooLong(30_000))),
  effectiveFrom: z.iso.date(words.day),
  /** The version that the writer saw; 0 where there was none. */
  after: z.coerce.number().int().min(0),
})

/** Another version from a day on; what was published stays as it was. */
export async function publishPolicy(
  ctx: Ctx,
  { kind, text, effectiveFrom, after }: z.infer<typeof publishPolicyInput>,
): Promise<Outcome<{ version: number }, PolicyRefusal>> {
  requireAct(ctx.actor, policyActs.publish)
  const today = dateInVietnam(ctx.now)
  const { value: noticeDays } = await ruleOn(ctx.db, 'disclosure.fee-notice-days', today)
  return inTransaction(ctx, async (tx) => {
    const latest = (await selectVersions(tx, kind))[0] ?? null
    const decided = decidePublication({ kind, text, effectiveFrom, after }, { today, latest, noticeDays })
    if (!decided.ok) return decided
    const { version } = decided.value
    if (!(await insertVersion(tx, { kind, version, text, effectiveFrom }, { by: actorId(ctx.actor), at: ctx.now })))
      return refuse('published-meanwhile')
    await record(tx, ctx, policyActs.publish, {
      subjectId: kind,
      payload: { kind, version, effectiveFrom },
      detail: { version, effectiveFrom },
    })
    return done({ version })
  })
}

/** One policy for everybody: what holds today, what is announced, what held before; `asked` is one of its versions. */
export async function findPolicy({ db, now }: { db: ReadDb; now: Date }, kind: PolicyKind, asked?: number) {
  const versions = await selectVersions(db, kind)
  const standing = standingOf(versions, dateInVietnam(now))
  const shown = asked === undefined ? standing.current : versions.find(({ version }) => version === asked)
  if (shown === undefined) throw new NotFound('No such version', { kind, version: asked })
  return { kind, ...standing, shown, isCurrent: shown !== null && shown === standing.current }
}

/** What the site must publish and where it does; parts without an address are not published yet. */
export async function findDisclosure({ db, now }: { db: ReadDb; now: Date }) {
  const day = dateInVietnam(now)
  const [owner, heads] = await Promise.all([siteOwner(db), headsOf(db)])
  const { instrument, parts } = readFacts(partsFile)
  const standing = Object.fromEntries(
    policyKinds.map((kind) => [
      kind,
      standingOf(
        heads.filter((head) => head.kind === kind),
        day,
      ),
    ]),
  ) as Record<PolicyKind, ReturnType<typeof standingOf<(typeof heads)[number]>>>
  const isOut = (at: (typeof parts)[number]['at']) =>
    at !== null && (at === 'owner' ? owner !== null : at === 'privacy' || at === 'ranking' || standing[at].current !== null)
  return {
    owner,
    instrument,
    parts: parts.map((part) => ({ ...part, isOut: isOut(part.at) })),
    policies: policyKinds.map((kind) => ({
      kind,
      version: standing[kind].current?.version ?? null,
      comingFrom: standing[kind].coming[0]?.effectiveFrom ?? null,
    })),
  }
}

/** A few rows, which every order asks for. Kept until one of them changes. */
const keptHeads = keptOf('disclosure', selectHeads)
const headsOf = (db: ReadDb) => keptHeads(db) ?? selectHeads(db)

/** What holds on a day, for an order to keep. */
export async function policiesInForce(db: ReadDb, day: PlainDate): Promise<PolicyInForce[]> {
  const heads = await headsOf(db)
  return policyKinds.flatMap((of) => {
    const { current } = standingOf(
      heads.filter(({ kind }) => kind === of),
      day,
    )
    return current ? [{ kind: of, version: current.version, textHash: current.textHash }] : []
  })
}

/** The form of the office for one policy. */
export async function policyForm(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, kind: PolicyKind) {
  requireRole(ctx.actor, 'administrator')
  const today = dateInVietnam(ctx.now)
  const versions = await selectVersions(ctx.db, kind)
  const { value: noticeDays } = await ruleOn(ctx.db, 'disclosure.fee-notice-days', today)
  return {
    kind,
    today,
    noticeDays: kind === 'fees' && versions.length > 0 ? noticeDays : null,
    after: versions[0]?.version ?? 0,
    /** What the field begins with: the latest version, or a draft of ours. */
    text: versions[0]?.text ?? readFacts(draftsFile).drafts[kind],
    isDraft: versions.length === 0,
    versions: versions.map(({ version, effectiveFrom, publishedAt, textHash }) => ({ version, effectiveFrom, publishedAt, textHash })),
  }
}
