import type { RegisterProducerInput } from './rules/registration.ts'

type ProducerFile = { [Field in keyof RegisterProducerInput]: string | null | undefined } & { formerCommuneCode: string | null }

/** How people reach a producer, and its numbers with other offices: the trail is read by more people than the file. */
const confidential: readonly (keyof ProducerFile)[] = ['representative', 'phone', 'email', 'taxCode', 'registrationNo']
const fields = [
  'name',
  'kind',
  'communeCode',
  'formerCommuneCode',
  'address',
  'about',
  ...confidential,
] as const satisfies readonly (keyof ProducerFile)[]

/** What an audit line says of one field: both values, or `changed` where they are nobody else's. */
export type FieldChange = 'changed' | { before: string | null; after: string | null }

/** What changed in the file of a producer, by field; a field that stayed as it was is absent. */
export function changesOf(before: ProducerFile, after: ProducerFile): Partial<Record<keyof ProducerFile, FieldChange>> {
  return Object.fromEntries(
    fields.flatMap((field): [string, FieldChange][] => {
      const [was, is] = [before[field] ?? null, after[field] ?? null]
      if (was === is) return []
      return [[field, confidential.includes(field) ? 'changed' : { before: was, after: is }]]
    }),
  )
}
