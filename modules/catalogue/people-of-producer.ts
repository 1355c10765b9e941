import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { peopleWith } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import { selectProducer } from './producer.store.ts'
import type { ProducerId } from './rules/ids.ts'

/** The people who work for a producer today, for rooms that tell them something; nobody where it has no account yet. */
export async function peopleOfProducer({ db, now }: { db: ReadDb; now: Date }, producerId: ProducerId): Promise<UserId[]> {
  const organisationId = (await selectProducer(db, 'id', producerId))?.organisationId
  return organisationId ? peopleWith(db, ['producer'], { today: dateInVietnam(now), organisationId }) : []
}
