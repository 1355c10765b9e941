import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { isRequestTarget } from '../../dossiers/rules.ts'
import { certainties } from '../../law/rules.ts'
import type { IntakeItem } from '../rules.ts'

const shape = z.object({
  instrument: z.string(),
  article: z.string(),
  sourceUrl: z.string(),
  certainty: z.enum(certainties),
  items: z.array(z.object({ key: z.string(), label: z.string(), about: z.string().refine(isRequestTarget) })),
})

export type IntakeChecklist = Omit<z.infer<typeof shape>, 'items'> & { items: IntakeItem[] }

const intakeChecklistFile = countryFacts('appraisal/intake-checklist.json', shape)

/** The parts that a dossier from a commune must have, with the paper that says so. */
export const intakeChecklist: IntakeChecklist = readFacts(intakeChecklistFile)
