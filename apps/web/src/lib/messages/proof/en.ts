import type { ProofMessages } from './vi.ts'

export const en: ProofMessages = {
  title: 'Proof of the code {code}',
  description: 'What was recorded about this code, and how to see for yourself that nobody changed it.',
  lead: 'Each fact below was written into a transparency log on the day beside it. Your browser computes it anew from the log: if anybody had changed it, the administrator included, the result would not match.',
  nothing: 'Nothing about this code is in the log yet. Come back in an hour.',
  waiting: '{n} more will be recorded within the hour.',
  recorded: 'Recorded on {date}, line {place} of the log',
  checking: 'Not checked yet',
  proven: 'Checked: unchanged since it was recorded',
  wrong: 'Does not match the log. Do not trust this, and tell the provincial OCOP office.',
  cannot: 'This browser cannot check by itself. Follow the steps at the end of the page.',
  fact: 'What was recorded, to the letter',
  kinds: {
    lot: 'The lot was opened',
    'lot-recall': 'The lot was recalled',
    'diary-entry': 'An entry of the production diary',
    'decided-certificate': 'Certificate by decision',
    'imported-certificate': 'Certificate taken over from the register of the province',
    other: 'A recorded fact',
  },
  byHand: 'Check without this page',
  byHandMeans:
    'On a computer with curl and openssl. The two results must be the same: the leaf of what was recorded, and the leaf that stands in the log.',
  witnesses: 'The head of the log carries the signatures of the system and of its witnesses:',
  noScript: 'This browser runs no JavaScript: follow the steps below to check by yourself.',
}
