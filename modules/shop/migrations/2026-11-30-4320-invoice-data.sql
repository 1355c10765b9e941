-- To whom the sellers of a purchase are to write their invoice (Nghị định 123/2020, Điều 10), where the buyer asked for one; deleted with who bought.
create table invoice_request (
  group_id text primary key references order_group,
  name text not null,
  -- Ten or thirteen digits of a unit, or the twelve of a person: locked as other numbers of persons.
  tax_code text check (tax_code like 'locked:%'),
  address text not null,
  email text not null default ''
);
