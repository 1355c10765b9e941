-- Who speaks officially, from when to when: name, title, telephone and e-mail are published by law (Nghị định 244/2026/NĐ-CP). Nobody changes it later.
create table press_spokesperson (
  version integer primary key check (version > 0),
  name text not null,
  title text not null,
  phone text not null,
  email text not null,
  paper_number text not null,
  appointed_at timestamptz not null,
  until_on date,
  published_at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger press_spokesperson_append_only before update or delete on press_spokesperson for each row execute function refuse_change();

-- The texts of the kit, version by version.
create table press_text (
  kind text not null check (kind in ('about', 'marks', 'contact')),
  language text not null check (language in ('vi', 'en', 'km')),
  version integer not null check (version > 0),
  text text not null,
  published_at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (kind, language, version)
);
create trigger press_text_append_only before update or delete on press_text for each row execute function refuse_change();

-- What the press was told in a month.
create table press_information (
  id text primary key,
  month date not null check (extract(day from month) = 1),
  title text not null,
  words text not null,
  published_at timestamptz not null,
  request_key text not null unique,
  by_id text,
  by_name text not null,
  is_sample boolean not null default false
);
create trigger press_information_append_only before update or delete on press_information for each row execute function refuse_change();
create index press_information_month on press_information (month desc);

-- What was taken from the kit and when; nothing about who.
create table press_download (
  id bigint generated always as identity primary key,
  file_name text not null,
  certificate_code text,
  at timestamptz not null
);
create trigger press_download_append_only before update or delete on press_download for each row execute function refuse_change();
