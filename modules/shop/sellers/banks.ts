import { countryFacts, readFacts } from '@dacsan/platform/facts'
import { z } from 'zod'

const bank = z.object({
  bin: z.string().regex(/^\d{6}$/),
  code: z.string(),
  shortName: z.string(),
  name: z.string(),
  transfers: z.boolean(),
})
export type Bank = z.infer<typeof bank>

const banksFile = countryFacts(
  'banks/banks.json',
  z
    .object({ banks: z.array(bank) })
    .transform(({ banks }): ReadonlyMap<string, Bank> => new Map(banks.filter(({ transfers }) => transfers).map((one) => [one.bin, one]))),
)

/** The banks that take transfers by VietQR. */
export const banks = (): ReadonlyMap<string, Bank> => readFacts(banksFile)
