import { NotFound } from '@dacsan/decisions'
import { officialDocumentDocx, officialDocumentPdf } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { criteriaSet } from '../law/index.ts'
import { findDossier } from './find-dossier.ts'
import { starLawOn } from './drafting/find-draft.ts'
import { communeReport, proposalLetter } from './papers/commune-report.ts'
import { registrationForm } from './papers/registration-form.ts'
import { selfAssessment } from './papers/self-assessment.ts'
import { selfScore } from './rules.ts'
import type { DossierContent, DossierPaperKind } from './rules.ts'

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
  if (!dossier.papers.includes(kind)) throw new NotFound('No such paper', { dossierId, kind })
  const paper = await drawn(ctx, dossier, kind)
  const bytes = format === 'pdf' ? await officialDocumentPdf(paper) : await officialDocumentDocx(paper)
  return { bytes, mediaType: mediaTypes[format], name: `${kind}-${dossier.code}.${format}` }
}

async function drawn(ctx: Pick<Ctx, 'db' | 'now'>, dossier: DossierContent, kind: DossierPaperKind): Promise<OfficialDocument> {
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  switch (kind) {
    case 'mau-01':
      return registrationForm(dossier, set)
    case 'mau-02': {
      const { bands, recognisedFrom } = await starLawOn(ctx.db, dateInVietnam(dossier.declaredAt ?? ctx.now))
      return selfAssessment(dossier, set, selfScore(set, bands, recognisedFrom, dossier.choices))
    }
    case 'mau-03':
      return communeReport(dossier)
    case 'cong-van':
      return proposalLetter(dossier)
  }
}
