import { ofProducer, openForPerson } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { registrationNo, taxCode } from './producer.store.ts'
import { personalDataWords as words } from './words/personal-data.ts'

export const personalData: PersonalData = {
  holdings: {
    producer: {
      ...words.producer,
      purpose: 'register',
      columns: [
        'producer.name',
        'producer.slug',
        'producer.search_text',
        'producer.representative',
        'producer.address',
        'producer.phone',
        'producer.email',
        'producer.tax_code',
        'producer.registration_no',
        'producer.about',
        'producer_past.name',
        // Full text of a product is searched with the name of who makes it.
        'product.search_text',
        'product.search_words',
        'product.story',
      ],
      find: ofProducer(async (db, organisations) => {
        const rows = await db
          .selectFrom('producer')
          .select([
            'id',
            'name',
            'representative',
            'address',
            'phone',
            'email',
            'tax_code as taxCode',
            'registration_no as registrationNo',
            'about',
            'updated_at as at',
          ])
          .where('organisation_id', 'in', [...organisations])
          .execute()
        return Promise.all(
          rows.map(async ({ id, ...row }) => ({
            ...row,
            taxCode: await openForPerson(db, taxCode, id, row.taxCode),
            registrationNo: await openForPerson(db, registrationNo, id, row.registrationNo),
          })),
        )
      }),
      // The register stays; how to reach somebody who works there no more does not.
      erase: async (tx, subject, at) => {
        if (subject.kind !== 'account' || subject.aloneIn.length === 0) return
        await tx
          .updateTable('producer')
          .set((eb) => ({ phone: null, email: null, updated_at: at, version: eb('version', '+', 1) }))
          .where('organisation_id', 'in', [...subject.aloneIn])
          .where((eb) => eb.or([eb('phone', 'is not', null), eb('email', 'is not', null)]))
          .execute()
      },
    },
  },
  others: [
    // Who changed which word is told by the trail of audit, to that person too.
    'goods_names.changed_by',
    'goods_names.names',
    'producer_past.kind',
    'producer.former_district_code',
    'producer.former_district_name',
    'producer.former_province_name',
    'producer.source_url',
    'product.brand',
    'product.certificate_code',
    'product.description',
    'product.ingredients',
    'product.name',
    'product.set_code',
    'product.slug',
    'product.source_note',
    'product.source_url',
    'product.storage',
    'product.trace_code',
    'product.usage_note',
    'product_pack.gtin',
    'product_pack.name',
    'product_photo.caption',
  ],
}
