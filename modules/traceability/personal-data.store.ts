import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { mostRows, ofAccount, ofProducer } from '../personal-data.ts'
import type { AccountSubject, PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const
/** How somebody with an account may have written where to reach them. */
const contactsOf = ({ email, phone }: Pick<AccountSubject, 'email' | 'phone'>): string[] =>
  [email?.toLowerCase(), phone].filter((contact) => contact != null)
const traceability = { purpose: 'traceability' } as const

export const personalData: PersonalData = {
  holdings: {
    diary: {
      ...words.diary,
      ...traceability,
      columns: ['diary_entry.recorded_by', 'diary_entry.text', 'diary_entry.place'],
      // Append only, and who recorded is kept as a name: entries are found by it among the lots of the producer that the person works for.
      find: ofAccount((db, { name, producerOf }) =>
        db
          .selectFrom('diary_entry')
          .innerJoin('lot', 'lot.id', 'diary_entry.lot_id')
          .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
          .select(['diary_entry.at', 'lot.number as lot', 'text'])
          .where('recorded_by', '=', name)
          .where('producer.organisation_id', 'in', producerOf.length > 0 ? [...producerOf] : ['org_'])
          .orderBy('diary_entry.at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    lots: {
      ...words.lots,
      ...traceability,
      columns: ['lot.recalled_by', 'lot.recall_reason'],
      find: ofAccount((db, { userId, name }) =>
        db
          .selectFrom('lot')
          .select(['created_at as at', 'number as lot', 'recall_reason as recalled'])
          .where((eb) => eb.or([eb('created_by', '=', userId), eb('recalled_by', '=', name)]))
          .orderBy('created_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    suppliers: {
      ...words.suppliers,
      ...traceability,
      columns: ['supplier.name', 'supplier.phone', 'supplier_past.name', 'supplier_past.by'],
      // People without an account, in the book of whoever bought of them. One step back is a duty: nothing is erased of it.
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('supplier')
          .innerJoin('producer_card as producer', 'producer.id', 'supplier.producer_id')
          .select(['supplier.created_at as at', 'supplier.name as supplier'])
          .where('producer.organisation_id', 'in', [...organisations])
          .orderBy('supplier.created_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    materials: {
      ...words.materials,
      ...traceability,
      columns: ['material_entry.by', 'material_entry.note', 'yield_reason.by', 'yield_reason.reason'],
      find: ofAccount((db, { name, producerOf }) =>
        db
          .selectFrom('material_entry')
          .innerJoin('material_lot', 'material_lot.id', 'material_entry.material_lot_id')
          .innerJoin('producer_card as producer', 'producer.id', 'material_lot.producer_id')
          .select(['material_entry.at', 'material_lot.code', 'material_entry.note'])
          .where('material_entry.by', '=', name)
          .where('producer.organisation_id', 'in', producerOf.length > 0 ? [...producerOf] : ['org_'])
          .orderBy('material_entry.at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    doubts: {
      ...words.doubts,
      purpose: 'doubts',
      columns: ['doubt_report.contact', 'doubt_report.place', 'doubt_report.text'],
      find: ofAccount((db, { email, phone }) =>
        db
          .selectFrom('doubt_report')
          .select(['at', 'case_code as code', 'contact', 'text'])
          .where(sql<boolean>`lower(contact) = any(${contactsOf({ email, phone })}::text[])`)
          .orderBy('at', newest)
          .execute(),
      ),
      erase: async (tx, subject) => {
        if (subject.kind !== 'account') return
        await tx
          .updateTable('doubt_report')
          .set({ contact: null, place: null })
          .where(sql<boolean>`lower(contact) = any(${contactsOf(subject)}::text[])`)
          .execute()
      },
    },
    'handled-doubts': {
      ...words.handled,
      purpose: 'official-acts',
      columns: ['doubt_report.handled_by', 'doubt_report.answer'],
      find: ofAccount((db, { name }) =>
        db
          .selectFrom('doubt_report')
          .select(['handled_at as at', 'case_code as code'])
          .where('handled_by', '=', name)
          .orderBy('handled_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'diary_entry.kind',
    'diary_entry.request_key',
    'diary_entry.unit',
    'doubt_report.case_code',
    'doubt_report.code',
    'doubt_report.request_key',
    'label_sheet.applied_by',
    'label_sheet.layout',
    'label_sheet.printed_by',
    'label_sheet.request_key',
    'label_spoiled.recorded_by',
    'label_spoiled.request_key',
    'lot.created_by',
    'lot.number',
    'lot.request_key',
    'lot.standards',
    'lot.trace_code',
    'lot.unit',
    'place.gln',
    'place.name',
    'material.name',
    'material.unit',
    'material_entry.request_key',
    'material_lot.code',
    'material_lot.created_by',
    'material_lot.growing_area_code',
    'material_lot.request_key',
    'recipe.created_by',
    'recipe.request_key',
    'supplier.created_by',
    'supplier.growing_area_code',
    'supplier_past.growing_area_code',
    'supplier_past.kind',
    'unit_serial_key.fingerprint',
  ],
}

/** Whoever reported a doubt is not reached any more once it was answered so long ago; what was reported stays. Answers how many. */
export async function forgetReporters(tx: Tx, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('doubt_report')
    .set({ contact: null, place: null })
    .where('handled_at', '<', before)
    .where('status', '=', 'closed')
    .where((eb) => eb.or([eb('contact', 'is not', null), eb('place', 'is not', null)]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
