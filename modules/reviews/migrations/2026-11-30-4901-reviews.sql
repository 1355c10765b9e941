-- What somebody who bought thinks of what came: one for each line of an order, by whoever holds its secret link. Shown at once; hidden only for a reason that
-- is published (never because it is bad). The product keeps it when it goes over to another producer; who answers for it is who sold.
create table review (
  id text primary key,
  order_line_id text not null unique references order_line,
  order_id text not null references shop_order,
  product_id text not null references product,
  producer_id text not null references producer,
  -- All that is told of the purchase: its month.
  bought_in date not null check (extract(day from bought_in) = 1),
  status text not null check (status in ('shown', 'hidden', 'objected', 'upheld', 'withdrawn')),
  version integer not null default 1 check (version > 0),
  rating smallint not null check (rating between 1 and 5),
  words text not null default '',
  -- As the writer chose: initials, a given name, or nothing. Never the whole name.
  shown_name text not null default '',
  language text not null check (language in ('vi', 'en', 'km')),
  written_at timestamptz not null,
  edited_at timestamptz,
  -- Until when the writer may change it: as the rule of the first day said.
  edit_until timestamptz not null,
  -- Goods of the line went back, or money for them.
  returned_at timestamptz,
  -- A report of the seller that nobody has judged yet.
  reported_at timestamptz,
  hidden_reason text,
  -- What the reason was called on the day.
  hidden_says text,
  objected_at timestamptz,
  erased_at timestamptz,
  request_key text not null unique,
  is_sample boolean not null default false,
  check ((status in ('hidden', 'objected', 'upheld')) = (hidden_reason is not null)),
  check ((hidden_reason is null) = (hidden_says is null)),
  check (status not in ('objected', 'upheld') or objected_at is not null)
);
create index review_of_product on review (product_id, written_at desc, id desc) where status = 'shown';
create index review_of_producer on review (producer_id, written_at);
create index review_of_order on review (order_id);
create index review_to_judge on review (written_at) where status = 'objected' or reported_at is not null;

-- What stood there in each version: nobody changes it; it goes when its writer takes the review away or asks that it be erased.
create table review_text (
  review_id text not null references review,
  version integer not null check (version > 0),
  rating smallint not null check (rating between 1 and 5),
  words text not null,
  shown_name text not null,
  at timestamptz not null,
  primary key (review_id, version)
);
create trigger review_text_kept before update on review_text for each row execute function refuse_change();

create table review_photo (
  review_id text not null references review,
  place integer not null check (place between 1 and 3),
  photo_hash text not null references stored_file,
  primary key (review_id, place)
);

-- What was done to a review and why, by whom.
create table review_step (
  review_id text not null references review,
  seq integer not null,
  step text not null,
  side text not null check (side in ('buyer', 'seller', 'office', 'clock')),
  reason_says text,
  words text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (review_id, seq)
);
create trigger review_step_kept before update on review_step for each row execute function refuse_change();

-- Whoever bought wants to hear of it no more.
create table review_opt_out (
  group_id text primary key references order_group,
  at timestamptz not null
);

-- What anybody asks of whoever sells a product. Shown once its answer was read.
create table product_question (
  id text primary key,
  product_id text not null references product,
  producer_id text not null references producer,
  status text not null check (status in ('open', 'hidden')),
  words text not null,
  phone text check (phone like 'locked:%'),
  language text not null check (language in ('vi', 'en', 'km')),
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  answered_at timestamptz,
  hidden_reason text,
  hidden_says text,
  request_key text not null unique,
  is_sample boolean not null default false,
  check ((status = 'hidden') = (hidden_reason is not null)),
  check ((hidden_reason is null) = (hidden_says is null))
);
create index product_question_of_product on product_question (product_id, asked_at desc) where status = 'open';
create index product_question_unanswered on product_question (answer_by) where status = 'open' and answered_at is null;
create index product_question_of_producer on product_question (producer_id, asked_at);

-- What a seller answers to a review or a question: each version is read before it is shown, the last published one stands, those before it are kept.
create table seller_answer (
  id text primary key,
  review_id text references review,
  question_id text references product_question,
  version integer not null check (version > 0),
  status text not null check (status in ('waiting', 'published', 'returned')),
  words text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  read_at timestamptz,
  read_by_id text,
  return_reason text,
  check (num_nonnulls(review_id, question_id) = 1),
  check ((status = 'waiting') = (read_at is null)),
  check ((status = 'returned') = (return_reason is not null)),
  unique (review_id, version),
  unique (question_id, version)
);
create index seller_answer_waiting on seller_answer (at) where status = 'waiting';

create trigger shown_change after insert or update or delete or truncate on review execute function send_change('reviews');
create trigger shown_change after insert or update or delete or truncate on review_photo execute function send_change('reviews');
create trigger shown_change after insert or update or delete or truncate on seller_answer execute function send_change('reviews');
create trigger shown_change after insert or update or delete or truncate on product_question execute function send_change('reviews');
