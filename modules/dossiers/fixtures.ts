import './topics.ts'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { must } from '../demo.ts'
import { sampleRequest } from './demo/sample-answers.ts'
import { completeDossier, takeStep } from './demo/sample-dossier.ts'
import type { LocalPeople, LocalStep, SampleFilling } from './demo/sample-dossier.ts'
import { startDossier } from './drafting/start-dossier.ts'
import { moveDossier } from './filing/move-dossier.ts'
import { withdrawDossier } from './filing/withdraw-dossier.ts'
import { declineDossier } from './review/decline-dossier.ts'
import { findDossier } from './find-dossier.ts'
import type { CommuneReview, DossierKind, DossierStatus, DossierView, UpperMove } from './rules.ts'
import type { DossierId } from './rules/ids.ts'
import type { ProductId } from '../catalogue/rules.ts'

export { insertAttachment, selectVault } from './evidence/evidence.store.ts'
export { picksFor } from './demo/picks-for.ts'
export { sampleEvidence, sampleReview, sampleTyped } from './demo/sample-answers.ts'
export { completeDossier }
export type { SampleFilling }

/** Whose hands a dossier goes through. */
export type DossierPeople = LocalPeople & { provincialOfficer: Ctx; councilChair: Ctx }

type GivenDossier = SampleFilling & { productId: ProductId; kind?: DossierKind; status?: DossierStatus; review?: Partial<CommuneReview> }

/** A complete dossier in any state, made by the real commands, each by its own person. */
export async function aDossier(people: DossierPeople, given: GivenDossier): Promise<DossierView> {
  const { productId, kind = 'first', status = 'draft', stars, typed } = given
  const { dossierId } = must(await startDossier(people.producer, { productId, kind }))
  await completeDossier(people.producer, dossierId, { stars, typed })
  for (const step of stepsTo[status]) await carryOut(people, dossierId, step, given.review)
  return findDossier(people.producer, dossierId)
}

type Step = LocalStep | 'decline' | 'withdraw' | UpperMove

const received: readonly Step[] = ['submit', 'review', 'propose', 'receive']
const scored: readonly Step[] = [...received, 'appraise', 'score']

const stepsTo: Record<DossierStatus, readonly Step[]> = {
  draft: [],
  submitted: ['submit'],
  returned: ['submit', 'return'],
  proposed: ['submit', 'review', 'propose'],
  'province-returned': [...received, 'return-by-province'],
  received,
  appraising: [...received, 'appraise'],
  scored,
  'awaiting-ministry': [...scored, 'await-ministry'],
  recognised: [...scored, 'recognise'],
  'not-recognised': [...scored, 'not-recognise'],
  refused: ['submit', 'decline'],
  withdrawn: ['submit', 'withdraw'],
}

async function carryOut(people: DossierPeople, dossierId: DossierId, step: Step, review?: Partial<CommuneReview>): Promise<void> {
  switch (step) {
    case 'submit':
    case 'return':
    case 'review':
    case 'propose':
      return takeStep(people, dossierId, step, review)
    case 'decline': {
      const { version } = await findDossier(people.communeOfficer, dossierId)
      return void must(
        await declineDossier(people.communeOfficer, { dossierId, version, reason: 'Nguyên liệu không phải của địa phương.' }),
      )
    }
    case 'withdraw': {
      const { version } = await findDossier(people.producer, dossierId)
      return void must(await withdrawDossier(people.producer, { dossierId, version, reason: 'Chờ mùa sau' }))
    }
    default: {
      const ctx = step === 'score' ? people.councilChair : people.provincialOfficer
      const items = step === 'return-by-province' || step === 'return-to-commune' ? sampleRequest : undefined
      await inTransaction(ctx, (tx) => moveDossier(tx, ctx, { dossierId, move: step, items }))
    }
  }
}
