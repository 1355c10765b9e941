import type { Room } from '../room.ts'
import { findPeople } from './finding.ts'
import { identityActTables } from './acts.ts'
import { keysOfOrganisations } from './api-keys/organisation-holding.ts'
import { apiKeyList } from './api-keys/read-api-keys.ts'
import { identityIntegrityChecks } from './integrity-checks.ts'
import { accountList, auditList, failedEventList, organisationList, securityList } from './lists.ts'
import { identityMessages, identitySecretPaths } from './messages.ts'
import { identityWork } from './work.ts'
import { personalData } from './personal-data.store.ts'
import { ownPeoplePage } from './words.ts'
import { sealedAudit } from './sealed-facts.store.ts'
import { identityWaiting } from './waiting.ts'

const navigation: Room['navigation'] = [
  { path: '/van-phong/nguoi-cua-don-vi', label: ownPeoplePage.title, about: ownPeoplePage.about, roles: ['organisation-head'], order: 165 },
  {
    path: '/van-phong/quan-tri',
    label: 'Quản trị',
    about: 'Tổ chức, tài khoản, nhật ký, căn cứ pháp lý',
    roles: ['administrator'],
    order: 170,
  },
]

export const identityRoom: Room = {
  name: 'identity',
  uses: ['province'],
  acts: identityActTables,
  navigation,
  lists: [accountList, organisationList, auditList, securityList, failedEventList, apiKeyList],
  waiting: identityWaiting,
  find: findPeople,
  personalData,
  work: identityWork,
  organisations: keysOfOrganisations,
  messages: identityMessages,
  secretPaths: identitySecretPaths,
  integrityChecks: identityIntegrityChecks,
  sealedFacts: {
    'audit-entry': sealedAudit,
  },
  demo: async () => (await import('./demo.ts')).identityDemo,
}
