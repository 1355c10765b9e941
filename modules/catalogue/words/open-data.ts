/** What the open data says of the fields whose names do not say it all. */
export const openProductFields = {
  url: 'The public page',
  set: 'Product set of Decision 26/2026/QĐ-TTg',
  stars: 'Null where no source gives the rank',
  state: 'certified, expiring, undated, potential-five, expired, withdrawn or none, on the day of the answer',
  validityInferred: 'The dates were computed from the rule of their time, not read from the paper',
  commune: 'Since 1 July 2025',
} as const
