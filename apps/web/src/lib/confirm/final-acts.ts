import { acceptClassInput, certifyInput, findAcceptance } from '@dacsan/modules/support'
import { dong, formatDong } from '@dacsan/vietnam'
import { answerAppealInput, findAppeal, findAppraisal, findRound, sessionOverview } from '@dacsan/modules/appraisal'
import { certificateNumber } from '@dacsan/modules/catalogue/rules'
import {
  certificateFile,
  confirmImportInput,
  correctCertificateInput,
  decisionFile,
  findImport,
  listAwaitingMinistry,
  recordDecisionInput,
  recordMinistryResultInput,
  listWithdrawals,
  withdrawCertificatesInput,
} from '@dacsan/modules/certificates'
import { recognisedBy } from '@dacsan/modules/certificates/rules'
import { grantWords } from '@dacsan/modules/certificates/words'
import type { Ctx } from '@dacsan/modules/context'
import { findReview } from '@dacsan/modules/dossiers'
import { sayGround } from '@dacsan/modules/dossiers/words'
import { finishInput, findInspection, findPlan, approvePlanInput } from '@dacsan/modules/inspection'
import { findAccount, findApiKey, listOwnPeople, revokeApiKeyInput } from '@dacsan/modules/identity'
import { revokeFollows, roleNames } from '@dacsan/modules/identity/words'
import { topicOnFile } from '@dacsan/modules/law'
import { previewErasure } from '@dacsan/modules/personal-data'
import { findYearPlan, issuePlanInput } from '@dacsan/modules/programme'
import { answerInput, findRequest } from '@dacsan/modules/privacy'
import { isNothing } from '@dacsan/modules/programme/rules'
import { sayWho } from '@dacsan/modules/privacy/words'
import {
  allotInput,
  answerMisuseInput,
  answerRequestInput as answerNewsInput,
  endUseInput,
  findMark,
  findMisuse,
  findNews,
  findRequest as findNewsRequest,
  handInInput,
  previewAllotment,
  previewResult,
  publishContestInput,
  sheetFollows,
  withdrawNewsInput,
} from '@dacsan/modules/promotion'
import { closeRecallInput, findRecall, reachOfChosen, startRecallInput } from '@dacsan/modules/recall'
import { carryOutInput, suspensionsOfSeller } from '@dacsan/modules/shop'
import { suspensionFollows } from '@dacsan/modules/shop/words'
import { answerDoubtInput, findDoubt } from '@dacsan/modules/traceability'
import { idInput, readId } from '@dacsan/platform/ids'
import { confirmWords as words } from './words.ts'

export type Asked = {
  ctx: Ctx
  params: Readonly<Record<string, string | undefined>>
  /** What the form says; a name that stands there several times has all its values. */
  fields: Readonly<Record<string, string>>
  all: (name: string) => string[]
}

/** What will follow, a sentence each, and of which act where the form alone does not say it; null where the act would be refused, or the form has to be corrected first: the act itself says so. */
export type Consequences = readonly string[] | { act: string; follows: readonly string[] } | null

/**
 * What follows from the acts that cannot be taken back (`final` in the tables of acts), by the name of their event. They are read like everything
 * that the page shows: with the rights of whoever asks.
 */
