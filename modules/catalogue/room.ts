import './topics.ts'
import type { Room } from '../room.ts'
import { catalogueActTables } from './acts.ts'
import { findCatalogue } from './finding.ts'
import { openProducts } from './open-data.ts'
import { producersOfOrganisations } from './organisation-holding.ts'
import { lockedProducerColumns } from './producer.store.ts'
import { registerFile } from './register-file.ts'
import { namesFile } from './search-names/search-names.ts'
import { searchNamesPage } from './words.ts'
import { catalogueWork } from './work.ts'
import { ownProductList } from './lists.ts'
import { personalData } from './personal-data.store.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/san-pham',
    label: 'Sản phẩm của tôi',
    about: 'Ảnh, câu chuyện, mã GTIN trên trang công khai',
    roles: ['producer'],
    order: 20,
  },
  { path: '/van-phong/tu-tim-kiem', label: searchNamesPage.title, about: searchNamesPage.about, roles: ['provincial-officer'], order: 134 },
]

export const catalogueRoom: Room = {
  name: 'catalogue',
  uses: ['province', 'identity', 'law'],
  acts: catalogueActTables,
  navigation,
  lists: [ownProductList],
  find: findCatalogue,
  personalData,
  openData: [openProducts],
  facts: [registerFile, namesFile],
  lockedColumns: lockedProducerColumns,
  organisations: producersOfOrganisations,
  work: catalogueWork,
  demo: async () => (await import('./demo.ts')).catalogueDemo,
}
