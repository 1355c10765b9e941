import { mostRows, ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './fairs/words/personal-data.ts'
import { stepWords } from './fairs/words/names.ts'

export const personalData: PersonalData = {
  holdings: {
    // Who stands at a stand is a fact of the fair, as its contract and its report say; the telephone is locked.
    'fair-applications': {
      ...words.applications,
      purpose: 'official-acts',
      columns: [
        'fair_application.contact_name',
        'fair_application.contact_phone',
        'fair_application.note',
        'fair_appeal.words',
        'fair_appeal.answer',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('fair_application as application')
          .innerJoin('fair', 'fair.id', 'application.fair_id')
          .where('application.id', 'in', (eb) => eb.selectFrom('fair_step').select('application_id').where('by_id', '=', userId))
          .select(['fair.name as fair', 'application.contact_name as contact', 'application.note', 'application.created_at as at'])
          .orderBy('application.created_at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
    'fair-steps': {
      ...words.steps,
      codes: { step: stepWords },
      purpose: 'official-acts',
      columns: [
        'fair_step.words',
        'fair_step.by_name',
        'fair_appeal.answered_by_name',
        'fair_plan_change.by_name',
        'fair_sale.by_name',
        'stand_sale.by_name',
        'stand_sale_back.by_name',
        'stand_sale_back.reason',
        'fair_visit.by_name',
        'fair_result.by_name',
        'fair_result.method',
        'fair_cost.by_name',
        'fair.cancel_reason',
        'fair.result_words',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('fair_step as step')
          .innerJoin('fair_application as application', 'application.id', 'step.application_id')
          .innerJoin('fair', 'fair.id', 'application.fair_id')
          .where('step.by_id', '=', userId)
          .select(['fair.name as fair', 'step.step', 'step.words', 'step.at'])
          .orderBy('step.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'fair.slug',
    'fair.name',
    'fair.theme',
    'fair.venue',
    'fair.organiser',
    'fair.letter_number',
    'fair.wanted',
    'fair.samples',
    'fair.exempt_number',
    'fair.registered_number',
    'fair.request_key',
    'fair.created_by_id',
    'fair_stand_kind.says',
    'fair_application.food_safety_number',
    'fair_application.request_key',
    'fair_application_product.name',
    'fair_application_product.set_code',
    'fair_application_product.certificate_code',
    'fair_allotment_line.points',
    'fair_allotment_line.reasons',
    'fair_step.step',
    'fair_step.by_id',
    'fair_stand.zone',
    'fair_stand.number',
    'fair_plan_change.says',
    'fair_sale.request_key',
    'fair_sale.by_id',
    'fair_visit.request_key',
    'fair_result.request_key',
    'fair_result.by_id',
    'fair_cost.contract_number',
    'fair_cost.stand_number',
    'fair_cost.budget',
    'fair_cost.request_key',
    'fair_cost.by_id',
  ],
}
