import { provinceFacts, readFacts } from '@dacsan/platform/facts'
import { unitMap } from '@dacsan/vietnam'
import type { UnitMap, UnitRow } from '@dacsan/vietnam'
import { z } from 'zod'
import { province } from './province.ts'
import { yesOrNo } from './words.ts'

const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`), `is not a code of ${digits} digits`)
const name = z.string().min(1, 'is empty')

export const unitsFile = provinceFacts(
  'units.csv',
  z
    .array(
      z.object({
        old_province_code: code(2),
        old_province: name,
        old_district_code: code(3),
        old_district: name,
        old_ward_code: code(5),
        old_ward_type: name,
        old_ward: name,
        new_province_code: code(2),
        new_province: name,
        new_ward_code: code(5),
        new_ward_type: name,
        new_ward: name,
        old_ward_split: z.enum([yesOrNo.yes, yesOrNo.no]),
      }),
    )
    .min(1, 'has no row')
    .superRefine((rows, { addIssue }) => {
      const { code, name, formerly } = province()
      const wrong = (path: [number, string], message: string) => addIssue({ code: 'custom', path, message })
      rows.forEach((row, index) => {
        if (row.new_province_code !== code) wrong([index, 'new_province_code'], `is not ${code}, the code in province.json`)
        if (row.new_province !== name) wrong([index, 'new_province'], `is not “${name}”, the name in province.json`)
        const former = formerly.find((one) => one.code === row.old_province_code)
        if (former?.name !== row.old_province) wrong([index, 'old_province'], 'is not one of formerly in province.json')
      })
    }),
)

/** Every commune of the province before the change, and the commune of today that it went into. */
export const unitRows = (): readonly UnitRow[] => readFacts(unitsFile)

let known: UnitMap | undefined

/** Where the old communes of this province went. */
export const units = (): UnitMap => (known ??= unitMap(unitRows(), province().units.effectiveFrom))
