import { countryFacts, readFacts } from '@dacsan/platform/facts'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import { invoiceFields } from '../rules/invoice.ts'

const certainty = z.enum(['confirmed', 'transcribed', 'inferred'])
const shape = z.object({
  about: z.string(),
  checkedOn: z.iso.date(),
  formats: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z]+$/),
        name: z.string(),
        effectiveFrom: z.iso.date(),
        source: z.string(),
        certainty,
        columns: z.array(z.object({ header: z.string(), field: z.enum(invoiceFields) })).min(1),
      }),
    )
    .min(1),
  unknown: z.array(z.string()),
  rates: z.array(
    z.object({
      name: z.string(),
      says: z.string(),
      percent: z.number().int().min(0).max(50).nullable(),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
      source: z.string(),
      certainty,
    }),
  ),
})

const facts = readFacts(countryFacts('invoices/formats.json', shape))
type InvoiceFormat = (typeof facts.formats)[number]
type VatRate = (typeof facts.rates)[number]

/** Providers of which no source told the columns. */
export const unknownProviders: readonly string[] = facts.unknown

export const invoiceFormats: readonly InvoiceFormat[] = facts.formats
export const formatNamed = (key: string): InvoiceFormat | undefined => facts.formats.find((format) => format.key === key)

/** The rates that hold on a day. */
export const ratesOn = (day: PlainDate): VatRate[] => facts.rates.filter(({ from, to }) => from <= day && (to === null || day <= to))
/** A rate by its name, also one that holds no more: an export of before is drawn again as it was. */
export const rateNamed = (name: string): VatRate | undefined => facts.rates.find((rate) => rate.name === name)
