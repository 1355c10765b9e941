/** What a claim on the page of a scan stands on, the weakest first: somebody's own words, a paper, a measurement, somebody else's judgement. */
export const grades = ['self', 'document', 'measured', 'third-party'] as const
export type Grade = (typeof grades)[number]

/** What the page claims, and what each claim stands on. */
export const claimGrades = {
  lot: 'self',
  diary: 'self',
  inputs: 'self',
  product: 'self',
  producer: 'document',
  // A declaration is the maker's own paper, filed with an authority.
  declaration: 'document',
  'test-report': 'measured',
  system: 'third-party',
  certificate: 'third-party',
} as const satisfies Record<string, Grade>
export type Claim = keyof typeof claimGrades