export const consequencesOf = {
  'dossier.declined': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const { dossier } = await findReview(ctx, params['id'] ?? '')
    if (dossier.may.decline !== true || !fields['reason']?.trim()) return null
    return [words.dossierEnds(dossier.product.name, dossier.producer.name), words.saysWhy(fields['reason'].trim())]
  },
  'dossier.refused': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const { dossier, may, refusalGrounds } = await findAppraisal(ctx, params['dossier'] ?? '')
    const ground = fields['ground'] ?? ''
    if (may.refuse !== true || !refusalGrounds.value.includes(ground) || !fields['reason']?.trim()) return null
    return [
      words.dossierEnds(dossier.product.name, dossier.producer.name),
      words.onGround(sayGround(ground)),
      words.saysWhy(fields['reason'].trim()),
    ]
  },
  'appeal.granted': appealAnswer,
  'appeal.rejected': appealAnswer,
  'council-session.cancelled': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const { dossiers, session, inWriting, may } = await sessionOverview(ctx, readId('ses', params['session'] ?? ''))
    if (may.cancel !== true || !fields['reason']?.trim()) return null
    return [
      (inWriting ? words.opinionsCancelled : words.sessionCancelled)(session.heldOn, dossiers.length),
      words.sessionWaits(dossiers.map(({ productName }) => productName)),
      words.saysWhy(fields['reason'].trim()),
    ]
  },
  'council-session.closed': async ({ ctx, params }: Asked): Promise<Consequences> => {
    const { dossiers, attendance, inWriting, obstacle, may } = await sessionOverview(ctx, readId('ses', params['session'] ?? ''))
    if (obstacle !== null || may.close !== true) return null
    if (inWriting)
      return [words.opinionsClose(dossiers.length, attendance.present), words.opinionsConclude, words.opinionsMeet, words.opinionsSheets]
    return [
      words.sessionCloses(dossiers.length, attendance.present),
      words.sessionProducts(dossiers.map(({ productName }) => productName)),
      words.sessionSheets,
    ]
  },
  'evaluation-round.closed': async ({ ctx, params }: Asked): Promise<Consequences> => {
    const { round, dossiers } = await findRound(ctx, readId('rnd', params['round'] ?? ''))
    return round.may.close === true ? [words.roundCloses(round.name, dossiers.length)] : null
  },
  'decision.recorded': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const typed = recordDecisionInput.omit({ decisionId: true }).safeParse(fields)
    if (!typed.success) return null
    const { items, may } = await decisionFile(ctx, readId('dec', params['decision'] ?? ''))
    if (may.record !== true) return null
    const named = (outcome: string) => items.filter((item) => item.outcome === outcome)
    const names = (some: typeof items) => some.map(({ productName }) => productName)
    const byStars = [...Map.groupBy(recognisedBy(items), ({ stars }) => String(stars))].toSorted(
      ([one], [other]) => Number(other) - Number(one),
    )
    const [potential, refused] = [named('potential-five'), named('not-recognised')]
    return [
      words.decisionNumber(typed.data.number, typed.data.signedOn),
      ...byStars.map(([stars, some]) => words.recognised(stars, names(some))),
      ...(potential.length > 0 ? [words.potentialFive(names(potential))] : []),
      ...(refused.length > 0 ? [words.notRecognised(names(refused))] : []),
      words.producersTold([...new Set(items.map(({ producerName }) => producerName))]),
      words.registerChanges,
    ]
  },
  'decision.ministry-result-recorded': async ({ ctx, fields, all }: Asked): Promise<Consequences> => {
    const typed = recordMinistryResultInput.safeParse({ ...fields, dossierIds: all('dossierIds') })
    if (!typed.success) return null
    const { waiting } = await listAwaitingMinistry(ctx)
    const chosen = waiting.filter(({ dossierId }) => typed.data.dossierIds.includes(dossierId))
    return [
      words.ministryAnswers(
        grantWords[typed.data.grant],
        chosen.map(({ productName }) => productName),
      ),
      words.decisionNumber(typed.data.number, typed.data.signedOn),
      words.producersTold([...new Set(chosen.map(({ producerName }) => producerName))]),
      words.registerChanges,
    ]
  },
  'certificate.withdrawn': async ({ ctx, fields, all }: Asked): Promise<Consequences> => {
    const typed = withdrawCertificatesInput.safeParse({ ...fields, proposalIds: all('proposalIds') })
    if (!typed.success) return null
    const { open, may } = await listWithdrawals(ctx)
    const chosen = open.filter(({ id }) => typed.data.proposalIds.includes(id))
    if (may.withdraw !== true || chosen.length === 0) return null
    return [
      ...chosen.map((one) => words.certificateWithdrawn(certificateNumber(one.certificateCode), one.productName, one.producerName)),
      words.decisionNumber(typed.data.number, typed.data.signedOn),
      words.certificateScan,
      words.producersTold([...new Set(chosen.map(({ producerName }) => producerName))]),
    ]
  },
  'certificate.corrected': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const typed = correctCertificateInput.omit({ code: true }).safeParse(fields)
    if (!typed.success) return null
    const { certificate, isOurPaper } = await certificateFile(ctx, params['code'] ?? '')
    if (!isOurPaper) return null
    return [
      words.certificateCorrected(certificate.number, `${typed.data.productName}, ${typed.data.producerName}`),
      words.certificateFollowed(`${certificate.productName}, ${certificate.producerName}`),
      words.saysWhy(typed.data.reason),
    ]
  },
  'register.import-confirmed': async ({ ctx, params, all }: Asked): Promise<Consequences> => {
    const typed = confirmImportInput.safeParse({ importId: params['id'], doubt: all('doubt') })
    if (!typed.success) return null
    const { counts, may } = await findImport(ctx, readId('imp', params['id'] ?? ''))
    if (may.confirm !== true) return null
    const ticked = new Set(all('doubt')).size
    return [
      words.importRows(counts.new, counts.changed, counts.known),
      ...(counts.doubtful > 0 ? [words.importDoubts(ticked, Math.max(0, counts.doubtful - ticked))] : []),
      words.registerChanges,
    ]
  },
  'recall.started': async ({ ctx, fields, all }: Asked): Promise<Consequences> => {
    const typed = startRecallInput.safeParse({ ...fields, lotId: all('lotId') })
    if (!typed.success) return null
    const { lots, orders, buyers } = await reachOfChosen(ctx, typed.data.lotId)
    if (lots.length === 0 || lots.some(({ isRecalled }) => isRecalled)) return null
    return [
      ...lots.map(({ number, productName, made, unit }) => words.lotRecalled(number, productName, made, unit)),
      words.lotLabels,
      words.lotOrders(orders, buyers),
      words.recallAuthority,
      words.saysWhy(typed.data.reason),
    ]
  },
  'recall.closed': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = closeRecallInput.safeParse(fields)
    if (!typed.success) return null
    const { recall, balances, isAccountedFor, may } = await findRecall(ctx, typed.data.recallId)
    if (may.close !== true || (!isAccountedFor && typed.data.remainderReason === null)) return null
    return [
      words.recallClosed(recall.code),
      ...balances.map(({ unit, made, notReturned, used, destroyed, handled }) =>
        words.recallGoods({ unit, made, notReturned, gone: used + destroyed + handled }),
      ),
      ...(isAccountedFor ? [] : balances.map(words.recallRest)),
    ]
  },
  'fair.allotted': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = allotInput.safeParse(fields)
    if (!typed.success) return null
    const { fair, lines, mark } = await previewAllotment(ctx, typed.data.fairId)
    if (lines.length === 0 || mark !== typed.data.mark) return null
    const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length
    return [
      words.fairAllotted(fair.name, count('allotted'), fair.stands),
      words.fairOthers(count('waiting'), count('refused')),
      words.fairPublished,
      words.fairTerms,
    ]
  },
  'training-class.certified': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = certifyInput.safeParse(fields)
    if (!typed.success) return null
    const { held, learners } = await findAcceptance(ctx, typed.data.classId)
    const due = learners.filter((one) => one.earns && one.certificate === null)
    if (due.length === 0) return null
    return [words.classCertified(held.name, due.length, typed.data.decisionNumber), words.classCertificatesStay]
  },
  'training-class.accepted': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = acceptClassInput.safeParse(fields)
    if (!typed.success) return null
    const { held, lacks, costs } = await findAcceptance(ctx, typed.data.classId)
    if (lacks.length > 0) return null
    const sum = formatDong(dong(costs.reduce((total, { amountVnd }) => total + amountVnd, 0)))
    return [words.classAccepted(held.name, typed.data.acceptedNumber, sum), words.classFileCloses]
  },
  'contest.published': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = publishContestInput.safeParse(fields)
    if (!typed.success) return null
    const { contest, result } = await previewResult(ctx, typed.data.contestId)
    if (!result || result.ties.length > 0 || result.unscored.length > 0 || result.mark !== typed.data.mark) return null
    const prizes = result.lines.filter(({ prize }) => prize !== null).length
    return [words.contestPublished(contest.name, prizes, result.lines.length), words.contestShown, words.contestTold]
  },
  'contest-sheet.handed-in': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = handInInput.safeParse(fields)
    if (!typed.success) return null
    const { isOpen, name, marked, conflicts } = await sheetFollows(ctx, typed.data.jurorId)
    return isOpen ? [words.sheetHandedIn(name, marked, conflicts), words.sheetFinal] : null
  },
  'news.withdrawn': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = withdrawNewsInput.safeParse(fields)
    if (!typed.success) return null
    const { texts, may } = await findNews(ctx, typed.data.newsId)
    if (may.withdraw !== true) return null
    return [words.newsWithdrawn(texts[0]?.title ?? ''), words.newsSays(typed.data.reason)]
  },
  'news-request.answered': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = answerNewsInput.safeParse(fields)
    if (!typed.success) return null
    const { request, may } = await findNewsRequest(ctx, typed.data.requestId)
    if (may.answer !== true) return null
    return [words.newsAnswered(request.caseCode, typed.data.isGranted), words.doubtSays(typed.data.answer)]
  },
  'mark.use-ended': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = endUseInput.safeParse(fields)
    if (!typed.success) return null
    const { mark, uses, mayKeep } = await findMark(ctx, typed.data.markId)
    const use = uses.find(({ id }) => id === typed.data.useId)
    if (!mayKeep || !use?.verdict.may) return null
    return [words.markUseEnded(use.productName, mark.name), words.markUseSays(typed.data.reason)]
  },
  'mark-misuse.answered': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = answerMisuseInput.safeParse(fields)
    if (!typed.success) return null
    const { misuse, may } = await findMisuse(ctx, typed.data.misuseId)
    if (may.answer !== true) return null
    return [words.misuseAnswered(misuse.caseCode), words.doubtSays(typed.data.answer), words.misuseForgets]
  },
  'doubt.answered': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const typed = answerDoubtInput.omit({ doubtId: true }).safeParse(fields)
    if (!typed.success) return null
    const doubt = await findDoubt(ctx, readId('dbt', params['id'] ?? ''))
    if (doubt.may.answer !== true) return null
    return [words.doubtAnswered(doubt.caseCode, doubt.product?.name ?? doubt.code), words.doubtSays(typed.data.answer)]
  },
  'year-plan.issued': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = issuePlanInput.safeParse(fields)
    if (!typed.success) return null
    const { may, lines, wanted, newWanted } = await findYearPlan(ctx, typed.data.year)
    const communes = lines.filter((line) => !isNothing(line.wanted))
    if (may.issue !== true || communes.length === 0) return null
    return [
      words.yearPlanIssued(typed.data.year, typed.data.number, typed.data.issuedOn),
      words.yearPlanWants(newWanted, wanted.renewals),
      words.yearPlanShown(communes.map(({ commune }) => commune)),
      words.yearPlanClosed,
    ]
  },
  'inspection-plan.approved': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = approvePlanInput.safeParse(fields)
    if (!typed.success) return null
    const { chosen, may } = await findPlan(ctx, typed.data.year)
    if (may.approve !== true || chosen.length === 0) return null
    return [
      words.planApproved(typed.data.number, typed.data.approvedOn),
      words.planVisits(chosen.map(({ productName }) => productName)),
      words.planClosed,
    ]
  },
  'inspection.finished': async ({ ctx, fields }: Asked): Promise<Consequences> => {
    const typed = finishInput.safeParse(fields)
    if (!typed.success) return null
    const { inspection, findings, may, fault } = await findInspection(ctx, typed.data.inspectionId)
    if (may.finish !== true || fault !== null) return null
    return [
      words.inspectionCloses(inspection.code, inspection.productName),
      words.inspectionTells(inspection.producerName, findings.length),
    ]
  },
  'law.superseded': ruleChange,
  'law.taken-back': ruleChange,
  'data-request.fulfilled': erasure,
  'data-request.fulfilled-in-part': erasure,
  'api-key.revoked': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const typed = revokeApiKeyInput.safeParse(fields)
    if (!typed.success) return null
    const { label, organisationName, shown, lastUsedOn, may } = await findApiKey(ctx, readId('key', params['id'] ?? ''))
    if (may.revoke !== true) return null
    return [revokeFollows.key(label, organisationName, shown), revokeFollows.machines(lastUsedOn), words.saysWhy(typed.data.reason)]
  },
  'seller-suspension.carried-out': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const typed = carryOutInput.safeParse(fields)
    if (!typed.success) return null
    const { history, orders } = await suspensionsOfSeller(ctx, readId('pro', params['id'] ?? ''))
    const ordered = history.find(({ id }) => id === typed.data.suspensionId)
    if (ordered?.may['carry-out'] !== true) return null
    return [
      suspensionFollows.hidden(ordered.producerName),
      suspensionFollows.unpaid(orders.unpaid),
      suspensionFollows.open(orders.open - orders.unpaid),
      suspensionFollows.told,
      words.saysWhy(ordered.reason),
    ]
  },
  'membership.ended': async ({ ctx, params, fields }: Asked): Promise<Consequences> => {
    const id = idInput('mem').safeParse(fields['membershipId'])
    if (!id.success) return null
    const found = params['id'] === undefined ? await ofOwnPeople(ctx, id.data) : await ofAccount(ctx, params['id'], id.data)
    if (!found) return null
    const { person, role, organisation, others } = found
    return [words.roleEnds(roleNames[role], person, organisation), others === 0 ? words.roleLast : words.roleOthers(others), words.roleNow]
  },
} as const

