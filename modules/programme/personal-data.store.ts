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
  },
  others: [
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
