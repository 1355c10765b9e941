import { NotFound } from '@dacsan/decisions'
import { officialDocumentDocx, officialDocumentPdf } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { criteriaSet, papersOf } from '../law/index.ts'
import { findDossier } from './find-dossier.ts'
import { starLawOn } from './drafting/find-draft.ts'
import { communeReport, proposalLetter } from './papers/commune-report.ts'
import { registrationForm } from './papers/registration-form.ts'
import { selfAssessment } from './papers/self-assessment.ts'
import { mayReview } from './policy.ts'
import { selfScore } from './rules.ts'
import type { DossierPaperKind, DossierView } from './rules.ts'

export type PaperFile = { bytes: Uint8Array; mediaType: string; name: string }

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** One of the papers of a dossier, drawn from what is in it; the same dossier gives the same bytes. */
export async function dossierPaper(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  { dossierId, kind, format }: { dossierId: string; kind: DossierPaperKind; format: 'pdf' | 'docx' },
): Promise<PaperFile> {
  const dossier = await findDossier(ctx, dossierId)
  if (isCommunes(kind) && !mayReadReport(ctx, dossier)) throw new NotFound('No such paper', { dossierId, kind })
  const paper = await drawn(ctx, dossier, kind)
  const bytes = format === 'pdf' ? await officialDocumentPdf(paper) : await officialDocumentDocx(paper)
  return { bytes, mediaType: mediaTypes[format], name: `${kind}-${dossier.code}.${format}` }
}

const isCommunes = (kind: DossierPaperKind) => kind === 'mau-03' || kind === 'cong-van'

/** The commune's working copy is its own until it has proposed. */
function mayReadReport(ctx: Pick<Ctx, 'actor'>, dossier: DossierView): boolean {
  return mayReview(ctx.actor, dossier) || (dossier.status !== 'submitted' && dossier.history.some((line) => line.move === 'propose'))
}

async function drawn(ctx: Pick<Ctx, 'db' | 'now'>, dossier: DossierView, kind: DossierPaperKind): Promise<OfficialDocument> {
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  switch (kind) {
    case 'mau-01':
      return registrationForm(dossier, set)
    case 'mau-02': {
      const { bands, recognisedFrom } = await starLawOn(ctx.db, dateInVietnam(dossier.declaredAt ?? ctx.now))
      const { rows } = papersOf(dossier.criteriaDecision, dossier.setCode)
      return selfAssessment(dossier, { set, rows, score: selfScore(set, bands, recognisedFrom, dossier.choices) })
    }
    case 'mau-03':
      return communeReport(dossier)
    case 'cong-van':
      return proposalLetter(dossier)
  }
}
