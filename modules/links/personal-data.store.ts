import type { PersonalData } from '../personal-data.ts'

/** Links tell of goods and places. */
export const personalData: PersonalData = {
  holdings: {},
  others: [
    'link_anchor.item_description',
    'link_anchor.links',
    'product_link.type',
    'product_link.href',
    'product_link.title',
    // Who added a link works for its producer, or did; the audit trail says it to its person.
    'product_link.added_by_id',
  ],
}
