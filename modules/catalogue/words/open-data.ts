/** What the open data says of the fields whose names do not say it all. */
export const openProductFields = {
  url: 'The public page',
  set: 'Product set of Decision 26/2026/QĐ-TTg',
  stars: 'Null where no source gives the rank',
  state:
    'certified, expiring, extended (past its last day, re-evaluation under way), undated, potential-five, expired, withdrawn or none, on the day of the answer',
  certificate: 'The number on the certificate; null where no source gives it',
  certificateUrl: 'What is known of the certificate, also where its number is not',
  validityInferred: 'The dates were computed from the rule of their time, not read from the paper',
  isSample: 'Made for trying out, not a real product',
  commune: 'Since 1 July 2025',
} as const
