/** Whom history and trail name where nobody had signed in. A file of its own: rules need it, and the other words need the rules. */
export const visitorName = 'Khách'
