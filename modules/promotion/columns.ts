import type { LockedText } from '@dacsan/platform/locked-text'
import type { Aisle, PackId, ProducerId, ProductId } from '../catalogue/rules.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import type { ConsignmentStatus, EntryKind, LossCause, NoteDirection, NoteStatus, Side, StatementStatus } from './consignment/acts.ts'
import type { ConsignmentId, EntryId, NoteId, StatementId, TermsId } from './consignment/rules/ids.ts'
import type { Bearer } from './consignment/rules/money.ts'
import type { EnquiryStatus, SessionStatus } from './buyers/acts.ts'
import type { BuyerKind, BuyerLanguage, EndReason, Need, SlotOutcome } from './buyers/rules/choices.ts'
import type { BuyerPapersId, EnquiryId, MatchingSessionId, OfferId, RelationId } from './buyers/rules/ids.ts'
import type { Side as BuyerSide, Stage } from './buyers/rules/stages.ts'
import type { PressInformationId } from './brand/rules/ids.ts'
import type { PressTextKind } from './brand/rules/kit.ts'
import type { CollectionStatus } from './collections/acts.ts'
import type { CollectionId } from './collections/rules/ids.ts'
import type { Receiver } from './collections/rules/shown.ts'
import type { ContestStatus, EntryStatus, SheetStatus } from './contests/acts.ts'
import type { ContestEntryId, ContestId, ContestJurorId } from './contests/rules/ids.ts'
import type { ApplicationStatus, FairStatus, SaleSource, VisitMethod } from './fairs/acts.ts'
import type { AllotmentOutcome, Points } from './fairs/rules/allotment.ts'
import type { MisuseFinding, MisuseStatus } from './marks/acts.ts'
import type { MarkId, MarkPaperId, MarkUseId, MisuseId } from './marks/rules/ids.ts'
import type { MarkKind, MarkPaperKind, MarkStep } from './marks/rules/steps.ts'
import type { PointStatus } from './points-of-sale/acts.ts'
import type { PointId, PointInspectionId } from './points-of-sale/rules/ids.ts'
import type { FairApplicationId, FairId, FairStandId } from './fairs/rules/ids.ts'
import type { RouteStatus, StopKind, StopStatus, VisitEnquiryStatus } from './routes/acts.ts'
import type { RouteEnquiryId, RouteId, RouteStopId } from './routes/rules/ids.ts'
import type { StandPayment } from './stand-sales/rules/sale.ts'
import type { StandSaleId } from './stand-sales/rules/ids.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { NewsRequestStatus, NewsStatus } from './news/acts.ts'
import type { NewsId, NewsPhotoId, NewsRequestId } from './news/rules/ids.ts'
import type { NewsKind } from './news/rules/kinds.ts'
import type { NewsLanguage } from './news/rules/languages.ts'
import type { PhotoLicence } from './news/rules/photos.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'buyer_enquiry.id': EnquiryId
  'buyer_enquiry.status': EnquiryStatus
  'buyer_enquiry.kind': BuyerKind
  'buyer_enquiry.contact_phone': LockedText
  'buyer_enquiry.language': BuyerLanguage
  'buyer_enquiry.aisle': Aisle
  'buyer_enquiry.product_id': ProductId
  'buyer_enquiry.needs': Need[]
  'buyer_enquiry.organisation_id': OrganisationId
  'buyer_enquiry.fair_id': FairId
  'buyer_enquiry.by_id': UserId
  'matching_session.id': MatchingSessionId
  'matching_session.status': SessionStatus
  'matching_session.fair_id': FairId
  'matching_session.created_by_id': UserId
  'matching_wish.session_id': MatchingSessionId
  'matching_wish.enquiry_id': EnquiryId
  'matching_wish.producer_id': ProducerId
  'matching_slot.session_id': MatchingSessionId
  'matching_slot.enquiry_id': EnquiryId
  'matching_slot.producer_id': ProducerId
  'matching_slot.outcome': SlotOutcome
  'buyer_relation.id': RelationId
  'buyer_relation.enquiry_id': EnquiryId
  'buyer_relation.producer_id': ProducerId
  'buyer_relation.product_id': ProductId
  'buyer_relation.stage': Stage
  'buyer_relation.session_id': MatchingSessionId
  'buyer_relation.fair_id': FairId
  'buyer_step.relation_id': RelationId
  'buyer_step.kind': 'step' | 'correction'
  'buyer_step.stage': Stage
  'buyer_step.side': BuyerSide
  'buyer_step.reason': EndReason
  'buyer_step.by_id': UserId
  'buyer_step_confirmation.relation_id': RelationId
  'buyer_step_confirmation.side': 'buyer' | 'producer'
  'buyer_offer.id': OfferId
  'buyer_offer.relation_id': RelationId
  'buyer_offer.pack_id': PackId
  'buyer_offer.by_id': UserId
  'buyer_papers.id': BuyerPapersId
  'buyer_papers.relation_id': RelationId
  'buyer_papers_download.papers_id': BuyerPapersId
  'fair.id': FairId
  'fair.status': FairStatus
  'fair.created_by_id': UserId
  'fair_stand_kind.fair_id': FairId
  'fair_application.id': FairApplicationId
  'fair_application.fair_id': FairId
  'fair_application.producer_id': ProducerId
  'fair_application.status': ApplicationStatus
  'fair_application.contact_phone': LockedText
  'fair_application.substitute_for': FairApplicationId
  'fair_application.stand_place_id': PlaceId
  'fair_application_product.application_id': FairApplicationId
  'fair_application_product.product_id': ProductId
  'fair_allotment_line.fair_id': FairId
  'fair_allotment_line.application_id': FairApplicationId
  'fair_allotment_line.outcome': AllotmentOutcome
  'fair_allotment_line.points': Points
  'fair_appeal.application_id': FairApplicationId
  'fair_step.application_id': FairApplicationId
  'fair_step.by_id': UserId
  'fair_stand.id': FairStandId
  'fair_stand.fair_id': FairId
  'fair_stand.application_id': FairApplicationId
  'fair_plan_change.fair_id': FairId
  'fair_sale.application_id': FairApplicationId
  'fair_sale.known_by': SaleSource
  'fair_sale.by_id': UserId
  'fair_visit.fair_id': FairId
  'fair_visit.counted_by': VisitMethod
  'fair_result.application_id': FairApplicationId
  'fair_result.by_id': UserId
  'fair_cost.application_id': FairApplicationId
  'fair_cost.by_id': UserId
  'stand_sale.id': StandSaleId
  'stand_sale.application_id': FairApplicationId
  'stand_sale.paid_by': StandPayment
  'stand_sale.by_id': UserId
  'stand_sale_line.sale_id': StandSaleId
  'stand_sale_line.pack_id': PackId
  'stand_sale_goods.sale_id': StandSaleId
  'stand_sale_goods.pack_id': PackId
  'stand_sale_goods.lot_id': LotId
  'stand_sale_goods.place_id': PlaceId
  'stand_sale_back.sale_id': StandSaleId
  'stand_sale_back.by_id': UserId
  'point_of_sale.id': PointId
  'point_of_sale.status': PointStatus
  'point_of_sale.operator_id': OrganisationId
  'point_of_sale.phone': LockedText
  'point_of_sale.created_by_id': UserId
  'point_inspection.id': PointInspectionId
  'point_inspection.point_id': PointId
  'point_inspection.criteria': readonly { key: string; says: string; required: boolean }[]
  'point_inspection.by_id': UserId
  'point_photo.point_id': PointId
  'point_photo.inspection_id': PointInspectionId
  'point_photo.by_id': UserId
  'consignment.id': ConsignmentId
  'consignment.point_id': PointId
  'consignment.producer_id': ProducerId
  'consignment.status': ConsignmentStatus
  'consignment.shelf_id': PlaceId
  'consignment.road_id': PlaceId
  'consignment_terms.id': TermsId
  'consignment_terms.consignment_id': ConsignmentId
  'consignment_terms.spoiled_by': Bearer
  'consignment_terms.expired_by': Bearer
  'consignment_terms.proposed_side': Side
  'consignment_note.id': NoteId
  'consignment_note.consignment_id': ConsignmentId
  'consignment_note.terms_id': TermsId
  'consignment_note.letter': 'B' | 'N'
  'consignment_note.direction': NoteDirection
  'consignment_note.status': NoteStatus
  'consignment_note_line.note_id': NoteId
  'consignment_note_line.lot_id': LotId
  'consignment_note_line.pack_id': PackId
  'consignment_note_line.from_place_id': PlaceId
  'consignment_entry.id': EntryId
  'consignment_entry.consignment_id': ConsignmentId
  'consignment_entry.kind': EntryKind
  'consignment_entry.lot_id': LotId
  'consignment_entry.pack_id': PackId
  'consignment_entry.terms_id': TermsId
  'consignment_entry.cause': LossCause
  'consignment_entry.borne_by': Bearer
  'consignment_entry.note_id': NoteId
  'consignment_entry.cancels_id': EntryId
  'consignment_entry.by_id': UserId
  'consignment_statement.id': StatementId
  'consignment_statement.consignment_id': ConsignmentId
  'consignment_statement.status': StatementStatus
  'consignment_statement_line.statement_id': StatementId
  'consignment_statement_line.lot_id': LotId
  'consignment_statement_line.pack_id': PackId
  'contest.id': ContestId
  'contest.status': ContestStatus
  'contest.fair_id': FairId
  'contest.created_by_id': UserId
  'contest_criterion.contest_id': ContestId
  'contest_prize.contest_id': ContestId
  'contest_entry.id': ContestEntryId
  'contest_entry.contest_id': ContestId
  'contest_entry.status': EntryStatus
  'contest_entry.phone': LockedText
  'contest_entry.by_id': UserId
  'contest_entry.producer_id': ProducerId
  'contest_entry.language': MessageLanguage
  'contest_entry_photo.entry_id': ContestEntryId
  'contest_entry_product.entry_id': ContestEntryId
  'contest_entry_product.product_id': ProductId
  'contest_juror.id': ContestJurorId
  'contest_juror.contest_id': ContestId
  'contest_juror.user_id': UserId
  'contest_juror.status': SheetStatus
  'contest_mark.juror_id': ContestJurorId
  'contest_mark.entry_id': ContestEntryId
  'contest_conflict.juror_id': ContestJurorId
  'contest_conflict.entry_id': ContestEntryId
  'contest_vote.contest_id': ContestId
  'contest_result.contest_id': ContestId
  'contest_result.entry_id': ContestEntryId
  'contest_prize_withdrawal.contest_id': ContestId
  'contest_prize_withdrawal.entry_id': ContestEntryId
  'press_spokesperson.by_id': UserId
  'press_text.kind': PressTextKind
  'press_text.language': NewsLanguage
  'press_text.by_id': UserId
  'press_information.id': PressInformationId
  'press_information.by_id': UserId
  'collection.id': CollectionId
  'collection.status': CollectionStatus
  'collection.for_whom': Receiver[]
  'collection.created_by_id': UserId
  'collection_text.collection_id': CollectionId
  'collection_text.language': NewsLanguage
  'collection_text.by_id': UserId
  'collection_product.collection_id': CollectionId
  'collection_product.product_id': ProductId
  'product_season.product_id': ProductId
  'product_season.set_by_id': UserId
  'mark.id': MarkId
  'mark.kind': MarkKind
  'mark.owner_id': OrganisationId
  'mark.created_by_id': UserId
  'mark_step.mark_id': MarkId
  'mark_step.step': MarkStep
  'mark_step.by_id': UserId
  'mark_paper.id': MarkPaperId
  'mark_paper.mark_id': MarkId
  'mark_paper.kind': MarkPaperKind
  'mark_paper.by_id': UserId
  'mark_use.id': MarkUseId
  'mark_use.mark_id': MarkId
  'mark_use.producer_id': ProducerId
  'mark_use.product_id': ProductId
  'mark_use.by_id': UserId
  'mark_misuse.id': MisuseId
  'mark_misuse.mark_id': MarkId
  'mark_misuse.status': MisuseStatus
  'mark_misuse.finding': MisuseFinding
  'mark_misuse_step.misuse_id': MisuseId
  'mark_misuse_step.by_id': UserId
  'news_item.id': NewsId
  'news_item.status': NewsStatus
  'news_item.kind': NewsKind
  'news_item.created_by_id': UserId
  'news_text.news_id': NewsId
  'news_text.language': NewsLanguage
  'news_text.by_id': UserId
  'news_edition.news_id': NewsId
  'news_step.news_id': NewsId
  'news_step.by_id': UserId
  'news_photo.id': NewsPhotoId
  'news_photo.news_id': NewsId
  'news_photo.licence': PhotoLicence
  'news_tag.news_id': NewsId
  'news_tag.product_id': ProductId
  'news_tag.fair_id': FairId
  'news_view.news_id': NewsId
  'news_request.id': NewsRequestId
  'news_request.news_id': NewsId
  'news_request.status': NewsRequestStatus
  'route.id': RouteId
  'route.status': RouteStatus
  'route.host_id': OrganisationId
  'route.languages': MessageLanguage[]
  'route.created_by_id': UserId
  'route_stop.id': RouteStopId
  'route_stop.route_id': RouteId
  'route_stop.status': StopStatus
  'route_stop.kind': StopKind
  'route_stop.host_id': OrganisationId
  'route_stop.point_id': PointId
  'route_stop.phone': LockedText
  'route_enquiry.id': RouteEnquiryId
  'route_enquiry.route_id': RouteId
  'route_enquiry.status': VisitEnquiryStatus
  'route_enquiry.language': MessageLanguage
  'route_enquiry.phone': LockedText
  'route_visit.stop_id': RouteStopId
}
