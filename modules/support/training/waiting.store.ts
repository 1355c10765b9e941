import { sql } from 'kysely'
import { pileOf } from '../../waiting.store.ts'

/** Classes of which the last hour has passed and that nobody has said were held. */
export const selectToHold = pileOf<{ now: Date }>((db, { now }) =>
  db
    .selectFrom('training_class as class')
    .innerJoin('training_session as session', 'session.class_id', 'class.id')
    .where('class.status', '=', 'open')
    .groupBy(['class.id', 'class.name'])
    .having((eb) => eb(eb.fn.max('session.ends_at'), '<', now))
    .select((eb) => ['class.id', 'class.name as about', eb.fn.max('session.ends_at').as('since'), sql`null::timestamptz`.as('until')]),
)
