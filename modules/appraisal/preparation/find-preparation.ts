import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { findDossier } from '../../dossiers/index.ts'
import type { EvidenceFile } from '../../dossiers/index.ts'
import { tiesOf } from '../../dossiers/rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { grantsOf } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { findAppraisal } from '../intake/find-appraisal.ts'
import type { Appraisal } from '../intake/find-appraisal.ts'
import { countSamples, preparationActs } from '../rules.ts'
import type { SampleCount } from '../rules.ts'
import type { FieldVisitPhotoId, LaboratoryTestId } from '../rules/ids.ts'
import { needsVisit } from './ground-of-report.ts'
import { selectTestFile, selectTests } from './laboratory.store.ts'
import type { LaboratoryTestView } from '../rules.ts'
import { selectSamples } from './sample.store.ts'
import type { SampleMovement } from './sample.store.ts'
import { selectVisitPhoto, selectVisits } from './visit.store.ts'
import type { FieldVisit } from './visit.store.ts'

export type Preparation = {
  appraisal: Appraisal
  samples: { required: number; count: SampleCount; movements: SampleMovement[] }
  visits: FieldVisit[]
  visitNeeded: boolean
  tests: LaboratoryTestView[]
  today: string
}

/** What is made ready before the council, for the office and for who writes the report. */
export async function findPreparation(ctx: Ctx, dossierId: DossierId): Promise<Preparation> {
  const appraisal = await findAppraisal(ctx, dossierId)
  const { dossier } = appraisal
  const movements = await selectSamples(ctx.db, dossier.id)
  return {
    appraisal,
    samples: {
      required: criteriaSet(dossier.criteriaDecision, dossier.setCode).samplesRequired,
      count: countSamples(movements),
      movements,
    },
    visits: await selectVisits(ctx.db, [dossier.id]),
    visitNeeded: await needsVisit(ctx, dossier.setCode),
    tests: await selectTests(ctx.db, [dossier.id]),
    today: dateInVietnam(ctx.now),
  }
}

export type OwnTests = { product: string; dossierId: DossierId; tests: LaboratoryTestView[]; mayAnswer: boolean; today: string }

/** What the producer is to bring; those asked of the adviser are not its own. */
export async function findOwnTests(ctx: Ctx, dossierId: DossierId): Promise<OwnTests> {
  const dossier = await findDossier(ctx, dossierId)
  const tests = await selectTests(ctx.db, [dossier.id])
  return {
    product: dossier.product.name,
    dossierId: dossier.id,
    tests: tests.filter(({ askedOf }) => askedOf === 'producer'),
    mayAnswer: mayOf(preparationActs, dossier.status, grantsOf(ctx.actor, tiesOf(dossier)))['answer-test'] === true,
    today: dateInVietnam(ctx.now),
  }
}

type Key = { dossierId: DossierId; file: string }

/** A photo of a visit or the paper of a test, once its reader was let in to the dossier. */
export async function preparationFile(ctx: Pick<Ctx, 'db' | 'files'>, { dossierId, file }: Key): Promise<EvidenceFile> {
  const found = file.startsWith('fvp_')
    ? await selectVisitPhoto(ctx.db, file as FieldVisitPhotoId)
    : await selectTestFile(ctx.db, file as LaboratoryTestId)
  const opened = found?.dossierId === dossierId ? await ctx.files.open(found.hash) : null
  if (!opened) throw new NotFound('No such file', { file })
  return { ...opened, mediaType: found!.mediaType, name: found!.name ?? '' }
}

/** The same for the office and for who writes the report. */
export async function openPreparationFile(ctx: Ctx, key: Key): Promise<EvidenceFile> {
  await findAppraisal(ctx, key.dossierId)
  return preparationFile(ctx, key)
}

/** The paper of a test that was asked of the producer, for its own people. */
export async function openOwnTestFile(ctx: Ctx, key: { dossierId: DossierId; file: LaboratoryTestId }): Promise<EvidenceFile> {
  const { tests } = await findOwnTests(ctx, key.dossierId)
  if (!tests.some(({ id }) => id === key.file)) throw new NotFound('No such file', key)
  return preparationFile(ctx, key)
}
