/** Browsers without `scroll-initial-target`, and every page after the first: of a row that is wider than the screen the part that is open comes into sight. */
export function showOpen(row: HTMLElement): void {
  const open = row.querySelector<HTMLElement>('[aria-current]')
  if (open)
    row.scrollLeft += open.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - open.offsetWidth) / 2
}
