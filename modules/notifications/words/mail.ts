import type { MessageLanguage } from '../../message.ts'
import { fill } from '../rules/fill.ts'

type Letter = { subject: string; text: string; address: string | null }
type Writing = {
  language: MessageLanguage
  personName: string
  letters: readonly Letter[]
  isDigest: boolean
  /** Whoever has none chooses nothing. */
  hasAccount: boolean
  origin: string
  siteName: string
}

/** NĐ 91/2020: an advertisement says so first. */
export const adsLabel = '[QC]'

/** What stands around every message. */
export const letterWords = {
  vi: {
    dear: 'Kính gửi {name},',
    see: 'Xem và làm tiếp',
    digest: '{count} tin trong ngày',
    foot: 'Thư do hệ thống {siteName} gửi tự động, xin không trả lời.',
    choose: 'Chọn kênh nhận tin',
  },
  en: {
    dear: 'Dear {name},',
    see: 'See and go on',
    digest: '{count} messages of the day',
    foot: 'Sent by {siteName}; please do not answer.',
    choose: 'Choose how you are told',
  },
  km: {
    dear: 'សូមគោរពជូន {name}',
    see: 'មើល និងធ្វើបន្ត',
    digest: 'សារ {count} ក្នុងថ្ងៃនេះ',
    foot: 'ផ្ញើដោយប្រព័ន្ធ {siteName} សូមកុំឆ្លើយតប។',
    choose: 'ជ្រើសរើសវិធីទទួលសារ',
  },
} as const

/** Where the channels are chosen: the foot of every mail leads there. */
export const ownReachPath = '/van-phong/tai-khoan/tin'

export const inboxPath = '/van-phong/tin'

/** The mail of one message, or of those of a day. */
export function mailOf({ language, personName, letters, isDigest, hasAccount, origin, siteName }: Writing): {
  subject: string
  text: string
} {
  const says = letterWords[language]
  const [first] = letters
  const isOne = letters.length === 1
  const body = letters.map(({ subject, text, address }) =>
    [isOne ? null : `• ${subject}`, text, address === null ? null : `${says.see}: ${address}`].filter((line) => line !== null).join('\n'),
  )
  return {
    subject: `[${siteName}] ${isDigest && !isOne ? fill(says.digest, { count: String(letters.length) }) : first!.subject}`,
    text: [
      fill(says.dear, { name: personName }),
      ...body,
      [`--\n${fill(says.foot, { siteName })}`, ...(hasAccount ? [`${says.choose}: ${origin}${ownReachPath}`] : [])].join('\n'),
    ].join('\n\n'),
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
