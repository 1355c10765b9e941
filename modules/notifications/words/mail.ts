import type { MessageLanguage } from '../../message.ts'

type Letter = { subject: string; text: string; address: string | null }
type Writing = {
  language: MessageLanguage
  personName: string
  letters: readonly Letter[]
  isDigest: boolean
  origin: string
  siteName: string
}

/** NĐ 91/2020: an advertisement says so first. */
export const adsLabel = '[QC]'

const words = {
  vi: {
    dear: (name: string) => `Kính gửi ${name},`,
    see: 'Xem và làm tiếp',
    digest: (n: number) => `${n} tin trong ngày`,
    foot: (siteName: string, address: string) =>
      `Thư do hệ thống ${siteName} gửi tự động, xin không trả lời.\nChọn kênh nhận tin: ${address}`,
  },
  en: {
    dear: (name: string) => `Dear ${name},`,
    see: 'See and go on',
    digest: (n: number) => `${n} messages of the day`,
    foot: (siteName: string, address: string) => `Sent by ${siteName}; please do not answer.\nChoose how you are told: ${address}`,
  },
  km: {
    dear: (name: string) => `សូមគោរពជូន ${name}`,
    see: 'មើល និងធ្វើបន្ត',
    digest: (n: number) => `សារ ${n} ក្នុងថ្ងៃនេះ`,
    foot: (siteName: string, address: string) => `ផ្ញើដោយប្រព័ន្ធ ${siteName} សូមកុំឆ្លើយតប។\nជ្រើសរើសវិធីទទួលសារ៖ ${address}`,
  },
} as const

/** Where the channels are chosen: the foot of every mail leads there. */
export const ownReachPath = '/van-phong/tai-khoan/tin'

export const inboxPath = '/van-phong/tin'

/** The mail of one message, or of those of a day. */
export function mailOf({ language, personName, letters, isDigest, origin, siteName }: Writing): { subject: string; text: string } {
  const says = words[language]
  const [first] = letters
  const isOne = letters.length === 1
  const body = letters.map(({ subject, text, address }) =>
    [isOne ? null : `• ${subject}`, text, address === null ? null : `${says.see}: ${address}`].filter((line) => line !== null).join('\n'),
  )
  return {
    subject: `[${siteName}] ${isDigest && !isOne ? says.digest(letters.length) : first!.subject}`,
    text: [says.dear(personName), ...body, `--\n${says.foot(siteName, `${origin}${ownReachPath}`)}`].join('\n\n'),
  }
}

/** What a browser shows: little, for a push service keeps at most 4 kB, and a telephone shows two lines. */
export function pushOf(
  { subject, short, text, language }: { subject: string; short: string; text: string; language: MessageLanguage },
  { address, siteName }: { address: string; siteName: string },
): string {
  const body = (language === 'vi' || language === 'km' ? text : short).slice(0, 240)
  return JSON.stringify({ title: subject.slice(0, 120), body, address, siteName })
}
