import type { ReturnView } from '@dacsan/modules/returns'
import { casePage, sayAgreement, sayReason, sideNames, spokenReturns } from '@dacsan/modules/returns/words'
import { spokenIn } from '@dacsan/modules/shop/words'
import { dong } from '@dacsan/vietnam'
import type { Language } from '#lib/languages.ts'
import { say, sayDong } from '#lib/say.ts'
import { whenWords } from '#lib/shop/when.ts'
import { returnTones } from './tones.ts'

/** A case as its page shows it, in words; what its reader may do stands beside. */
export function shownCase(view: ReturnView, lang: Language = 'vi') {
  const [words, spoken] = [spokenReturns[lang], spokenIn(lang)]
  const { one, lines, moved, steps, photos, facts, mostVnd, shelf, buyer, may } = view
  const { agreement } = one
  const goodsOf = (line: (typeof lines)[number]) =>
    line.lots.map(({ lotId, packId, placeId, number, placeName, quantity }) => ({
      value: [line.id, lotId, packId, placeId].join(' '),
      label: casePage.goodsChoice(line.productName, number, placeName, quantity),
    }))
  return {
    id: one.id,
    code: one.code,
    orderId: one.orderId,
    orderCode: one.orderCode,
    producerName: one.producerName,
    askedAt: whenWords(one.askedAt, spoken),
    tag: { tone: returnTones[one.status], words: words.statuses[one.status] },
    reason: sayReason(lang, { key: one.reason, says: one.reasonSays }),
    wanted: words.wishes[one.wanted],
    words: one.words,
    /** What the page that shows it says beside it. */
    lang,
    buyer,
    due: facts.due && { says: say(words.dues[facts.due.of], { by: whenWords(facts.due.by, spoken) }), isOver: facts.due.isOver },
    agreement:
      agreement && sayAgreement({ ...agreement, refund: agreement.refundVnd > 0 ? sayDong(lang, agreement.refundVnd) : null }, words),
    lines: lines.map(({ id, productName, netContent, unit, quantity, wanted }) => ({
      id,
      name: [productName, netContent].filter(Boolean).join(', '),
      says: say(words.case.line, { wanted, ordered: quantity, unit }),
    })),
    moved: moved.map(({ id, kind, quantity, number, placeName }) => ({
      id,
      says: say(words.case.movedLine, { what: words.goods[kind], quantity, lot: number, place: placeName }),
    })),
    steps: steps.map(({ step, side, words: said, at, byName }) => ({
      title: words.steps[step],
      when: whenWords(at, spoken),
      by: byName === sideNames[side] ? words.sides[side] : `${words.sides[side]}: ${byName}`,
      text: said || undefined,
    })),
    photos,
    most: sayDong(lang, dong(mostVnd)),
    suggestedVnd: facts.isForAnswer ? 0 : Math.min(view.goodsVnd, mostVnd),
    terms: facts.isRunning ? termsSaid(one, facts.due?.of, lang) : [],
    back: lines.flatMap(goodsOf),
    shelf: shelf.map(({ orderLineId, lotId, packId, placeId, number, placeName, productName, free }) => ({
      value: [orderLineId, lotId, packId, placeId].join(' '),
      label: casePage.goodsChoice(productName, number, placeName, free),
    })),
    moneyOpenVnd: facts.moneyOpenVnd,
    moneyOpen: facts.moneyOpenVnd > 0 ? sayDong(lang, dong(facts.moneyOpenVnd)) : null,
    facts: {
      toReceive: facts.toReceive,
      toSend: facts.toSend,
      atOffice: facts.atOffice,
      comesBack: facts.comesBack,
      hasGoods: facts.hasGoods,
      isForAnswer: facts.isForAnswer,
      mayPay: mostVnd > 0,
    },
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

/** The other terms of the case beside the next one, as they stood on its first day. */
function termsSaid({ acknowledgeBy, answerBy, resolveBy }: ReturnView['one'], next: string | undefined, lang: Language): string[] {
  const { dues } = spokenReturns[lang]
  const at = { acknowledge: acknowledgeBy, answer: answerBy, resolve: resolveBy }
  const others = (['acknowledge', 'answer', 'resolve'] as const).filter((of) => of !== next)
  return others.map((of) => say(dues[of], { by: whenWords(at[of], spokenIn(lang)) }))
}
export type ShownCase = ReturnType<typeof shownCase>