export type FinalAct = keyof typeof consequencesOf

/** Final acts whose form is a page of its own already, with what will follow: what comes over, what is withdrawn. */
export const ownSteps: Readonly<Record<string, string>> = {
  'organisation.merged': 'preview-merge of the page of an organisation lists what goes over',
  'dossier.withdrawn': 'the page `rut` of a dossier says what withdrawing means',
}

/** One form answers a complaint either way; which act it is, its answer says. */
async function appealAnswer({ ctx, params, fields }: Asked): Promise<Consequences> {
  const typed = answerAppealInput.omit({ appealId: true }).safeParse(fields)
  if (!typed.success) return null
  const appeal = await findAppeal(ctx, readId('apl', params['id'] ?? ''))
  if (appeal.may.grant !== true) return null
  const { grants, number, signedOn } = typed.data
  const told = [words.appealAnswered(number, signedOn), words.producersTold([appeal.producerName])]
  return grants
    ? { act: 'appeal.granted', follows: [...told, words.appealGranted[appeal.about]] }
    : { act: 'appeal.rejected', follows: told }
}

async function ruleChange({ ctx, params, fields }: Asked): Promise<Consequences> {
  const { waiting } = await topicOnFile(ctx, params['topic'] ?? '')
  if (!waiting || waiting.id !== fields['proposalId'] || (waiting.may.confirm !== true && waiting.may['confirm-taking-back'] !== true))
    return null
  const { before, after, title, effectiveFrom } = waiting
  return after === null || waiting.kind !== 'supersede'
    ? { act: 'law.taken-back', follows: [words.ruleTakenBack(title, before?.said ?? words.ruleNone), words.ruleEverywhere] }
    : [words.ruleReplaces(title, before?.said ?? words.ruleNone, after.said, effectiveFrom), words.ruleEverywhere]
}

