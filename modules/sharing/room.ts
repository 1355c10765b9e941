import type { Room } from '../room.ts'

/** Holds nothing: what it shows is asked of others each time. */
export const sharingRoom: Room = {
  name: 'sharing',
  uses: ['province', 'papers', 'catalogue', 'shop'],
  acts: [],
  navigation: [],
  personalData: { holdings: {}, others: [] },
}
