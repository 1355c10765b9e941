import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'
import { sectionFields } from '../../dossiers/rules.ts'
import type { FieldName } from '../../dossiers/rules.ts'
import { certainties } from '../../law/rules.ts'

const field = z.string().refine((name): name is FieldName<'business'> => name in sectionFields.business)

const shape = z.object({
  about: z.string(),
  certainty: z.enum(certainties),
  checkedOn: z.iso.date(),
  rows: z.array(
    z.object({
      criterion: z.string().min(1),
      answers: z.array(z.object({ field, yearsBefore: z.number().int().positive().optional() })).min(1),
      ratio: z.object({ kind: z.enum(['share', 'growth']), of: field, in: field }).optional(),
    }),
  ),
})

/** Which figures of the production a criterion asks for; a province may say otherwise. */
export const criterionFigures = readFacts(countryFacts('appraisal/criterion-figures.json', shape)).rows
