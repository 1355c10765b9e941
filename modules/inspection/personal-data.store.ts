import { sql } from 'kysely'
import { mostRows, ofAccount } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    // Minutes are papers of the office: what was said to it stays with them, as what a producer wrote to have its finding closed.
    'mended-findings': {
      ...words.mended,
      purpose: 'official-acts',
      columns: [
        'inspection.met',
        'inspection.place',
        'inspection.producer_words',
        'inspection_finding_step.by_name',
        'inspection_finding_step.words',
        'inspection_finding_step.proof_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('inspection_finding_step as step')
          .innerJoin('inspection_finding as finding', 'finding.id', 'step.finding_id')
          .innerJoin('inspection', 'inspection.id', 'finding.inspection_id')
          .select(['inspection.code', 'step.words', 'step.proof_name as proof', 'step.at'])
          .where('step.by_id', '=', userId)
          .orderBy('step.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
    inspections: {
      ...words.visits,
      purpose: 'official-acts',
      columns: [
        'inspection_plan.signer',
        'inspection.reason',
        'inspection.inspector_name',
        'inspection.attended_by_name',
        'inspection.finished_by_name',
        'inspection_withdrawal.proposed_by_name',
        'inspection.conclusion',
        'inspection.answers',
        'inspection_photo.by_name',
        'inspection_photo.caption',
        'inspection_photo.place',
        'inspection_finding.words',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('inspection')
          .innerJoin('product_card as product', 'product.id', 'inspection.product_id')
          .select(['inspection.code', 'product.name as product', sql<Date>`coalesce(inspection.finished_at, inspection.made_at)`.as('at')])
          .where((eb) =>
            eb.or([
              eb('inspection.inspector_id', '=', userId),
              eb('inspection.attended_by_id', '=', userId),
              eb('inspection.finished_by_id', '=', userId),
            ]),
          )
          .orderBy('at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
    'production-checks': {
      ...words.production,
      purpose: 'official-acts',
      columns: ['production_check.by_name', 'production_check.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('production_check as checked')
          .innerJoin('product_card as product', 'product.id', 'checked.product_id')
          .select(['checked.year', 'product.name as product', 'checked.note', 'checked.at'])
          .where('checked.by_id', '=', userId)
          .orderBy('checked.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'inspection_plan.number',
    'inspection_plan.made_by_id',
    'inspection_plan.approved_by_id',
    'inspection_plan_item.grounds',
    'inspection.code',
    'inspection.grounds',
    'inspection.certificate_code',
    'inspection.inspector_id',
    'inspection.attended_by_id',
    'inspection.finished_by_id',
    'inspection.request_key',
    'inspection_photo.by_id',
    'inspection_photo.request_key',
    'inspection_finding.item',
    'inspection_finding.request_key',
    'inspection_finding_step.act',
    'inspection_finding_step.by_id',
    'production_check.by_id',
  ],
}
