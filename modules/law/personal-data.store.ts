import { ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    'law-proposals': {
      ...words.proposals,
      purpose: 'official-acts',
      columns: ['legal_proposal.proposed_by_name', 'legal_proposal.decided_by_name', 'legal_proposal.answer'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('legal_proposal')
          .select(['proposed_at as at', 'topic', 'status'])
          .where((eb) => eb.or([eb('proposed_by', '=', userId), eb('decided_by', '=', userId)]))
          .orderBy('proposed_at', 'desc')
          .execute(),
      ),
    },
  },
  others: [
    'commune.kind',
    'commune.name',
    'commune.province_code',
    'commune.province_name',
    'commune.search_text',
    'former_commune.district_code',
    'former_commune.district_name',
    'former_commune.kind',
    'former_commune.name',
    'former_commune.province_code',
    'former_commune.province_name',
    'former_commune.search_text',
    'legal_proposal.article',
    'legal_proposal.decided_by',
    'legal_proposal.instrument',
    'legal_proposal.note',
    'legal_proposal.proposed_by',
    'legal_proposal.source_url',
    'legal_proposal.topic',
    'legal_proposal.value',
    'legal_rule.article',
    'legal_rule.instrument',
    'legal_rule.note',
    'legal_rule.source_url',
    'legal_rule.topic',
    'legal_rule.value',
  ],
}
