-- The trail by the key under which its entries are bound into the transparency log (modules/identity/sealed-facts.store.ts).
create index audit_entry_key on audit_entry (lpad(seq::text, 12, '0'));
