-- The public halves of the keys that certificates are signed with as verifiable credentials. The secret halves lie with the other keys in
-- DATA_DIR/keys (`credentials-<id>`); a key that was replaced stays here, so that what it signed can be verified.
create table credential_key (
  id integer primary key check (id > 0),
  -- The public address that the issuer's name is made of (did:web).
  origin text not null,
  -- Ed25519, 32 bytes in base64url.
  public_key text not null check (public_key ~ '^[A-Za-z0-9_-]{43}$'),
  made_at timestamptz not null
);
create trigger credential_key_append_only before update or delete on credential_key for each row execute function refuse_change();

-- Keys that somebody else may have: nothing that they signed is believed any more, and it is signed anew.
create table voided_credential_key (
  key_id integer primary key references credential_key,
  voided_at timestamptz not null
);
create trigger voided_credential_key_append_only before update or delete on voided_credential_key for each row execute function refuse_change();

-- The lists on which a withdrawal shows (W3C Bitstring Status List): two entries for each certificate, withdrawn and followed by another.
create table status_list (
  id integer primary key check (id > 0),
  origin text not null,
  taken integer not null default 0 check (taken between 0 and 65536)
);

create table certificate_credential (
  certificate_id text not null references certificate,
  key_id integer not null references credential_key,
  list_id integer not null references status_list,
  place integer not null check (place between 0 and 65535),
  jwt text not null,
  issued_at timestamptz not null,
  -- A second one only by another key, after the first was voided.
  primary key (certificate_id, key_id),
  unique (list_id, place)
);
create trigger certificate_credential_append_only before update or delete on certificate_credential for each row execute function refuse_change();
