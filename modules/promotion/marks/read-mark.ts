import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readTraceCode } from '@dacsan/gs1'
import type { Slip } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { drawPaper } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import {
  selectMark,
  selectMarkBySlug,
  selectMarkPapers,
  selectMarkSteps,
  selectMarks,
  selectMediaType,
  selectOwners,
} from './mark.store.ts'
import type { StoredMark, StoredStep } from './mark.store.ts'
import { mayKeepMarks, requireMarkDesk } from './policy.ts'
import type { MarkId, MarkUseId } from './rules/ids.ts'
import { protectionOn, stepsAfter } from './rules/steps.ts'
import type { Protection } from './rules/steps.ts'
import { verdictOn } from './rules/verdict.ts'
import { selectUse, selectUseByCode, selectUsesOfMark, selectUsesOfProduct } from './use.store.ts'
import type { StoredUse } from './use.store.ts'
import { markCardWords as words } from './words/card.ts'
import { markKindWords } from './words/names.ts'

type Reader = Pick<Ctx, 'db' | 'now'>

/** The whole register as everybody reads it, each mark with how it stands today. */
export async function listMarks({ db, now }: Reader) {
  const marks = await selectMarks(db)
  const steps = await selectMarkSteps(db, marks.map(({ id }) => id)) // prettier-ignore
  const today = dateInVietnam(now)
  return marks.map(({ id, slug, kind, name, ownerName, number, isSample }) => ({
    id,
    slug,
    kind,
    name,
    ownerName,
    number,
    isSample,
    protection: protectionOn(stepsOf(steps, id), today),
  }))
}
const stepsOf = (steps: readonly StoredStep[], id: MarkId) => steps.filter(({ markId }) => markId === id)

const judged = (use: StoredUse, protection: Protection, today: string) => ({
  code: use.code,
  productName: use.productName,
  productSlug: use.productSlug,
  producerName: use.producerName,
  from: use.from,
  until: use.until,
  admittedBy: use.admittedBy,
  verdict: verdictOn({ ...use, isStillTheirs: use.ownerNow === use.producerId }, protection, today),
})

async function readMark({ db, now }: Reader, mark: StoredMark) {
  const today = dateInVietnam(now)
  const [steps, papers, uses, terms] = await Promise.all([
    selectMarkSteps(db, [mark.id]),
    selectMarkPapers(db, mark.id),
    selectUsesOfMark(db, mark.id),
    ruleOn(db, 'mark.terms', today),
  ])
  const protection = protectionOn(steps, today)
  const { instrument, article } = terms
  const years = mark.kind === 'ocop' ? null : terms.value[mark.kind].years
  return {
    steps,
    papers,
    uses: uses.map((use) => ({ id: use.id, ...judged(use, protection, today) })),
    protection,
    term: { years, instrument, article },
  }
}

/** The page of a mark: whose it is, its steps, its regulation, and who may use it. */
export async function findPublicMark(ctx: Reader, slug: string) {
  const mark = await selectMarkBySlug(ctx.db, slug)
  if (!mark) throw new NotFound('No such mark', { slug })
  const { steps, papers, uses, protection, term } = await readMark(ctx, mark)
  const { id: _, ownerId: __, createdAt: ___, ...shown } = mark
  return {
    mark: { ...shown, isByCertificate: mark.kind === 'ocop' },
    steps: steps.map(({ seq, step, on, until, number }) => ({ seq, step, on, until, number })),
    papers: papers.map(({ kind, datedOn, number, fileHash }) => ({ kind, datedOn, number, hash: fileHash })),
    uses: uses.map(({ id: _id, ...use }) => use),
    protection,
    term,
  }
}

/** What a card says when it is scanned or its code is typed; null: no such use of this mark. */
export async function checkUse(ctx: Reader, slug: string, typed: string) {
  const mark = await selectMarkBySlug(ctx.db, slug)
  if (!mark) throw new NotFound('No such mark', { slug })
  const code = readTraceCode(typed)
  const use = code && (await selectUseByCode(ctx.db, code))
  const today = dateInVietnam(ctx.now)
  const about = { slug, name: mark.name, kind: mark.kind, ownerName: mark.ownerName, isSample: mark.isSample, today }
  if (!use || use.markId !== mark.id) return { mark: about, use: null }
  return { mark: about, use: judged(use, protectionOn(await selectMarkSteps(ctx.db, [mark.id]), today), today) }
}

/** The marks that a product may carry today. */
export async function marksOfProduct({ db, now }: Reader, productId: ProductId) {
  const uses = await selectUsesOfProduct(db, productId)
  const steps = await selectMarkSteps(db, [...new Set(uses.map(({ markId }) => markId))])
  const today = dateInVietnam(now)
  return uses.flatMap((use) => {
    const { code, verdict } = judged(use, protectionOn(stepsOf(steps, use.markId), today), today)
    return verdict.may
      ? [{ slug: use.markSlug, name: use.markName, kind: use.markKind, code, until: verdict.until, isSample: use.isSample }]
      : []
  })
}

/** A mark as the desk works on it. */
export async function findMark(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, id: MarkId) {
  requireMarkDesk(ctx.actor)
  const mark = await selectMark(ctx.db, id)
  if (!mark) throw new NotFound('No such mark')
  const read = await readMark(ctx, mark)
  const mayKeep = mayKeepMarks(ctx.actor)
  return {
    ...read,
    mark,
    mayKeep,
    mayAdmit: mayKeep && mark.kind !== 'ocop',
    next: mayKeep ? stepsAfter(mark.kind, read.steps.at(-1)?.step ?? null) : [],
  }
}

export const markFormChoices = async (ctx: Pick<Ctx, 'db' | 'actor'>) => {
  requireRole(ctx.actor, 'provincial-officer')
  return { owners: await selectOwners(ctx.db) }
}

/** A paper of a mark: public as the register of marks is. */
export async function openMarkPaper({ db, files }: Pick<Ctx, 'db' | 'files'>, slug: string, hash: string) {
  const mark = await selectMarkBySlug(db, slug)
  const paper = mark && (await selectMarkPapers(db, mark.id)).find(({ fileHash }) => fileHash === hash)
  const opened = paper ? await files.open(hash) : null
  if (!paper || !opened) throw new NotFound('No such paper')
  return { ...opened, mediaType: await selectMediaType(db, hash), name: paper.fileName }
}

/** The card of a use on paper: its code leads to the page that says until when the mark may be carried. */
export async function printUseCard(
  ctx: Pick<Ctx, 'db' | 'files' | 'actor'>,
  { markId, useId }: { markId: MarkId; useId: MarkUseId },
  addressOf: (slug: string, code: string) => string,
): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  requireMarkDesk(ctx.actor)
  const [mark, use] = [await selectMark(ctx.db, markId), await selectUse(ctx.db, useId)]
  if (!mark || use?.markId !== mark.id) throw new NotFound('No such use')
  const slip: Slip = {
    issuer: mark.ownerName,
    title: words.title,
    facts: [
      { term: markKindWords[mark.kind], value: mark.name },
      { term: words.product, value: use.productName },
      { term: words.producer, value: use.producerName },
      { term: words.from, value: formatDate(use.from) },
      { term: words.until, value: use.until ? formatDate(use.until) : words.withoutEnd },
      { term: words.paper, value: use.paperNumber },
    ],
    address: addressOf(mark.slug, use.code),
    addressTitle: words.scan,
    steps: [words.check, words.report],
    foot: mark.isSample ? words.sample : mark.number,
  }
  return drawPaper(ctx, { kind: 'slips-pdf', sheet: { slips: [slip], createdAt: mark.createdAt } })
}
