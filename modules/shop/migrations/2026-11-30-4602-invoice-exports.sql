-- Files of sales for the programs that make e-invoices: what was exported when and by whom. An order is exported once unless somebody asks for it again.
create table invoice_export (
  id text primary key,
  producer_id text not null references producer,
  format text not null,
  rate text not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  -- Why orders were exported again; empty where none was.
  note text not null default '',
  request_key text not null unique,
  by_id text,
  by_name text not null,
  at timestamptz not null
);
create index invoice_export_producer on invoice_export (producer_id, at);
create trigger invoice_export_append_only before update or delete on invoice_export for each row execute function refuse_change();
create table invoice_export_order (
  export_id text not null references invoice_export,
  order_id text not null references shop_order,
  again boolean not null,
  primary key (export_id, order_id)
);
create unique index invoice_export_order_once on invoice_export_order (order_id) where not again;
create trigger invoice_export_order_append_only before update or delete on invoice_export_order for each row execute function refuse_change();
