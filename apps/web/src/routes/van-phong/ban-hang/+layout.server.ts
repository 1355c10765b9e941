import { sellerReturnsPage } from '@dacsan/modules/returns/words'
import { sellerQuestionsPage, sellerReviewsPage } from '@dacsan/modules/reviews/words'
import { ownShop } from '@dacsan/modules/shop'
import { aheadPage, sellerPapersPage, sellerTermsPage, shopNotices, shopTabs, suspensionPage } from '@dacsan/modules/shop/words'
import { paths } from '#lib/paths.ts'
import type { LayoutServerLoad } from './$types'

const tabs = [
  { href: paths.shopDesk, label: shopTabs.orders },
  { href: paths.packing, label: shopTabs.packing },
  { href: paths.sellerReturns, label: sellerReturnsPage.title },
  { href: paths.sellerReviews, label: sellerReviewsPage.title },
  { href: paths.sellerQuestions, label: sellerQuestionsPage.title },
  { href: paths.shelf, label: shopTabs.shelf },
  { href: paths.ordersAhead(), label: aheadPage.tab },
  { href: paths.delivery, label: shopTabs.delivery },
  { href: paths.priceList, label: shopTabs.priceList },
  { href: paths.invoiceExports(), label: shopTabs.invoices },
  { href: paths.vouchers, label: shopTabs.vouchers },
  { href: paths.agreedBuyers, label: shopTabs.agreed },
  { href: paths.debts, label: shopTabs.debts },
  { href: paths.bankAccount, label: shopTabs.bankAccount },
  { href: paths.sellerPapers(), label: sellerPapersPage.tab },
  { href: paths.sellerTerms(), label: sellerTermsPage.tab },
]
const { noticeTitle, noticeAbout, noticeLink } = suspensionPage
const { ranOut, ranOutAbout, ranOutLink, ranOutAfter } = sellerPapersPage
const { openTitle, openAbout, openLink } = sellerTermsPage

/**
 * Every page of the shop shows what is still missing before anything can be sold. Its words come along: taken in by the script, each page of a seller would
 * carry those of every other.
 */
export const load: LayoutServerLoad = async ({ locals }) => ({
  shop: await ownShop(locals.ctx),
  now: locals.ctx.now,
  tabs,
  notices: {
    tabs: shopTabs.label,
    shop: shopNotices,
    suspended: { noticeTitle, noticeAbout, noticeLink },
    papers: { ranOut, ranOutAbout, ranOutLink, ranOutAfter },
    terms: { openTitle, openAbout, openLink },
  },
})
