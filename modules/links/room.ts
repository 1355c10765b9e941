import './topics.ts'
import type { Room } from '../room.ts'
import { linkActTables } from './acts.ts'
import { linkList } from './lists.ts'
import { personalData } from './personal-data.store.ts'

const navigation: Room['navigation'] = [
  {
    path: '/van-phong/lien-ket',
    label: 'Liên kết của mã',
    about: 'Nơi mà mã của các sản phẩm dẫn tới',
    roles: ['provincial-officer'],
    order: 132,
  },
]

export const linksRoom: Room = {
  name: 'links',
  uses: ['identity', 'law', 'catalogue'],
  acts: linkActTables,
  navigation,
  lists: [linkList],
  personalData,
}
