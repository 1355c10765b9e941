import { mostRows, ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './fairs/words/personal-data.ts'
import { stepWords } from './fairs/words/names.ts'
import { entryKindWords } from './consignment/words/names.ts'
import { consignmentHoldings } from './consignment/words/personal-data.ts'
import { pointHoldings } from './points-of-sale/words/personal-data.ts'
import { brandOthers, brandPersonalData } from './brand/personal-data.store.ts'
import { buyersOthers, buyersPersonalData } from './buyers/personal-data.store.ts'
import { collectionsOthers, collectionsPersonalData } from './collections/personal-data.store.ts'
import { marksOthers, marksPersonalData } from './marks/personal-data.store.ts'
import { contestOthers, contestPersonalData } from './contests/personal-data.store.ts'
import { routesOthers, routesPersonalData } from './routes/personal-data.store.ts'
import { newsOthers, newsPersonalData } from './news/personal-data.store.ts'

export const personalData: PersonalData = {
  holdings: {
    ...newsPersonalData,
    ...brandPersonalData,
    ...buyersPersonalData,
    ...marksPersonalData,
    ...collectionsPersonalData,
    ...contestPersonalData,
    ...routesPersonalData,
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
    'point-inspections': {
      ...pointHoldings.inspections,
      purpose: 'official-acts',
      columns: [
        'point_inspection.note',
        'point_inspection.by_name',
        'point_photo.caption',
        'point_photo.by_name',
        'point_of_sale.phone',
        'point_of_sale.withdrawn_reason',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('point_inspection as inspection')
          .innerJoin('point_of_sale as point', 'point.id', 'inspection.point_id')
          .where('inspection.by_id', '=', userId)
          .select(['point.name as point', 'inspection.visited_on as visitedOn', 'inspection.note', 'inspection.at'])
          .orderBy('inspection.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
    // Books of goods and money between two traders: who wrote a line is part of it.
    'consignment-entries': {
      ...consignmentHoldings.entries,
      codes: { kind: entryKindWords },
      purpose: 'sales',
      columns: [
        'consignment_entry.by_name',
        'consignment_entry.note',
        'consignment_terms.proposed_by_name',
        'consignment_terms.agreed_by_name',
        'consignment_note.carrier',
        'consignment_note.vehicle',
        'consignment_note.sent_by_name',
        'consignment_note.received_by_name',
        'consignment_note.minute',
        'consignment_statement.made_by_name',
        'consignment_statement.point_signed_by_name',
        'consignment_statement.owner_signed_by_name',
        'consignment_statement.minute',
        'consignment_statement.withdrawn_reason',
        'consignment_statement_line.note',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('consignment_entry as entry')
          .innerJoin('consignment', 'consignment.id', 'entry.consignment_id')
          .innerJoin('point_of_sale as point', 'point.id', 'consignment.point_id')
          .where('entry.by_id', '=', userId)
          .select(['point.name as point', 'entry.kind', 'entry.note', 'entry.at'])
          .orderBy('entry.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'point_of_sale.slug',
    'point_of_sale.name',
    'point_of_sale.address',
    'point_of_sale.hours',
    'point_of_sale.about',
    'point_of_sale.support_number',
    'point_of_sale.recognised_number',
    'point_of_sale.withdrawn_number',
    'point_of_sale.request_key',
    'point_of_sale.created_by_id',
    'point_inspection.criteria_version',
    'point_inspection.criteria',
    'point_inspection.met',
    'point_inspection.request_key',
    'point_inspection.by_id',
    'point_photo.request_key',
    'point_photo.by_id',
    'consignment.request_key',
    'consignment_terms.contract_number',
    'consignment_terms.request_key',
    'consignment_note.form_symbol',
    'consignment_note.reason',
    'consignment_note.from_store',
    'consignment_note.to_store',
    'consignment_note.request_key',
    'consignment_note_line.vat_name',
    'consignment_entry.payer_name',
    'consignment_entry.payee_name',
    'consignment_entry.vat_name',
    'consignment_entry.ledger_ref',
    'consignment_entry.request_key',
    'consignment_entry.by_id',
    'consignment_statement.request_key',
    ...newsOthers,
    ...brandOthers,
    ...buyersOthers,
    ...marksOthers,
    ...collectionsOthers,
    ...contestOthers,
    ...routesOthers,
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
    'stand_sale.by_id',
    'stand_sale.request_key',
    'stand_sale_back.by_id',
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
