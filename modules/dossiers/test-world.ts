import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { aProducer, aProduct } from '../catalogue/fixtures.ts'
import { createOrganisation, system } from '../identity/index.ts'
import type { Actor, Person, Role } from '../identity/index.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { loadLaw } from '../law/index.ts'
import type { DossierPeople } from './fixtures.ts'

export type As = (actor: Actor, now?: Date | string) => Ctx

/** Two communes, two producers, and one person for every role of a dossier's way: what tests of dossiers and of all above them begin with. */
export type World = Awaited<ReturnType<typeof dossierWorld>>

export const worldDay = '2026-11-23T08:30:00+07:00'

export async function dossierWorld(as: As) {
  const maker = as(system('test'), worldDay)
  const made = await inTransaction(maker, async (tx) => {
    await loadLaw(tx)
    const organisation = (code: string, kind: Parameters<typeof createOrganisation>[2]['kind'], communeCode: string | null = null) =>
      createOrganisation(tx, maker, { code, name: code, kind, communeCode })
    const organisations = {
      coop: await organisation('htx-cau-ke', 'producer', '29308'),
      rival: await organisation('htx-vinh-kim', 'producer', '29431'),
      communeA: await organisation('ubnd-cau-ke', 'commune', '29308'),
      communeB: await organisation('ubnd-vinh-kim', 'commune', '29431'),
      province: await organisation('ocop-tinh', 'provincial-office'),
      council: await organisation('hoi-dong', 'council'),
    }
    const producer = await aProducer(tx, { name: 'HTX Dừa sáp Cầu Kè', communeCode: '29308', organisationId: organisations.coop.id })
    const rivalProducer = await aProducer(tx, { name: 'HTX Vinh Kim', communeCode: '29431', organisationId: organisations.rival.id })
    const product = await aProduct(tx, { name: 'Mứt dừa sáp', setCode: 'QD26-07', producerId: producer.id })
    const secondProduct = await aProduct(tx, { name: 'Kẹo dừa sáp', setCode: 'QD26-07', producerId: producer.id })
    const rivalProduct = await aProduct(tx, { name: 'Bánh tét ba màu', setCode: 'QD26-06', producerId: rivalProducer.id })
    return { organisations, producer, rivalProducer, product, secondProduct, rivalProduct }
  })
  const { organisations } = made
  const person = (
    userId: UserId,
    role: Role,
    organisation: { id: OrganisationId; code: string },
    communeCode: string | null = null,
  ): Person => ({
    kind: 'person',
    userId,
    name: userId,
    email: `${userId}@example.vn`,
    memberships: [
      { role, organisationId: organisation.id, organisationCode: organisation.code, organisationName: organisation.code, communeCode },
    ],
  })
  const actors = {
    producer: person('usr_producer', 'producer', organisations.coop, '29308'),
    rival: person('usr_rival', 'producer', organisations.rival, '29431'),
    communeOfficer: person('usr_commune_a', 'commune-officer', organisations.communeA, '29308'),
    otherCommuneOfficer: person('usr_commune_b', 'commune-officer', organisations.communeB, '29431'),
    provincialOfficer: person('usr_province', 'provincial-officer', organisations.province),
    advisoryMember: person('usr_advisory', 'advisory-member', organisations.council),
    councilSecretary: person('usr_secretary', 'council-secretary', organisations.council),
    councilMember: person('usr_member', 'council-member', organisations.council),
    councilChair: person('usr_chair', 'council-chair', organisations.council),
    leader: person('usr_leader', 'leader', organisations.province),
    administrator: person('usr_admin', 'administrator', organisations.province),
    tradeOfficer: person('usr_trade', 'trade-department', organisations.province),
    scienceOfficer: person('usr_science', 'science-department', organisations.province),
    buyer: person('usr_buyer', 'buyer', organisations.province),
    organisationHead: person('usr_head', 'organisation-head', organisations.province),
    pointKeeper: person('usr_keeper', 'point-keeper', organisations.province),
    tradeOffice: person('usr_trade_office', 'trade-office', organisations.province),
  }
  /** The hands of a dossier of the first producer, all at one moment. */
  const people = (now: Date | string = worldDay): DossierPeople => ({
    producer: as(actors.producer, now),
    communeOfficer: as(actors.communeOfficer, now),
    provincialOfficer: as(actors.provincialOfficer, now),
    councilChair: as(actors.councilChair, now),
  })
  return { ...made, actors, as, people }
}
