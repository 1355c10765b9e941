import { mostRows, ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    // The case is a paper of the authority: who began it, decided about it and ended it stays with it.
    recalls: {
      ...words.led,
      purpose: 'official-acts',
      columns: [
        'recall.started_by_name',
        'recall.decided_by_name',
        'recall.closed_by_name',
        'recall.reason',
        'recall.remainder_reason',
        'recall.decision_file_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('recall')
          .select(['code', 'reason', 'started_at as at'])
          .where((eb) => eb.or([eb('started_by_id', '=', userId), eb('decided_by_id', '=', userId), eb('closed_by_id', '=', userId)]))
          .orderBy('started_at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
    // Who saw goods destroyed, and who answered for a point of sale, is part of the account that is given of the goods.
    'recall-tally': {
      ...words.counted,
      purpose: 'traceability',
      columns: [
        'recall_tally.by_name',
        'recall_tally.place',
        'recall_tally.witness',
        'recall_tally.note',
        'recall_tally.file_name',
        'recall_tally.photo_name',
        'recall_partner.name',
        'recall_partner.place',
        'recall_partner.phone',
        'recall_partner.email',
        'recall_partner.answered_by',
        'recall_partner.words',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('recall_tally as tally')
          .innerJoin('recall', 'recall.id', 'tally.recall_id')
          .select(['recall.code', 'tally.place', 'tally.note', 'tally.at'])
          .where('tally.by_id', '=', userId)
          .orderBy('tally.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'recall.code',
    'recall.risk',
    'recall.started_by_id',
    'recall.decision_number',
    'recall.decided_by_id',
    'recall.closed_by_id',
    'recall.request_key',
    'recall_partner.link_secret',
    'recall_partner.told_by_id',
    'recall_partner.request_key',
    'recall_tally.request_key',
    'recall_tally.by_id',
  ],
}
