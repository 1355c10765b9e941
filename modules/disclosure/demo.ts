import { readFacts } from '@dacsan/platform/facts'
import { dateInVietnam } from '@dacsan/vietnam'
import { must } from '../demo.ts'
import type { DemoStage, DemoStep } from '../demo.ts'
import { identityDemo } from '../identity/demo.ts'
import { publishOwner, publishPolicy } from './index.ts'
import { draftsFile } from './policies.ts'
import { policyKinds } from './rules/policy.ts'

/** The owner and the policies of the demonstration; it belongs to nobody, and says so. */
export function disclosureDemo(stage: DemoStage): { steps: DemoStep[] } {
  const { cast } = stage.of(identityDemo)
  return {
    steps: [
      {
        ago: 58,
        async take(at) {
          const administrator = cast('quantri', at)
          must(
            await publishOwner(administrator, {
              name: 'Đơn vị chạy thử (dữ liệu mẫu)',
              headOffice: 'Không có trụ sở thật (dữ liệu mẫu)',
              representative: 'Người đại diện mẫu',
              registrationNumber: '0000/MẪU',
              registeredOn: stage.dayAgo(60),
              registeredBy: 'Không ai cấp (dữ liệu mẫu)',
              supportChannel: 'ho-tro@demo.vn (dữ liệu mẫu)',
            }),
          )
          const { drafts } = readFacts(draftsFile)
          for (const kind of policyKinds)
            must(await publishPolicy(administrator, { kind, text: drafts[kind], effectiveFrom: dateInVietnam(at), after: 0 }))
        },
      },
    ],
  }
}