async function erasure({ ctx, params, fields }: Asked): Promise<Consequences> {
  if (!answerInput.safeParse(fields).success) return null
  const request = await findRequest(ctx, readId('drq', params['id'] ?? ''))
  if (!request.isOpen) return null
  const kept = await previewErasure(ctx, request.id)
  return [
    words.erases(request.code, sayWho(request.personName)),
    ...(kept === null ? [] : [words.erasesAll, ...kept.map(({ says, rows }) => words.erasesStays(says, rows))]),
    words.erasesAnswer,
  ]
}

async function ofAccount(ctx: Ctx, userId: string, membershipId: string) {
  const account = await findAccount(ctx, readId('usr', userId))
  const ended = account.memberships.find(({ id, isHeld }) => id === membershipId && isHeld)
  const others = account.memberships.filter(({ id, isHeld }) => isHeld && id !== membershipId).length
  return ended && { person: account.name, role: ended.role, organisation: ended.organisationName, others }
}

async function ofOwnPeople(ctx: Ctx, membershipId: string) {
  for (const organisation of await listOwnPeople(ctx))
    for (const person of organisation.people) {
      const ended = person.roles.find(({ id, mayEnd }) => id === membershipId && mayEnd)
      const others = person.roles.filter(({ id, isHeld }) => isHeld && id !== membershipId).length
      if (ended) return { person: person.name, role: ended.role, organisation: organisation.name, others }
    }
  return undefined
}
