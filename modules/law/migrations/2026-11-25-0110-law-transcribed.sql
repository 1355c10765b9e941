-- Decision 26/2026/QĐ-TTg was read in a copy only: what rests on it says so, values and days stay as they are.
alter table legal_rule drop constraint legal_rule_certainty_check;
alter table legal_rule add constraint legal_rule_certainty_check
  check (certainty in ('confirmed', 'transcribed', 'inferred', 'conflict', 'unknown'));
update legal_rule set certainty = 'transcribed' where instrument = 'Quyết định 26/2026/QĐ-TTg' and certainty = 'confirmed';
update legal_rule set certainty = 'inferred' where id = 'certificate.extension-days@2026-05-22' and certainty = 'transcribed';
