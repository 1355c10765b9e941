import { sql } from 'kysely'
import { mostRows, ofAccount, ofProducer } from '../personal-data.ts'
import type { PersonalData } from '../personal-data.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const register = { purpose: 'register' } as const

export const personalData: PersonalData = {
  holdings: {
    certificates: {
      ...words.certificates,
      ...register,
      columns: [
        'certificate.producer_name',
        'certificate.address',
        'certificate.withdrawal_note',
        'certificate.correction_note',
        'certificate_credential.jwt',
        'decision_item.producer_name',
        'decision_item.address',
      ],
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('certificate')
          .innerJoin('product_card as product', 'product.id', 'certificate.product_id')
          .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
          .select([
            'certificate.code',
            'certificate.product_name as product',
            'certificate.producer_name as producer',
            'certificate.address',
            'certificate.issued_on as at',
          ])
          .where('producer.organisation_id', 'in', [...organisations])
          .execute(),
      ),
    },
    'register-imports': {
      ...words.imports,
      ...register,
      columns: ['register_import_row.cells', 'register_import_row.differences', 'register_import.faulty', 'register_import.problems'],
      find: ofProducer((db, organisations) =>
        db
          .selectFrom('register_import_row as line')
          .innerJoin('register_import as import', 'import.id', 'line.import_id')
          .innerJoin('producer_card as producer', (join) => join.on(sql<boolean>`position(producer.name in line.cells::text) > 0`))
          .select(['import.file_name as file', 'line.row', 'import.proposed_at as at'])
          .where('producer.organisation_id', 'in', [...organisations])
          .limit(mostRows)
          .execute(),
      ),
    },
    decisions: {
      ...words.handled,
      purpose: 'official-acts',
      columns: [
        'recognition_decision.signer',
        'recognition_decision.signer_title',
        'recognition_decision.note',
        'certificate.withdrawal_signer',
        'certificate.withdrawal_signer_title',
        'withdrawal_proposal.note',
        'certificate_reprint.reason',
        'withdrawal_proposal.commune_note',
        'withdrawal_proposal.closing_note',
        'withdrawal_proposal.conclusion_by',
        'register_import.reason',
        'register_import.file_name',
      ],
      find: ofAccount(async (db, { userId }) => {
        const imports = await db
          .selectFrom('register_import')
          .select(['proposed_at as at', 'file_name as what'])
          .where((eb) => eb.or([eb('proposed_by', '=', userId), eb('decided_by', '=', userId)]))
          .execute()
        const decisions = await db
          .selectFrom('recognition_decision')
          .select(['recorded_at as at', 'number as what'])
          .where('recorded_by', '=', userId)
          .execute()
        const proposals = await db
          .selectFrom('withdrawal_proposal')
          .innerJoin('certificate', 'certificate.id', 'withdrawal_proposal.certificate_id')
          .select(['withdrawal_proposal.made_at as at', 'certificate.product_name as what'])
          .where((eb) => eb.or([eb('withdrawal_proposal.made_by', '=', userId), eb('withdrawal_proposal.closed_by', '=', userId)]))
          .execute()
        return [...imports, ...decisions, ...proposals]
      }),
    },
  },
  others: [
    'imported_certificate.authority',
    'imported_certificate.code',
    'imported_certificate.decision_number',
    'imported_certificate.product_id',
    'certificate.authority',
    'certificate.code',
    'certificate.decision_number',
    'certificate.product_code',
    'certificate.paper_number',
    'certificate_reprint.by',
    'recognition_decision.sent_number',
    'certificate.product_name',
    'certificate.source_note',
    'certificate.source_url',
    'certificate.withdrawal_authority',
    'certificate.withdrawal_number',
    'certificate.withdrawal_reason',
    'credential_key.origin',
    'credential_key.public_key',
    'status_list.origin',
    'decision_item.commune_code',
    'decision_item.commune_name',
    'decision_item.product_code',
    'decision_item.product_name',
    'decision_item.province_code',
    'decision_item.set_code',
    'decision_item.set_name',
    'recognition_decision.authority',
    'recognition_decision.number',
    'recognition_decision.proposal_number',
    'recognition_decision.recorded_by',
    'recognition_decision.source_url',
    'register_import.decided_by',
    'withdrawal_proposal.closed_by',
    'withdrawal_proposal.conclusion_number',
    'withdrawal_proposal.made_by',
    'withdrawal_proposal.reason',
    'register_import.file_hash',
    'register_import.proposed_by',
    'register_import_row.doubts',
    'register_import_row.product_group',
  ],
}
