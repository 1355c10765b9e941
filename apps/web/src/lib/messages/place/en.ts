import type { PlaceMessages } from './vi.ts'

export const en: PlaceMessages = {
  title: '{kind}: {place}',
  lead: 'Events of goods (EPCIS) name this place by the address of this page.',
  kind: 'Kind of place',
  kinds: {
    workshop: 'Workshop',
    store: 'Store',
    stall: 'Stall',
    'point-of-sale': 'OCOP point of sale',
    warehouse: 'Warehouse of a buyer',
  },
  commune: 'Commune',
  owner: 'Recorded by',
  ownerNotPublic: 'A producer that is not in the public register yet',
  state: 'State',
  inUse: 'In use',
  ended: 'Not used any more',
  code: 'Code in events',
  notShown: 'What its owner calls this place and where it lies on the map are not public: many workshops are homes too.',
  data: 'Data for machines (JSON-LD)',
  products: 'Products of this producer',
}
