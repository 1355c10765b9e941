import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

export const foundWords = {
  given: 'Hồ sơ được phân công',
  dossier: (code: string, producer: string, status: string) => `${code} · ${producer} · ${status}`,
  tabled: 'Hồ sơ trên bàn Hội đồng',
  session: (producer: string, heldOn: PlainDate, place: string) => `${producer} · phiên ${formatDate(heldOn)} · ${place}`,
}
