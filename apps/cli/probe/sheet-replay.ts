import { done } from '@dacsan/decisions'
import { packageFormat, replayPackage } from '@dacsan/modules/appraisal/rules'
import { z } from 'zod'
import { isSealed } from '../../../modules/appraisal/sessions/package-seal.ts'
import type { SealedPackage } from '../../../modules/appraisal/sessions/package-seal.ts'
import { operation } from './operation.ts'

const choices = z.record(z.string(), z.number().nullable())
const result = z.looseObject({ parts: z.record(z.string(), z.string()), unmet: z.array(z.looseObject({})) })
const rule = <Value extends z.ZodType>(value: Value) => z.looseObject({ value })
const packageShape = z.looseObject({
  format: z.literal(packageFormat),
  rules: z.looseObject({ quorumPercent: rule(z.number()), quorumNeedsChair: rule(z.boolean()), deviationPoints: rule(z.number()) }),
  attendance: z.object({ seats: z.number(), present: z.number(), chairPresent: z.boolean() }),
  criteria: z.array(
    z.looseObject({
      parts: z.array(
        z.looseObject({ sections: z.array(z.looseObject({ criteria: z.array(z.looseObject({ options: z.array(z.looseObject({})) })) })) }),
      ),
    }),
  ),
  dossiers: z.array(
    z.looseObject({
      dossier: z.string(),
      starBands: z.array(z.object({ star: z.number(), min: z.number() })).min(1),
      sheets: z.array(z.object({ member: z.string(), choices })),
      result: result.nullable(),
    }),
  ),
})

/** Judged as it came: whatever it says beside what is asked here belongs to what was sealed. */
const sealed = z.custom<SealedPackage>((value) => packageShape.safeParse(value).success, 'a scoring package is expected')

export const replaySheets = operation(z.object({ package: sealed }), ({ package: read }) => {
  const { results, agrees } = replayPackage(read)
  return done({ results, agrees: agrees && isSealed(read) })
})
