import { dateInVietnam } from '@dacsan/vietnam'
import { criteriaSet, papersOf } from '../law/index.ts'
import type { Paper, Papers } from '../papers/index.ts'
import { starLawOn } from './drafting/star-law.ts'
import { communeReport, proposalLetter } from './papers/commune-report.ts'
import { registrationForm } from './papers/registration-form.ts'
import { selfAssessment } from './papers/self-assessment.ts'
import { isEditable, selfScore } from './rules.ts'
import type { DossierPaperKind, DossierContent } from './rules.ts'
import { paperWords } from './words.ts'

type DossierPaper = Paper<DossierContent>

const setOf = ({ criteriaDecision, setCode }: DossierContent) => criteriaSet(criteriaDecision, setCode)

/** The commune has proposed, and the dossier has not gone back to it. */
const isReported = ({ status, history }: DossierContent) => status !== 'submitted' && history.some((line) => line.move === 'propose')

/** What papers of a dossier have in common; they are in the table under the name of their address. */
const ofDossier = (kind: DossierPaperKind) =>
  ({
    address: kind,
    formats: ['pdf', 'docx'],
    title: () => paperWords[kind],
    says: () => '',
    about: ({ id }) => ({ type: 'dossier', id }),
    fileName: ({ code }) => `${kind}-${code}`,
  }) as const satisfies Partial<DossierPaper>

/** The producer's own: kept from the filing on, and not while the producer holds the pen again (decision 016). */
const ofProducer = { kept: ({ status, submittedAt }) => submittedAt !== null && !isEditable(status) } satisfies Partial<DossierPaper>

/** The commune writes it while the dossier lies with it. */
const isWritten = ({ status, history }: DossierContent) => status === 'submitted' || history.some((line) => line.move === 'propose')

/** The commune's working copy is its own until it has proposed; from then on it is a paper that left the commune. */
const ofCommune = {
  applies: isWritten,
  by: (dossier) => (isReported(dossier) ? { anyone: 'any' } : { 'commune-officer': 'own-commune' }),
  kept: isReported,
} satisfies Partial<DossierPaper>

/** The papers of a dossier, drawn from what is in it; whoever may read the dossier may have them, unless the row says less. */
export const dossierPapers = {
  'mau-01': { ...ofDossier('mau-01'), ...ofProducer, draw: (_, dossier) => registrationForm(dossier, setOf(dossier)) },
  'mau-02': {
    ...ofDossier('mau-02'),
    ...ofProducer,
    draw: async ({ db, now }, dossier) => {
      const { bands, recognisedFrom } = await starLawOn(db, dateInVietnam(dossier.declaredAt ?? now))
      const set = setOf(dossier)
      const { rows } = papersOf(dossier.criteriaDecision, dossier.setCode)
      return selfAssessment(dossier, { set, rows, score: selfScore(set, bands, recognisedFrom, dossier.choices) })
    },
  },
  'mau-03': { ...ofDossier('mau-03'), ...ofCommune, draw: (_, dossier) => communeReport(dossier) },
  'cong-van': { ...ofDossier('cong-van'), ...ofCommune, draw: (_, dossier) => proposalLetter(dossier) },
} as const satisfies Papers<DossierContent> & Record<DossierPaperKind, DossierPaper>

export { requestPapers } from './papers/supplement-request.ts'
