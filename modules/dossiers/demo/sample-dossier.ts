import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { must } from '../../demo.ts'
import { criteriaSet } from '../../law/index.ts'
import { saveChoices } from '../drafting/save-choices.ts'
import { saveSection } from '../drafting/save-section.ts'
import { addEvidence } from '../evidence/add-evidence.ts'
import { attachEvidence } from '../evidence/attach-evidence.ts'
import { vaultOfDossier } from '../evidence/vault.ts'
import { submitDossier } from '../filing/submit-dossier.ts'
import { findDossier } from '../find-dossier.ts'
import { proposeDossier, returnDossier, saveReview } from '../review/commune-review.ts'
import { formSections } from '../rules.ts'
import type { CommuneReview, FormSection } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { picksFor } from './picks-for.ts'
import { sampleEvidence, sampleRequest, sampleReview, sampleTyped } from './sample-answers.ts'

export type SampleFilling = {
  /** What the self-scoring reaches: its minimums and just enough points. */
  stars?: 3 | 4 | 5
  /** Fields as they would be typed, over the sample ones. */
  typed?: Partial<Record<FormSection, Record<string, string>>>
}

/** Fills every part of a draft, by whoever writes it. */
export async function completeDossier(producer: Ctx, dossierId: DossierId, { stars = 4, typed = {} }: SampleFilling = {}): Promise<void> {
  const version = async () => (await findDossier(producer, dossierId)).version
  const { kind } = await findDossier(producer, dossierId)
  for (const section of formSections) {
    // A first dossier changes nothing.
    const fields = { ...sampleTyped[section], ...(section === 'registration' && kind === 'first' && { changes: '' }), ...typed[section] }
    must(await saveSection(producer, { dossierId, version: await version(), section, typed: fields }))
  }
  const filled = await findDossier(producer, dossierId)
  const { criteriaDecision, setCode } = filled
  const picks = picksFor(criteriaSet(criteriaDecision, setCode), stars)
  must(await saveChoices(producer, { dossierId, version: await version(), picks }))
  const known = (await vaultOfDossier(producer, filled)).find((paper) => paper.kind === sampleEvidence.kind)
  if (known) must(await attachEvidence(producer, { dossierId, evidenceId: known.id, criterion: null }))
  else must(await addEvidence(producer, sampleEvidence, null, { dossierId, criterion: null }))
}

/** Whose hands a dossier goes through until the province has it. */
export type LocalPeople = { producer: Ctx; communeOfficer: Ctx }
export type LocalStep = 'submit' | 'return' | 'review' | 'propose'

/** One step of a complete dossier on its way to the province. */
export async function takeStep(
  { producer, communeOfficer }: LocalPeople,
  dossierId: DossierId,
  step: LocalStep,
  review: Partial<CommuneReview> = {},
): Promise<void> {
  const { version } = await findDossier(producer, dossierId)
  switch (step) {
    case 'submit':
      return void must(await submitDossier(producer, { dossierId, version, declared: true }))
    case 'return':
      return void must(await returnDossier(communeOfficer, { dossierId, version, items: [...sampleRequest], repeatReason: '' }))
    case 'review': {
      const meetingOn = dateInVietnam(communeOfficer.now)
      return void must(await saveReview(communeOfficer, { dossierId, version, ...sampleReview, meetingOn, ...review }))
    }
    case 'propose':
      return void must(await proposeDossier(communeOfficer, { dossierId, version }))
  }
}
