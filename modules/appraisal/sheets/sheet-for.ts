import { NotFound, done, mayOf, refuse } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { scoredCriteria } from '@dacsan/scorecard'
import type { Band, CriteriaSet } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { earlierCycle, findDossier, openEvidence } from '../../dossiers/index.ts'
import type { DossierView, EvidenceFile } from '../../dossiers/index.ts'
import { grantsOf, system } from '../../identity/index.ts'
import { criteriaSet, criteriaSource } from '../../law/index.ts'
import type { LegalSource } from '../../law/index.ts'
import type { SessionId } from '../rules/ids.ts'
import { openSessionAs, sessionDossier } from '../sessions/open-session-as.ts'
import { bandsFor } from '../sessions/bands.ts'
import { selectNamedSpreads } from '../sessions/deviation.store.ts'
import { conflictOf } from '../councils/conflict.store.ts'
import { selectReport } from '../intake/intake.store.ts'
import type { AdvisoryReport } from '../intake/intake.store.ts'
import { tiesOfSession } from '../policy.ts'
import { blankSheet, figuresBeside, refuseWriting, sheetActs } from '../rules.ts'
import type {
  ConflictOfInterest,
  CriterionFigures,
  FiledFigures,
  NamedSpread,
  Sheet,
  SheetLine,
  SheetRefusal,
  WeakPoint,
} from '../rules.ts'
import { preScoreFor, preparedFor } from '../preparation/ground-of-report.ts'
import type { Prepared } from '../preparation/ground-of-report.ts'
import { selectSessionDossiers } from '../sessions/session.store.ts'
import type { Session, SessionDossier } from '../sessions/session.store.ts'
import { criterionFigures } from './criterion-figures.ts'
import { selectLastRevision, selectOwnSheet } from './sheet.store.ts'
import type { StoredSheet } from './sheet.store.ts'
import type { DossierId, EvidenceId } from '../../dossiers/rules.ts'

export type SheetView = {
  session: Pick<Session, 'id' | 'manner' | 'status' | 'roundName' | 'heldOn'>
  /** The council is asked in writing: the sheet says whether it can conclude so. */
  asksOpinion: boolean
  about: SessionDossier
  set: CriteriaSet
  /** The decision that the set stands on, and how sure we are of its text. */
  source: LegalSource
  /** When the whole dossier is eliminated, in the words of the decision. */
  eliminateWhen: readonly string[]
  bands: readonly Band[]
  sheet: Sheet & Pick<StoredSheet, 'generalComment' | 'opinion' | 'opinionReason'> & { savedAt: Date | null; submittedAt: Date | null }
  /** Why a submitted sheet is open again, and what it said. */
  reopened: { because: string; before: SheetLine[] } | null
  /** The criteria to talk about, since the dossier was discussed. */
  spread: NamedSpread[]
  /** What the producer and the commune handed in: shown beside, never filled in. */
  dossier: Pick<DossierView, 'choices' | 'evidence' | 'answers' | 'review'>
  /** The figures that a criterion asks for, beside it. */
  figures: Partial<Record<string, CriterionFigures>>
  report: AdvisoryReport | null
  /** Minimums that the advisory group saw missed, known with its report; its marks stay closed until the session is. */
  weak: WeakPoint[]
  preScore: { lines: SheetLine[]; total: string; stars: number } | null
  prepared: Prepared
  previous: string | null
  next: string | null
  may: May<typeof sheetActs>
  /** Nothing on the sheet can be changed any more, unless the secretary opens it again. */
  isLocked: boolean
  /** The member handed it in. */
  isSubmitted: boolean
  /** Whether the member can write on it now, and why not. */
  mayWrite: true | SheetRefusal
  /** Scoring has not begun: the member reads, and writes later. */
  isEarly: boolean
}

// A scorer reads a dossier only before the council: the seat and the conflicts are judged here, then the council reads.
const council = system('council-session')

export type SheetDenied = { code: 'conflict' } & ConflictOfInterest

