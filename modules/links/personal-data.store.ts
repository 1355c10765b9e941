import type { PersonalData } from '../personal-data.ts'

/** Links tell of goods and places. */
export const personalData: PersonalData = {
  holdings: {},
  others: [
    'link_anchor.path',
    'link_anchor.item_description',
    'link_anchor.links',
    'product_link.type',
    'product_link.href',
    'product_link.title',
    'product_link.language',
  ],
}
