const whole = (text: string | null, digits: number) => (text && new RegExp(`^[1-9]\\d{0,${digits}}$`).test(text) ? Number(text) : undefined)

/** What the address of a list of items asks for. */
export const newsAsked = ({ searchParams }: URL) => ({
  q: (searchParams.get('q') ?? '').slice(0, 100),
  year: whole(searchParams.get('nam'), 3),
  page: whole(searchParams.get('trang'), 4),
})
