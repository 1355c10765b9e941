import { refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { updateAnswers } from '../dossier.store.ts'
import { deleteCarried } from './carried.store.ts'
import { editDossier } from './edit-dossier.ts'
import type { Saved } from './edit-dossier.ts'
import { formSections, readAnswers } from '../rules.ts'
import type { SectionRefusal } from '../rules.ts'
import { idInput } from '@dacsan/platform/ids'

export const saveSectionInput = z.object({
  dossierId: idInput('dos'),
  version: z.coerce.number().int().positive(),
  section: z.enum(formSections),
  /** The fields as they were typed. */
  typed: z.record(z.string(), z.string()),
})
export type SaveSectionInput = z.infer<typeof saveSectionInput>

type SectionFault = Extract<SectionRefusal, { code: 'answers-faulty' }>

/** Saves one part of the form, gaps and all; only what cannot be read is refused, and then nothing is saved. */
export async function saveSection(ctx: Ctx, input: SaveSectionInput): Promise<Outcome<Saved, SectionRefusal>> {
  const { answers, faults } = readAnswers(input.section, input.typed)
  return editDossier<SectionFault>(ctx, { act: 'save-section', ...input }, async (tx, dossier) => {
    if (Object.keys(faults).length > 0) return refuse('answers-faulty', { faults })
    await updateAnswers(tx, dossier.id, input.section, answers)
    if (input.section === 'business' || input.section === 'plan') await deleteCarried(tx, dossier.id, [input.section])
    return {
      ok: true,
      touched: [`section:${input.section}`],
      detail: { section: input.section },
    }
  })
}
