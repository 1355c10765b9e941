import type { ownPapers, ownSuspensions, papersOfSeller } from '@dacsan/modules/shop'
import {
  paperTags,
  sellerPapersPage as words,
  suspensionKindWords,
  suspensionPage,
  suspensionStepWords,
  suspensionTags,
} from '@dacsan/modules/shop/words'
import { formatDate, formatMoment } from '@dacsan/vietnam'

type Papers = Awaited<ReturnType<typeof ownPapers | typeof papersOfSeller>>
type Paper = Papers['before'][number]
type Suspensions = Awaited<ReturnType<typeof ownSuspensions>>

/** A paper with its days as they are read. */
const shownPaper = ({ id, number, issuedBy, issuedOn, validUntil, status, returnReason, may }: Paper) => ({
  id,
  number,
  issuedBy,
  issuedOn: formatDate(issuedOn),
  validUntil: validUntil === null ? words.noEndShort : formatDate(validUntil),
  tag: paperTags[status],
  returnReason,
  mayVerify: may.verify === true,
  mayReturn: may.return === true,
})
export type ShownPaper = ReturnType<typeof shownPaper>

/** The papers of a seller, for itself and for the office. */
export const shownPapers = ({ asked, before, law, today, isComplete }: Papers) => ({
  today,
  isComplete,
  law: law && { ...law, from: formatDate(law.from) },
  asked: asked.map(({ of, title, shows, setCode, current, waiting, ended, returned }) => ({
    of,
    title,
    shows,
    setCode,
    current: current && shownPaper(current),
    waiting: waiting && shownPaper(waiting),
    endedOn: ended?.validUntil ? formatDate(ended.validUntil) : null,
    returnReason: current || waiting ? null : (returned?.returnReason ?? null),
  })),
  before: before.map((paper) => ({ ...shownPaper(paper), title: asked.find(({ kind }) => kind === paper.kind)?.title ?? paper.kind })),
})

/** The suspensions of a seller, the latest first. */
export const shownSuspensions = (history: Suspensions) =>
  history.map((one) => ({
    id: one.id,
    kind: suspensionKindWords[one.kind],
    tag: suspensionTags[one.status],
    reason: one.reason,
    from: one.startsAt && formatMoment(one.startsAt),
    until: one.endsAt && formatMoment(one.endsAt),
    authority: one.authority,
    documentNumber: one.documentNumber,
    receivedAt: one.receivedAt && formatMoment(one.receivedAt),
    carryOutBy: one.carryOutBy && formatMoment(one.carryOutBy),
    isOverdue: one.isOverdue,
    wasLate: one.wasLate,
    hasFile: one.hasFile,
    by: `${one.byName}, ${formatMoment(one.at)}`,
    steps: one.steps.map(({ step, at, byName, words: said, documentNumber }) => ({
      head: suspensionPage.said(suspensionStepWords[step], formatMoment(at), byName),
      said: [said, documentNumber && suspensionPage.liftedBy(documentNumber)].filter(Boolean).join('. '),
    })),
    may: {
      carryOut: one.may['carry-out'] === true,
      answer: one.may.answer === true,
      withdraw: one.may.withdraw === true,
      lift: one.may.lift === true,
    },
  }))
export type ShownSuspension = ReturnType<typeof shownSuspensions>[number]
