-- Sources that are products of others: each sends to an address of its own, and signs what it sends. The secret checks, so
-- it is kept as it is; null until somebody has entered the one that the vendor made.
create table vendor_webhook (
  source_id  int         primary key references source on delete cascade,
  vendor     text        not null,
  address    text        not null unique,
  secret     text,
  refused_at timestamptz,
  refusal    text,
  check ((refused_at is null) = (refusal is null))
);

-- What sources send that nothing depends on, by its name.
create table ignored_event (
  source_id     int         not null references source on delete cascade,
  name          text        not null,
  events        bigint      not null,
  last_received timestamptz not null,
  primary key (source_id, name)
);