/** The actor's own sheet of one dossier, with all that they need to judge it. */
export async function sheetFor(ctx: Ctx, key: { sessionId: SessionId; dossierId: DossierId }): Promise<Outcome<SheetView, SheetDenied>> {
  const { session, memberId, role } = await openSessionAs(ctx, key.sessionId, 'member', 'chair')
  const about = await sessionDossier(ctx.db, session.id, key.dossierId)
  const sheetKey = { ...key, memberId }
  const conflict = await conflictOf(ctx.db, sheetKey, dateInVietnam(ctx.now))
  if (conflict) return refuse('conflict', conflict)
  const stored = await selectOwnSheet(ctx.db, sheetKey)
  const revision = stored?.status === 'reopened' ? await selectLastRevision(ctx.db, stored) : undefined
  const { choices, evidence, answers, review, submittedAt } = await findDossier({ ...ctx, actor: council }, key.dossierId)
  const earlier = await earlierCycle({ ...ctx, actor: council }, key.dossierId)
  const order = (await selectSessionDossiers(ctx.db, session.id)).map((row) => row.dossierId)
  const at = order.indexOf(key.dossierId)
  const report = await selectReport(ctx.db, key.dossierId)
  const preScore = report?.submittedAt ? await preScoreFor(ctx.db, { ...about, id: about.dossierId }) : null
  const set = criteriaSet(about.criteriaDecision, about.setCode)
  const sheet = stored ?? blankSheet
  const { version } = sheet
  const closed = refuseWriting(sheetActs.save, sheet, { session: session.status, version, conflict, finding: about.finding })
  const isEarly = closed?.refusal.code === 'session-not-scoring'
  return done({
    asksOpinion: session.manner === 'written',
    session: { id: session.id, manner: session.manner, status: session.status, roundName: session.roundName, heldOn: session.heldOn },
    about,
    set,
    source: criteriaSource(about.criteriaDecision),
    eliminateWhen: set.eliminateDossierWhen,
    bands: await bandsFor(ctx.db, about),
    sheet: {
      ...(stored ? { status: stored.status, version: stored.version, lines: stored.lines } : blankSheet),
      generalComment: stored?.generalComment ?? '',
      opinion: stored?.opinion ?? null,
      opinionReason: stored?.opinionReason ?? '',
      savedAt: stored?.savedAt ?? null,
      submittedAt: stored?.submittedAt ?? null,
    },
    spread: (await selectNamedSpreads(ctx.db, session.id)).get(key.dossierId) ?? [],
    reopened: revision ? { because: revision.reopenedBecause, before: revision.lines } : null,
    dossier: { choices, evidence, answers, review },
    figures: figuresOf(
      set,
      { year: yearOf(submittedAt ?? ctx.now), answers: answers.business },
      earlier && { year: yearOf(earlier.filedAt), answers: earlier.answers.business ?? {} },
    ),
    // The council sees no report before it is handed in: so its writer is told.
    report: report?.submittedAt ? report : null,
    weak: preScore?.score.weak ?? [],
    // A mark that somebody else gave would be an anchor: members read it when their own can no longer change.
    preScore:
      preScore && session.status === 'closed' ? { lines: preScore.lines, total: preScore.score.total, stars: preScore.score.stars } : null,
    prepared: await preparedFor(ctx.db, key.dossierId),
    previous: order[at - 1] ?? null,
    next: order[at + 1] ?? null,
    may: mayOf(sheetActs, sheet.status, grantsOf(ctx.actor, tiesOfSession(role))),
    isLocked: closed !== null && !isEarly,
    mayWrite: closed?.refusal ?? true,
    isSubmitted: sheet.status === 'submitted',
    isEarly,
  })
}

const yearOf = (moment: Date): number => Number(dateInVietnam(moment).slice(0, 4))

const figuresOf = (set: CriteriaSet, now: FiledFigures, earlier: FiledFigures | null): SheetView['figures'] =>
  Object.fromEntries(
    scoredCriteria(set).flatMap(({ code, name }) => {
      const figures = figuresBeside(name, criterionFigures, now, earlier)
      return figures ? [[code, figures]] : []
    }),
  )

/** The file of a paper in a dossier that the actor may score. */
export async function openSheetEvidence(
  ctx: Ctx,
  key: { sessionId: SessionId; dossierId: DossierId; evidenceId: EvidenceId },
): Promise<Outcome<EvidenceFile, SheetDenied>> {
  const view = await sheetFor(ctx, key)
  if (!view.ok) return view
  if (!view.value.dossier.evidence.some((paper) => paper.id === key.evidenceId)) throw new NotFound('no such paper')
  return done(await openEvidence({ ...ctx, actor: council }, key.evidenceId))
}
