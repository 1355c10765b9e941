import type { PersonalData } from '../personal-data.ts'

export const personalData: PersonalData = {
  holdings: {},
  others: [
    'stock_entry.by_id',
    'stock_entry.former_reason',
    'stock_entry.kind',
    'stock_entry.note',
    'stock_entry.ref',
    'stock_entry.request_key',
  ],
}
