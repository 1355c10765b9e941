import { inTransaction } from '@dacsan/platform/context'
import type { OpenInstallation } from '../context.ts'
import { newId } from '@dacsan/platform/ids'
import { province } from '../province/index.ts'
import { organisationActs } from './acts.ts'
import { system } from './actor.ts'
import { insertOrganisation, lockTree, selectCommunesWithoutOffice } from './organisation.store.ts'
import { openOrganisation } from './people.ts'
import { record } from './record.ts'
import { requireAct } from './ties.ts'
import { communeOfficeName, platformName, seedName } from './words.ts'

/** The code of the organisation of those who run the platform. */
export const platformCode = 'nen-tang'

/**
 * Every commune of the province that no organisation serves yet gets one, with the commune's own code; and those who run the platform get theirs. At
 * every start: a commune that is served under another code keeps what it has.
 */
export async function openCommuneOffices({ db }: Pick<OpenInstallation, 'db'>, now: Date): Promise<number> {
  const ctx = { actor: system(seedName), now, newId }
  const act = organisationActs.create
  requireAct(ctx.actor, act)
  return inTransaction({ db }, async (tx) => {
    await lockTree(tx)
    await openOrganisation(tx, ctx, { code: platformCode, name: platformName(province().site.name), kind: 'platform' })
    let opened = 0
    for (const commune of await selectCommunesWithoutOffice(tx)) {
      const id = ctx.newId('org')
      const name = communeOfficeName(commune.name)
      const given = { code: commune.code, name, kind: 'commune', communeCode: commune.code } as const
      // Somebody gave this code to something else before: that commune waits for the administrator.
      if (!(await insertOrganisation(tx, { id, ...given, parentId: null, status: act.to, createdAt: now }))) continue
      await record(tx, ctx, act, { subjectId: id, detail: given })
      opened += 1
    }
    return opened
  })
}
