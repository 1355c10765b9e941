import type { RecallMessages } from './vi.ts'

export const en: RecallMessages = {
  title: 'Recalled goods',
  description: 'Lots that are or were recalled: which ones, why, and what whoever has the goods should do.',
  lead: 'Look for the lot on your label. If it stands here: do not use it, do not sell it.',
  count: '{total} recalls, {open} of them not ended.',
  none: 'There is no recall yet.',
  open: 'Recall under way',
  closed: 'Ended',
  stillNot: 'Goods of these lots must still not be used or sold.',
  maker: 'Maker',
  reason: 'Reason',
  since: 'Recalled since',
  until: 'Ended',
  todo: 'If you have the goods',
  do: {
    return: 'Stop using them, keep them apart and contact the seller to give them back and get your money.',
    destroy: 'Stop using them and throw them away; keep the label or a photo and contact the seller to get your money.',
  },
  lots: 'Lots',
  lot: '{product}, lot {number}',
  dates: 'made {made}, use by {expires}',
  order: 'Did you order on this site? Open your order to see how the money comes back.',
  data: 'Open data: download the list of recalled lots',
  sample: 'Sample data',
  unknown: 'unknown',
  pages: { label: 'Pages', previous: 'Previous', next: 'Next' },
}
