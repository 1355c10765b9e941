-- Accounts, also as an order keeps them, are locked by the product. Rows of before are locked at the next start: until then they are not judged.
alter table seller add constraint seller_bank_account_locked check (bank_account like 'locked:%') not valid;
alter table shop_order
  add constraint shop_order_bank_account_locked check (snapshot #>> '{seller,bankAccount}' like 'locked:%') not valid,
  add constraint shop_order_registration_no_locked check (snapshot #>> '{seller,registrationNo}' like 'locked:%') not valid;
