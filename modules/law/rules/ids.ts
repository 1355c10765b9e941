/** A version of a legal value: its topic, and the day on which it came into force. */
export type LegalRuleId = `${string}@${string}`
