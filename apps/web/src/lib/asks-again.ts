import { paths } from '#lib/paths.ts'

/**
 * What is not done on the word of somebody who signed in hours ago: the actions of the office, by their route, that bind others or open doors.
 * Where money goes (the bank account of a seller) asks for the password in its own form, each time.
 */
export const askingAgain: Readonly<Record<string, readonly string[]>> = {
  [`${paths.council}/[session]/[dossier]`]: ['submit'],
  [`${paths.council}/[session]`]: ['close', 'reopen'],
  [`${paths.decisions}/[decision]`]: ['record'],
  [paths.ministryCases]: ['default'],
  [paths.withdrawals]: ['withdraw'],
  [`${paths.legalRules}/[topic]`]: ['confirm'],
  [`${paths.registerDesk}/[id]`]: ['confirm'],
  // What is erased does not come back.
  [`${paths.privacyDesk}/[id]`]: ['fulfil', 'fulfil-in-part'],
  [`${paths.sellers}/[id]`]: ['verify', 'carry-out'],
  // A lot that was recalled is never sold again; what was counted is final with the case.
  [paths.newRecall()]: ['start'],
  [`${paths.recalls}/[id]`]: ['close'],
  [paths.newAccount]: ['default'],
  [paths.importAccounts]: ['default'],
  // Software comes in by it in the name of an organisation.
  [paths.newApiKey]: ['default'],
  [`${paths.apiKeys}/[id]`]: ['revoke'],
  [paths.ownPeople]: ['invite', 'end-role', 'renew-access'],
  // What was merged is not taken apart again.
  [`${paths.organisations()}/[id]`]: ['merge'],
  [`${paths.accounts}/[id]`]: ['give-role', 'end-role', 'renew-access', 'ask-factor-removal', 'remove-second-factor'],
}

/** The action that an address of a form names: `?/close`; without a name the only one of its page. */
export function actionOf(url: URL): string {
  return /^\?\/([^&=]+)/.exec(url.search)?.[1] ?? 'default'
}

export const asksAgain = (room: string, url: URL): boolean => askingAgain[room]?.includes(actionOf(url)) ?? false
