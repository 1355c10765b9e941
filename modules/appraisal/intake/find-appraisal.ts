import { NotFound, mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { changesSinceLastCycle, findDossier, findRenewalTerm, findTransitionTerm, letterOf } from '../../dossiers/index.ts'
import type { DossierView, RenewalTerm, SentWith, TransitionTerm } from '../../dossiers/index.ts'
import { dossierActs, tiesOf } from '../../dossiers/rules.ts'
import { grantsOf, hasRole, requireRole } from '../../identity/index.ts'
import { criteriaSet, ruleOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { admitReader } from '../admission.ts'
import { selectPeople } from '../councils/council.store.ts'
import type { Candidate } from '../councils/council.store.ts'
import { mayReadAppraisal, tiesOfReport } from '../policy.ts'
import { viewRound } from '../rounds/find-round.ts'
import { selectRounds } from '../rounds/round.store.ts'
import type { Round } from '../rounds/round.store.ts'
import { advisoryActs, adviserRoles, countSamples, isLateFor, preparationActs, samplesComplete, visitReasons } from '../rules.ts'
import { preScoreFor, preparedFor } from '../preparation/ground-of-report.ts'
import type { Prepared } from '../preparation/ground-of-report.ts'
import { selectSamples } from '../preparation/sample.store.ts'
import type { PreScore, SheetLine, VisitReason } from '../rules.ts'
import { intakeChecklist } from './intake-checklist.ts'
import type { IntakeChecklist } from './intake-checklist.ts'
import { selectIntakeCheck, selectReport } from './intake.store.ts'
import type { AdvisoryReport, StoredCheck } from './intake.store.ts'

const { receive, 'return-by-province': returnToProducer, 'return-to-commune': returnToCommune, refuse } = dossierActs
/** What the province and its advisers do to a dossier before the council. */
const appraisalActs = {
  receive,
  'return-by-province': returnToProducer,
  'return-to-commune': returnToCommune,
  refuse,
  ...advisoryActs,
  ...preparationActs,
}

export type Appraisal = {
  dossier: DossierView
  round: Round | null
  checklist: IntakeChecklist
  check: StoredCheck | null
  /** `complete` is null where the book of samples has no line yet. */
  samples: { received: number; required: number; complete: boolean | null }
  report: AdvisoryReport | null
  /** What the advisory group gave each criterion; null before its first mark. */
  preScore: { lines: SheetLine[]; score: PreScore } | null
  prepared: Prepared
  /** The report may be given to somebody, or to somebody else. */
  isAssignable: boolean
  /** The actor is the one who writes the report, and can write now. */
  isWritable: boolean
  /** For the office: where the dossier may be received (`late`: proposed after the day of that round), and whom it may ask. */
  openRounds: (Round & { late: boolean })[]
  proposedOn: string | null
  /** How long a re-evaluation may still take. */
  renewalTerm: RenewalTerm | null
  transitionTerm: TransitionTerm | null
  /** The commune's letter that it came with; for the office, whose paper it is. */
  letter: SentWith | null
  /** Why the place of a re-evaluation may be worth another visit: what is another one than in the last cycle. */
  visitReasons: VisitReason[]
  deadlines: Rule<'round.deadlines'>
  refusalGrounds: Rule<'dossier.immediate-refusals'>
  advisers: Candidate[]
  may: May<typeof appraisalActs>
}

/** One dossier at the province; whoever has no business with it finds nothing. */
export async function findAppraisal(ctx: Ctx, idOrCode: string): Promise<Appraisal> {
  const person = requireRole(ctx.actor, ...adviserRoles)
  const dossier = await findDossier(await admitReader(ctx), idOrCode)
  const report = await selectReport(ctx.db, dossier.id)
  if (!mayReadAppraisal(person, report)) throw new NotFound('No such dossier', { idOrCode })
  const isOffice = hasRole(person, 'provincial-officer')
  const rounds = await selectRounds(ctx.db)
  const proposal = dossier.history.findLast(({ move }) => move === 'propose')
  const proposedOn = proposal ? dateInVietnam(proposal.at) : null
  const today = dateInVietnam(ctx.now)
  const may = mayOf(appraisalActs, dossier.status, grantsOf(person, { ...tiesOf(dossier), ...tiesOfReport(report) }))
  const isSubmitted = Boolean(report?.submittedAt)
  const { samplesRequired: required } = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  const movements = await selectSamples(ctx.db, dossier.id)
  return {
    dossier,
    round: rounds.find((round) => round.id === dossier.roundId) ?? null,
    checklist: intakeChecklist,
    check: (await selectIntakeCheck(ctx.db, dossier.id)) ?? null,
    samples: { received: countSamples(movements).received, required, complete: samplesComplete(required, movements) },
    report: report ?? null,
    preScore: await preScoreFor(ctx.db, dossier),
    prepared: await preparedFor(ctx.db, dossier.id),
    isAssignable: may['assign-adviser'] === true && !isSubmitted,
    isWritable: may['save-report'] === true && !isSubmitted,
    openRounds: isOffice
      ? rounds
          .filter((round) => viewRound(person, round).isOpen)
          .map((round) => ({ ...round, late: proposedOn !== null && isLateFor(round, proposedOn) }))
      : [],
    proposedOn,
    renewalTerm: await findRenewalTerm(ctx, dossier),
    transitionTerm: await findTransitionTerm(ctx, dossier),
    letter: isOffice ? await letterOf(ctx.db, dossier.id) : null,
    visitReasons: dossier.kind === 'renewal' ? visitReasons(await changesSinceLastCycle(ctx.db, dossier.id)) : [],
    deadlines: await ruleOn(ctx.db, 'round.deadlines', today),
    refusalGrounds: await ruleOn(ctx.db, 'dossier.immediate-refusals', today),
    advisers: isOffice ? await selectPeople(ctx.db, adviserRoles, today) : [],
    may,
  }
}
