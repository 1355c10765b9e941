-- The tokens by which Zalo knows the Official Account, locked by the product. A refresh token is good for once: what came back for it is kept here.
create table zns_token (
  app_id text primary key,
  access_token text,
  ends_at timestamptz,
  refresh_token text,
  -- The fingerprint of the refresh token in the environment that these came from: another one there begins anew.
  begun_with text not null,
  renewed_at timestamptz,
  check ((access_token is null) = (ends_at is null))
);
