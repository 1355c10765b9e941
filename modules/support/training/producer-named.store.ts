import { folded } from '@dacsan/platform/folded-text'
import { foldText } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'

/** A producer of the register by the end of its address or by its whole name, however it is written. */
export const selectProducerNamed = (db: ReadDb, typed: string): Promise<{ id: ProducerId; name: string } | undefined> =>
  db
    .selectFrom('producer_card')
    .select(['id', 'name'])
    .where((eb) =>
      eb.or([
        eb('slug', '=', typed.split(/[?#]/u)[0]!.replace(/\/+$/u, '').split('/').at(-1)!),
        eb(folded(sql.ref('name')), '=', foldText(typed)),
      ]),
    )
    .orderBy('id')
    .executeTakeFirst()
