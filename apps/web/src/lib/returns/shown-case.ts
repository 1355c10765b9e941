import type { ReturnView } from '@dacsan/modules/returns'
import {
  dueWords,
  goodsWords,
  returnStatusWords,
  sayAgreement,
  sideNames,
  stepWords,
  wishWords,
  casePage as words,
} from '@dacsan/modules/returns/words'
import { dong, formatDong } from '@dacsan/vietnam'
import { whenWords } from '#lib/shop/when.ts'
import { returnTones } from './tones.ts'

/** A case as its page shows it, in words; what its reader may do stands beside. */
export function shownCase(view: ReturnView) {
  const { one, lines, moved, steps, photos, facts, mostVnd, shelf, buyer, may } = view
  const { agreement } = one
  const goodsOf = (line: (typeof lines)[number]) =>
    line.lots.map(({ lotId, packId, placeId, number, placeName, quantity }) => ({
      value: [line.id, lotId, packId, placeId].join(' '),
      label: words.goodsChoice(line.productName, number, placeName, quantity),
    }))
  return {
    id: one.id,
    code: one.code,
    orderId: one.orderId,
    orderCode: one.orderCode,
    producerName: one.producerName,
    askedAt: whenWords(one.askedAt),
    tag: { tone: returnTones[one.status], words: returnStatusWords[one.status] },
    reason: one.reasonSays,
    wanted: wishWords[one.wanted],
    words: one.words,
    buyer,
    due: facts.due && { words: dueWords[facts.due.of], by: whenWords(facts.due.by), isOver: facts.due.isOver },
    agreement: agreement && sayAgreement({ ...agreement, refund: agreement.refundVnd > 0 ? formatDong(agreement.refundVnd) : null }),
    lines: lines.map(({ id, productName, netContent, unit, quantity, wanted }) => ({
      id,
      name: [productName, netContent].filter(Boolean).join(', '),
      says: words.line(wanted, quantity, unit),
    })),
    moved: moved.map(({ id, kind, quantity, number, placeName }) => ({
      id,
      says: words.movedLine(goodsWords[kind], quantity, number, placeName),
    })),
    steps: steps.map(({ step, side, words: said, at, byName }) => ({
      title: stepWords[step],
      when: whenWords(at),
      by: byName === sideNames[side] ? byName : `${sideNames[side]}: ${byName}`,
      text: said || undefined,
    })),
    photos,
    most: formatDong(dong(mostVnd)),
    suggestedVnd: Math.min(view.goodsVnd, mostVnd),
    back: lines.flatMap(goodsOf),
    shelf: shelf.map(({ orderLineId, lotId, packId, placeId, number, placeName, productName, free }) => ({
      value: [orderLineId, lotId, packId, placeId].join(' '),
      label: words.goodsChoice(productName, number, placeName, free),
    })),
    moneyOpenVnd: facts.moneyOpenVnd,
    moneyOpen: facts.moneyOpenVnd > 0 ? formatDong(dong(facts.moneyOpenVnd)) : null,
    facts: { toReceive: facts.toReceive, toSend: facts.toSend, atOffice: facts.atOffice },
    may: {
      say: may.say === true,
      acknowledge: may.acknowledge,
      accept: may.accept === true,
      refuse: may.refuse === true,
      withdraw: may.withdraw === true,
      receive: may.receive === true && facts.toReceive > 0,
      send: may.send === true && facts.toSend > 0,
      callOffice: may['call-office'] === true,
      escalate: may.escalate,
      mediate: may.mediate,
      decideFor: may['decide-for'] === true,
      decideAgainst: may['decide-against'] === true,
    },
  }
}
export type ShownCase = ReturnType<typeof shownCase>
