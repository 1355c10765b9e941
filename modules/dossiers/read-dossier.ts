import type { Ctx } from '../context.ts'
import { criteriaSet } from '../law/index.ts'
import { findDossier } from './find-dossier.ts'
import { changesOf } from './filing/changes-of.ts'
import { selectCarriedFrom } from './drafting/carried.store.ts'
import { contentOf, selectFilings } from './filing/filing.store.ts'
import type { Reader } from './policy.ts'
import { selectTurns } from './proxy/proxy.store.ts'
import type { ProxyTurn } from './proxy/proxy.store.ts'
import { isEditable } from './rules.ts'
import type { ChoiceView, DossierView, Filing, FilingChanges } from './rules.ts'

/** A dossier as it is read from its beginning to its end by whoever judges it. */
export type DossierReading = Omit<DossierView, 'choices' | 'may'> & {
  parts: { code: string; name: string; sections: { code: string; name: string; choices: ChoiceView[] }[] }[]
  selfScoreTotal: number
  samplesRequired: number
  /** Who wrote it for the producer, and why: the last first. */
  turns: ProxyTurn[]
  /** The first to the last, without what was in them. */
  filings: Omit<Filing, 'content'>[]
  /**
   * What the last filing changed of the one before, and while its producer holds the pen again what it has changed since the last; null where there
   * was none, or it is not known.
   */
  changes: FilingChanges | null
  /** The day of the last dossier of the product, where the first filing is held against that one. */
  comparedWith: Date | null
  /** The producer writes in it again: what stands here is not yet handed in. */
  isBeingChanged: boolean
}

/** The whole dossier, for whoever may read it; someone else's is not found. */
export async function readDossier(ctx: Pick<Ctx, 'db'> & Reader, idOrCode: string): Promise<DossierReading> {
  const { choices, may: _, ...dossier } = await findDossier(ctx, idOrCode)
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  const filings = await selectFilings(ctx.db, dossier.id)
  const isBeingChanged = filings.length > 0 && isEditable(dossier.status)
  const last = isBeingChanged ? contentOf({ ...dossier, choices }) : filings.at(-1)?.content
  const from = await selectCarriedFrom(ctx.db, dossier.id)
  // What was filed first is held against the last filing of the dossier that it goes on from.
  const earlier = from ? (await selectFilings(ctx.db, from.id)).at(-1)?.content : undefined
  const before = filings.at(isBeingChanged ? -1 : -2)?.content ?? (filings.length > 0 ? earlier : undefined)
  const byCriterion = new Map(choices.map((choice) => [choice.criterion, choice]))
  return {
    ...dossier,
    // The commune's working copy is its own until it is a paper that its reader may have.
    review: dossier.papers.includes('mau-03') ? dossier.review : null,
    parts: set.parts.map((part) => ({
      code: part.code,
      name: part.name,
      sections: part.sections.map((section) => ({
        code: section.code,
        name: section.name,
        choices: section.criteria.flatMap(({ code }) => byCriterion.get(code) ?? []),
      })),
    })),
    turns: (await selectTurns(ctx.db, dossier.id)).filter(({ beganAt }) => beganAt !== null),
    selfScoreTotal: choices.reduce((sum, { points }) => sum + points, 0),
    samplesRequired: set.samplesRequired,
    filings: filings.map(({ content: __, ...filing }) => filing),
    changes: before && last ? changesOf(before, last) : null,
    comparedWith: filings.length === 1 && !isBeingChanged && earlier ? from!.at : null,
    isBeingChanged,
  }
}
