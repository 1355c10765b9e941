export const foundWords = {
  accounts: 'Tài khoản',
  organisations: 'Tổ chức',
  organisation: (code: string, kind: string) => `${code} · ${kind}`,
}
