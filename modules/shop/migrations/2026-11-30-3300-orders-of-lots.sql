-- Who holds or got goods of a lot: a recall asks, and must not read a million lines of other lots.
create index reservation_of_lot on reservation (lot_id, order_line_id) where status in ('held', 'consumed');

-- Money goes back for recalled goods after they were handed over.
alter table order_move drop constraint order_move_move;
alter table order_move
  add constraint order_move_move check (
    move in (
      'place', 'hand-over', 'cancel', 'expire', 'reopen', 'report-transfer',
      'receive-part', 'receive-all', 'receive-more', 'receive-late',
      'close-unpaid', 'close-reported', 'close-with-money',
      'refund-part', 'refund-all', 'refund-part-of-surplus', 'refund-surplus', 'refund-recalled', 'refund-recalled-all',
      'reopen-under', 'reopen-paid', 'reopen-over'));
