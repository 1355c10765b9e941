import { dateInVietnam } from '@dacsan/vietnam'
import { must } from '../../demo.ts'
import type { DemoStage, DemoStep } from '../../demo.ts'
import { dossiersDemo } from '../../dossiers/demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { demoFacts } from '../../province/demo.ts'
import { selectRecognised } from '../points-of-sale/point.store.ts'
import { addStopInput, registerRouteInput } from '../routes/inputs.ts'
import { publishRoute, registerRoute } from '../routes/manage-route.ts'
import { addStop, giveContact } from '../routes/manage-stops.ts'

/** One route of four stops that no decision recognises, and a homestay about which there is none either: its page says both. */
export function routesDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  const { sample } = stage.of(dossiersDemo)
  const key = () => stage.ctx.newId('key')
  const route: DemoStep = {
    ago: 'now',
    async take(at) {
      const office = cast('congthuong', at)
      const organisationOf = (account: string) => {
        const { actor } = cast(account, at)
        return actor.kind === 'person' ? actor.memberships[0]!.organisationId : ''
      }
      const [keeper, maker] = [organisationOf('diemban'), organisationOf(sample('third').account)]
      const form = {
        name: 'Một ngày quanh Ao Bà Om (mẫu)',
        about: 'Tuyến của dữ liệu mẫu, không có thật: từ nơi làm ra sản phẩm đến nhà ở cùng dân.',
        hostId: keeper,
        months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
        leastPeople: 2,
        mostPeople: 20,
        groupsADay: 2,
        languages: ['vi', 'en', 'km'],
      }
      const { routeId } = must(await registerRoute(office, registerRouteInput.parse({ ...form, requestKey: key() }), { isSample: true }))
      const points = await selectRecognised(office.db)
      const [first, second] = [points.find(({ name }) => name.startsWith('Cửa hàng OCOP Bến xe'))!, points.find(({ name }) => name.startsWith('Quầy OCOP Ao Bà Om'))!] // prettier-ignore
      const stops = [
        { kind: 'point-of-sale', pointId: first.id, name: first.name, hostId: keeper, position: '9.9347, 106.3453', minutes: 30, about: 'Xem, nếm, mua.' },
        { kind: 'workshop', name: 'Xưởng của cơ sở (mẫu)', hostId: maker, position: '9.9290, 106.3300', minutes: 60, about: 'Xem làm, thử làm một mẻ nhỏ.' },
        { kind: 'point-of-sale', pointId: second.id, name: second.name, hostId: keeper, position: '9.9160, 106.3080', minutes: 30, about: 'Ghé quầy bên ao.' },
        { kind: 'homestay', name: 'Nhà vườn (mẫu)', hostId: keeper, position: '9.9120, 106.3020', minutes: 120, about: 'Ăn trưa cùng gia đình, nghỉ lại nếu muốn.' },
      ] // prettier-ignore
      for (const [index, stop] of stops.entries()) {
        const typed = { pointId: '', ...stop, communeCode: demoFacts().commune, address: 'Ấp Mẫu', place: '', routeId, requestKey: key() }
        const { stopId } = must(await addStop(office, addStopInput.parse(typed)))
        if (index === 3) must(await giveContact(office, { stopId, phone: '0900 000 001', agreedOn: dateInVietnam(at) }))
      }
      must(await publishRoute(office, { routeId }))
    },
  }
  return { steps: [route] }
}
