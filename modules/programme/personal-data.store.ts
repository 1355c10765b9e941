import { ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    reports: {
      ...words.reports,
      purpose: 'official-acts',
      columns: ['period_report.produced_by'],
      find: ofAccount((db, { name }) =>
        db
          .selectFrom('period_report')
          .select(['produced_at as at', 'period_from as from', 'period_to as to'])
          .where('produced_by', '=', name)
          .orderBy('produced_at', 'desc')
          .execute(),
      ),
    },
    'year-calls': {
      ...words.calls,
      purpose: 'official-acts',
      columns: ['year_call.by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('year_call')
          .select(['year', 'round', 'last_day as until', 'at'])
          .where('by_id', '=', userId)
          .orderBy('at', 'desc')
          .execute(),
      ),
    },
    'year-plans': {
      ...words.plans,
      purpose: 'official-acts',
      columns: ['year_plan.responsible', 'year_plan.signer', 'year_plan.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('year_plan')
          .select(['year', 'version', 'number', 'made_at as at'])
          .where((eb) => eb.or([eb('made_by_id', '=', userId), eb('issued_by_id', '=', userId)]))
          .orderBy('made_at', 'desc')
          .execute(),
      ),
    },
  },
  others: [
    'year_call.by_id',
    'year_plan.budget',
    'year_plan.made_by_id',
    'year_plan.issued_by_id',
    'year_plan.number',
    'year_plan.rounds',
    'official_figure.as_of',
    'official_figure.indicator',
    'official_figure.note',
    'official_figure.series',
    'official_figure.source_url',
    'period_report.figures',
    'period_report.query_version',
    'programme_target.indicator',
    'programme_target.instrument',
    'programme_target.note',
    'programme_target.scope',
    'programme_target.source_url',
    'programme_target.title',
    'programme_target.unit',
  ],
}
