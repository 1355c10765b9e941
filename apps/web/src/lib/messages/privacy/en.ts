import type { PrivacyMessages } from './vi.ts'

export const en: PrivacyMessages = {
  title: 'Notice on personal data',
  description: 'What this site keeps about you, what for, on which ground, how long, who sees it, and how to see, correct and erase it.',
  lead: 'What the system keeps about you, why, how long, and what you can do.',
  inferred:
    'This table was written from summaries of the law, not yet compared article by article; the authority reviews it before official use.',
  a: 'a. What data are collected for',
  aText:
    'Only to run the OCOP programme and the sales on this site: the table below names each purpose and its ground. Only two purposes need your consent; without it everything else stays the same.',
  b: 'b. How far they are used',
  bText:
    'Only for the purpose of each row. They are not sold, not used for advertising, and nobody is tracked; public pages carry no measuring tools of others.',
  c: 'c. How long they are kept',
  cText: 'Each row says it. When the time is over, the software erases them or removes the name, each night.',
  d: 'd. Who sees them',
  dText: 'Each row says it. Whenever an officer opens a dossier, an order or an account, that is recorded.',
  cookies:
    'Cookies: “gio” holds the code of your cart for 30 days; “luu” holds up to 30 products that you saved; “xem” holds up to 12 products seen lately, only once you asked for it. “ho-chieu” holds the stamps of routes that you set (stop and day) for a year. The last three lie on your device; we keep none of them.',
  table: 'Each purpose',
  columns: { purpose: 'Purpose', ground: 'Ground', kinds: 'Data', kept: 'Kept', readers: 'Who sees it' },
  months: '{n} months',
  e: 'e. Who collects them, whom to ask',
  eText:
    '{siteName} is run by the authority of the OCOP programme in {areaInFull}. About data, write to the administrator by a request as in section f.',
  f: 'f. See, correct, erase, withdraw consent',
  fText:
    'With an account: open “Dữ liệu của tôi” (my data) to see, download and ask. Bought without an account: open the order by its code and your phone number and choose “Dữ liệu của tôi trong đơn này”.',
  fTimes:
    'We acknowledge within {acknowledge} working days and answer within {least} to {most} days depending on the request; once, with a reason, it may take up to {extension} days longer.',
  fKept: 'What the law makes us keep stays; the answer names it, with the reason and the end.',
  ownData: 'My data',
  orders: 'Find an order',
  g: 'g. Complaints',
  gText: 'If you disagree with the answer, you may complain to the state authority for the protection of personal data, or go to court.',
  h: 'h. How they are protected',
  hText:
    'Connections and backups are encrypted, nobody can read a password, people with powers sign in with a second factor, and reading and changing leave a trail. After an incident we tell the authority within {hours} hours of its detection, and you where the law requires it.',
  source:
    'Based on Law 91/2025/QH15 on the protection of personal data, Decree 356/2025/NĐ-CP and Decree 248/2026/NĐ-CP (eight contents to be published).',
  purposes: {
    accounts: 'Accounts and signing in',
    security: 'Security log: who came in, who read, from where',
    'official-acts': 'Record of who did what in the programme',
    dossiers: 'OCOP dossiers of producers',
    appraisal: 'Councils that appraise and rank',
    register: 'Public register of OCOP products',
    joining: 'Requests of producers: to claim, to register, to change',
    traceability: 'Lots, production diaries, traceability',
    doubts: 'Reports about products and labels',
    selling: 'Sellers: identity and account for payments',
    sales: 'Orders',
    requests: 'Requests about data, proofs of consent, incidents',
    'news-from-seller': 'The seller tells a buyer about new goods',
    'programme-invitations': 'Invitations to courses and fairs',
  },
  grounds: {
    consent: 'Your consent',
    contract: 'The contract of sale that you made',
    'legal-duty': 'A duty by law',
    'public-duty': 'A task of the state',
  },
  kinds: {
    name: 'full name',
    contact: 'phone, e-mail',
    address: 'address',
    business: 'tax code, business registration',
    bank: 'bank account',
    devices: 'devices, network addresses',
    acts: 'what was done and when',
    opinions: 'points and comments',
    files: 'papers of evidence',
    purchases: 'goods ordered, amounts',
    words: 'words that were written',
  },
  terms: {
    archives: 'as archives require; the software erases nothing by itself',
    'while-selling': 'while goods are sold here',
    'until-withdrawn': 'until you withdraw',
  },
  readers: {
    self: 'yourself',
    administrators: 'administrators',
    offices: 'officers of commune and province who do that work',
    council: 'members of the council',
    seller: 'the seller',
    buyers: 'buyers of the order',
    everyone: 'everybody',
  },
}
